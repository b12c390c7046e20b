/// The desk that keeps the people, each once.
package struct PersonDesk: Sendable {
    let office: Office
    let actor: Actor

    /// Adds somebody.
    ///
    /// - Throws: `address.taken` where somebody has the address already.
    package func add(_ draft: PersonDraft) async throws -> Person {
        try await office.write(as: actor) { try $0.add(draft) }
    }

    /// Changes somebody as the closure says. Registrations keep what was true when they were made.
    ///
    /// - Throws: `person.unknown`, `person.ambiguous`, `address.taken`.
    package func edit(
        _ mention: PersonMention, organisation: String? = nil,
        _ change: @Sendable (inout Person) throws -> Void
    ) async throws -> Person {
        try await office.write(as: actor) { deed in
            var person = try deed.inquiry.person(mention)
            let before = person
            try change(&person)
            if let organisation { person.organisation = try deed.mention(organisation) }
            guard person != before else { return person }
            try deed.checkAddresses(of: person)
            try deed.ledger.update(person, keys: PersonKeys(person))
            try deed.log(.edit, .person(person.id), person.differences(from: before))
            return person
        }
    }

    /// - Throws: `person.unknown`, `person.ambiguous`.
    package func person(_ mention: PersonMention) async throws -> Person {
        try await office.read(as: actor) { try $0.person(mention) }
    }

    /// Somebody with their organisation and all their registrations.
    package func file(_ mention: PersonMention) async throws -> PersonFile {
        try await office.read(as: actor) { inquiry in
            let person = try inquiry.person(mention)
            let registrations = try inquiry.ledger.registrations(of: person.id)
            return PersonFile(
                person: person,
                organisation: try person.organisation.flatMap {
                    try inquiry.ledger.organisation($0)
                },
                registrations: try registrations.compactMap { registration in
                    try inquiry.ledger.event(registration.event).map { (registration, $0) }
                })
        }
    }

    /// Those who have the words anywhere in their names, in either script and any order, in their
    /// address or in the name of their organisation: first whole names, then beginnings, then parts.
    package func find(_ text: String, limit: Int = 50) async throws -> [PersonLine] {
        try await office.read(as: actor) { inquiry in
            try inquiry.require(.names)
            let found = try inquiry.search(text, limit: limit)
            return try inquiry.lines(of: try found.filter { try inquiry.admits($0.country) })
        }
    }

    /// Everybody, or everybody of a country, by name.
    package func list(country: Country?, offset: Int = 0, limit: Int = 1_000_000) async throws
        -> [PersonLine]
    {
        try await office.read(as: actor) { inquiry in
            try inquiry.require(.names)
            let own = try inquiry.rights().scope.country
            guard own == nil || country == nil || own == country else { return [] }
            return try inquiry.lines(
                of: try inquiry.ledger.persons(
                    country: own ?? country, offset: offset, limit: limit))
        }
    }
}

/// What is said of somebody when they are first entered; the organisation by name.
package struct PersonDraft: Sendable, Equatable {
    package var person: Person
    package var organisation: String
    /// Where the organisation is.
    package var city: String

    package init(person: Person, organisation: String = "", city: String = "") {
        self.person = person
        self.organisation = organisation
        self.city = city
    }
}

/// Somebody with the name of their organisation.
package struct PersonLine: Sendable {
    package var person: Person
    package var organisation: String
}

/// All that is known of somebody.
package struct PersonFile: Sendable {
    package var person: Person
    package var organisation: Organisation?
    package var registrations: [(Registration, Event)]
}

extension Inquiry {
    func find(_ text: String, limit: Int) throws -> [Person] {
        if text.contains("@"), let address = try? EmailAddress(text) {
            return try ledger.person(addressKey: address.key).flatMap { try ledger.person($0) }
                .map { [$0] } ?? []
        }
        let words = text.split(whereSeparator: \.isWhitespace).map { NameKey.lookup(String($0)) }
            .filter { !$0.isEmpty }
        guard words.count > 1 else {
            return try words.first.map { try ledger.persons(namePrefix: $0, limit: limit) } ?? []
        }
        for (first, second) in Self.readings(of: words) {
            let found = try ledger.personIDs(nameBeginnings: first, second, limit: limit)
            guard found.isEmpty else { return try ledger.persons(found) }
        }
        return []
    }

    /// How words may divide into given and family name: `Ludwig | van de la Cruz`; last of all
    /// without what stands between or after them, a patronymic or a second given name.
    static func readings(of words: [String]) -> [(String, String)] {
        let splits = (1..<words.count).map { index in
            (words[..<index].joined(separator: " "), words[index...].joined(separator: " "))
        }
        return words.count == 2
            ? splits : splits + [(words[0], words[words.count - 1]), (words[0], words[1])]
    }

    func lines(of people: [Person]) throws -> [PersonLine] {
        let names = try ledger.names(of: Set(people.compactMap(\.organisation)))
        return people.map { person in
            PersonLine(
                person: person, organisation: person.organisation.flatMap { names[$0] } ?? "")
        }
    }
}

extension Deed {
    func add(_ draft: PersonDraft) throws -> Person {
        var person = draft.person
        try checkAddresses(of: person)
        if !draft.organisation.isEmpty {
            person.organisation = try mention(
                draft.organisation, stakeholder: person.stakeholder, country: person.country,
                city: draft.city)
        }
        person.id = try ledger.insert(person, keys: PersonKeys(person))
        try log(.add, .person(person.id))
        return person
    }

    /// - Throws: `address.taken`.
    func checkAddresses(of person: Person) throws {
        for address in person.addresses {
            if let owner = try ledger.person(addressKey: address.key), owner != person.id {
                throw Problem(
                    .addressTaken,
                    "\(address.text) is the address of \(owner.text) already: name them by it, or"
                        + " give another address.")
            }
        }
    }
}

extension Person {
    /// Which fields changed; the values themselves stay out of the audit.
    func differences(from before: Person) -> AuditDetails {
        let fields: [(String, Bool)] = [
            ("name", name != before.name || otherName != before.otherName),
            ("gender", gender != before.gender), ("country", country != before.country),
            ("addresses", addresses != before.addresses),
            ("organisation", organisation != before.organisation),
            ("stakeholder", stakeholder != before.stakeholder),
            ("position", position != before.position),
            ("languages", languages != before.languages), ("notes", notes != before.notes),
        ]
        return ["changed": fields.filter(\.1).map(\.0).joined(separator: ", ")]
    }
}

extension Office {
    package func personDesk(_ actor: Actor) -> PersonDesk { PersonDesk(office: self, actor: actor) }
}
