import Convene
import GRDB

extension SQLiteLedger {
    func person(_ id: Person.ID) throws -> Person? {
        guard
            var person = try first(
                "SELECT \(Person.columns) FROM person WHERE id = ?", [id.rawValue], Person.init)
        else { return nil }
        person.addresses = try all(
            "SELECT address FROM person_address WHERE person_id = ? ORDER BY position",
            [id.rawValue]
        ) { EmailAddress(stored: $0[0]) }
        return person
    }

    func person(addressKey: String) throws -> Person.ID? {
        try first("SELECT person_id FROM person_address WHERE address_key = ?", [addressKey]) {
            $0.id(at: 0)
        }
    }

    func insert(_ person: Person, keys: PersonKeys) throws -> Person.ID {
        let id = try add(
            """
            INSERT INTO person (given, family, patronymic, other_given, other_family,
                other_patronymic, gender, country, organisation_id, stakeholder, position,
                languages, notes, family_key, given_key, match_key,
                sort_key)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, person.arguments(keys))
        try insertAddresses(of: person, id: id)
        try insertNames(keys, of: id)
        return Person.ID(id)
    }

    func update(_ person: Person, keys: PersonKeys) throws {
        let id = person.id.rawValue
        try run(
            """
            UPDATE person SET given = ?, family = ?, patronymic = ?, other_given = ?,
                other_family = ?, other_patronymic = ?, gender = ?, country = ?,
                organisation_id = ?, stakeholder = ?, position = ?, languages = ?, notes = ?,
                family_key = ?, given_key = ?, match_key = ?, sort_key = ?
            WHERE id = ?
            """, person.arguments(keys) + [id])
        try run("DELETE FROM person_address WHERE person_id = ?", [id])
        try insertAddresses(of: person, id: id)
        try run("DELETE FROM person_name WHERE person_id = ?", [id])
        try insertNames(keys, of: id)
    }

    func personsWithoutKeys(limit: Int) throws -> [Person] {
        // Once a dotted İ left its dot in the keys, nearly always at their beginning.
        let dotted = "i\u{307}"
        let ids: [Person.ID] = try all(
            """
            SELECT id FROM person WHERE match_key = '' AND erased_at IS NULL
            UNION SELECT id FROM person WHERE family_key >= ?1 AND family_key < ?2
            UNION SELECT id FROM person WHERE given_key >= ?1 AND given_key < ?2
            LIMIT ?3
            """, [dotted, dotted.afterAllBeginningSo, limit]
        ) { $0.id(at: 0) }
        return try ids.isEmpty ? [] : persons(ids)
    }

    /// Enters the keys that any part of leads to somebody.
    private func insertNames(_ keys: PersonKeys, of id: Int64) throws {
        for key in keys.others {
            try run("INSERT INTO person_name (name_key, person_id) VALUES (?, ?)", [key, id])
        }
        for key in [keys.family, keys.given] + keys.others { try enter(part: key) }
    }

    private func enter(part key: String) throws {
        guard !key.isEmpty, memory.parts.insert(key).inserted else { return }
        // A list of any length takes a bounded part of the memory.
        if memory.parts.count > 50_000 { memory.parts = [] }
        try run("INSERT INTO name_part (name_key) VALUES (?) ON CONFLICT DO NOTHING", [key])
        guard db.changesCount == 1 else { return }
        try run(
            "INSERT INTO name_part_trigram (rowid, name_key) VALUES (?, ?)",
            [db.lastInsertedRowID, key])
    }

    private func insertAddresses(of person: Person, id: Int64) throws {
        for (position, address) in person.addresses.enumerated() {
            try refusing(.SQLITE_CONSTRAINT_PRIMARYKEY, with: .addressTaken(address)) {
                try run(
                    """
                    INSERT INTO person_address (address_key, person_id, address, position)
                    VALUES (?, ?, ?, ?)
                    """, [address.key, id, address.text, position])
            }
        }
    }
}

extension Person {
    static let columns = """
        id, given, family, patronymic, other_given, other_family, other_patronymic, gender,
        country, organisation_id, stakeholder, position, languages, notes
        """

    /// The person without the addresses, which stand in a table of their own.
    init(_ row: Row) throws {
        let otherName = PersonName(stored: row[4], family: row[5], patronymic: row[6])
        self.init(
            id: row.id(at: 0),
            name: PersonName(stored: row[1], family: row[2], patronymic: row[3]),
            otherName: otherName.given.isEmpty && otherName.family.isEmpty ? nil : otherName,
            gender: try row.value(at: 7), country: try row.countryIfSet(at: 8),
            organisation: row.idIfSet(at: 9), stakeholder: try row.valueIfSet(at: 10),
            position: row[11], languages: .init(stored: row[12]), notes: row[13])
    }

    fileprivate func arguments(_ keys: PersonKeys) -> StatementArguments {
        [
            name.given, name.family, name.patronymic, otherName?.given ?? "",
            otherName?.family ?? "", otherName?.patronymic ?? "", gender.rawValue, country?.code,
            organisation?.rawValue, stakeholder?.rawValue, position, languages.stored, notes,
            keys.family, keys.given, keys.match, keys.sort,
        ]
    }
}
