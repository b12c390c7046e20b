/// The book of people. Names are found by keys that the domain makes.
package protocol PersonLedger {
    func person(_ id: Person.ID) throws -> Person?
    func persons(_ ids: [Person.ID]) throws -> [Person]
    func person(addressKey: String) throws -> Person.ID?
    /// Those with one of these keys for matching, or with this key of the family name, with what is
    /// needed to weigh them: first those of the country, at most so many.
    func candidates(matchKeys: [String], family: String?, country: Country?, limit: Int) throws
        -> [PersonCandidate]
    /// Those whose family or given name begins with the key, by name, at most so many.
    func persons(namePrefix key: String, limit: Int) throws -> [Person]
    /// Those of whom a name is just this key: by family name, then by given name, then by another.
    func personIDs(called key: String, limit: Int) throws -> [Person.ID]
    /// Those of whom a name begins with this key, in the same order.
    func personIDs(nameBeginning key: String, limit: Int) throws -> [Person.ID]
    /// Those of whom a name has this key anywhere in it, three letters at least.
    func personIDs(nameContaining key: String, limit: Int) throws -> [Person.ID]
    /// Those whose family and given names begin with these keys, or with the second and the first.
    func personIDs(nameBeginnings first: String, _ second: String, limit: Int) throws
        -> [Person.ID]
    /// Which of these have each of the words somewhere in their names, in the order given.
    func personIDs(_ ids: [Person.ID], havingInNames words: [String]) throws -> [Person.ID]
    /// Those of whom an address begins so.
    func personIDs(addressBeginning key: String, limit: Int) throws -> [Person.ID]
    /// Those whose organisation has this anywhere in one of its names, three letters at least.
    func personIDs(organisationContaining key: String, limit: Int) throws -> [Person.ID]
    /// Everybody, by family and given name, from after so many, at most so many.
    func persons(country: Country?, offset: Int, limit: Int) throws -> [Person]
    func countPersons(country: Country?) throws -> Int
    /// Those who were entered before keys for matching were made as they are now, at most so many.
    func personsWithoutKeys(limit: Int) throws -> [Person]
    func insert(_ person: Person, keys: PersonKeys) throws -> Person.ID
    /// Writes the person whole, addresses included.
    func update(_ person: Person, keys: PersonKeys) throws
}

/// The keys under which a person is found, made from the name by the domain.
package struct PersonKeys: Sendable, Equatable {
    package var family: String
    package var given: String
    package var match: String
    package var sort: String
    /// The patronymic, the names in the other script, and the later words of all.
    package var others: [String]

    package init(
        family: String, given: String, match: String, sort: String, others: [String] = []
    ) {
        self.others = others
        self.family = family
        self.given = given
        self.match = match
        self.sort = sort
    }
}

/// What is weighed when somebody may be in the register already.
package struct PersonCandidate: Sendable, Equatable {
    package var id: Person.ID
    package var name: PersonName
    package var otherName: PersonName?
    package var gender: Gender
    package var country: Country?
    /// The name of the organisation; empty for none.
    package var organisation: String
    package var address: EmailAddress?

    package init(
        id: Person.ID, name: PersonName, otherName: PersonName? = nil, gender: Gender,
        country: Country?, organisation: String = "", address: EmailAddress? = nil
    ) {
        self.id = id
        self.name = name
        self.otherName = otherName
        self.gender = gender
        self.country = country
        self.organisation = organisation
        self.address = address
    }
}
