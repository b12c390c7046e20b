/// Somebody, once, whatever the number of events.
package struct Person: Sendable, Equatable, Identifiable {
    package typealias ID = Identifier<Person>

    package var id: ID
    package var name: PersonName
    /// The same name in the other script.
    package var otherName: PersonName?
    package var gender: Gender
    package var country: Country?
    /// The addresses, the primary one first.
    package var addresses: [EmailAddress]
    package var organisation: Organisation.ID?
    package var stakeholder: StakeholderGroup?
    package var position: String
    /// The languages in which to write to them, the best first.
    package var languages: [Language]
    package var notes: String

    package init(
        id: ID = ID(0), name: PersonName, otherName: PersonName? = nil,
        gender: Gender = .undisclosed, country: Country? = nil, addresses: [EmailAddress] = [],
        organisation: Organisation.ID? = nil, stakeholder: StakeholderGroup? = nil,
        position: String = "", languages: [Language] = [], notes: String = ""
    ) {
        self.id = id
        self.name = name
        self.otherName = otherName
        self.gender = gender
        self.country = country
        self.addresses = addresses
        self.organisation = organisation
        self.stakeholder = stakeholder
        self.position = position
        self.languages = languages
        self.notes = notes
    }

    package var address: EmailAddress? { addresses.first }
}

extension Identifier where Subject == Person {
    /// The number as people write it: `P12`.
    package var text: String { "P\(rawValue)" }
}
