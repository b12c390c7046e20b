/// An institution, once: a ministry, a museum, a union; made on first mention.
package struct Organisation: Sendable, Equatable, Identifiable {
    package typealias ID = Identifier<Organisation>

    package var id: ID
    /// The name that it is listed under.
    package var name: String
    /// The other names under which it was mentioned, in any language.
    package var otherNames: [String]
    package var stakeholder: StakeholderGroup?
    package var country: Country?
    package var city: String

    package init(
        id: ID = ID(0), name: String, otherNames: [String] = [],
        stakeholder: StakeholderGroup? = nil, country: Country? = nil, city: String = ""
    ) {
        self.id = id
        self.name = name
        self.otherNames = otherNames
        self.stakeholder = stakeholder
        self.country = country
        self.city = city
    }

    /// What an organisation is to an event or a programme.
    package enum Part: String, Sendable, CaseIterable {
        case organiser
        case coOrganiser = "co-organiser"
        case supporter, host, funder
        /// A centre of a programme's network; programmes only.
        case centre
    }
}

/// An organisation's part in an event.
package struct Participation: Sendable, Equatable {
    package var organisation: Organisation.ID
    package var name: String
    package var part: Organisation.Part

    package init(organisation: Organisation.ID, name: String, part: Organisation.Part) {
        self.organisation = organisation
        self.name = name
        self.part = part
    }
}
