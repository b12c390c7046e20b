/// The book of people. Names are found by keys that the domain makes.
package protocol PersonLedger {
    func person(_ id: Person.ID) throws -> Person?
    func persons(_ ids: [Person.ID]) throws -> [Person]
    func person(addressKey: String) throws -> Person.ID?
    /// Those with exactly this key for matching, with what is needed to weigh them.
    func persons(matchKey: String) throws -> [PersonCandidate]
    /// Those whose family or given name begins with the key, by name, at most so many.
    func persons(namePrefix key: String, limit: Int) throws -> [Person]
    /// Those whose family and given names begin with these keys, in either order.
    func persons(nameKeys first: String, _ second: String, limit: Int) throws -> [Person]
    /// Everybody, by family and given name, from after so many, at most so many.
    func persons(country: Country?, offset: Int, limit: Int) throws -> [Person]
    func countPersons(country: Country?) throws -> Int
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

    package init(family: String, given: String, match: String, sort: String) {
        self.family = family
        self.given = given
        self.match = match
        self.sort = sort
    }
}

/// What is weighed when somebody may be in the register already.
package struct PersonCandidate: Sendable, Equatable {
    package var id: Person.ID
    package var gender: Gender
    package var country: Country?

    package init(id: Person.ID, gender: Gender, country: Country?) {
        self.id = id
        self.gender = gender
        self.country = country
    }
}
