import Convene
import GRDB

extension SQLiteLedger: PersonLedger {
    func persons(_ ids: [Person.ID]) throws -> [Person] {
        let found = try persons(
            "SELECT \(Person.columns) FROM person WHERE id IN (SELECT value FROM json_each(?))",
            [ids.json()])
        let byID = Dictionary(uniqueKeysWithValues: found.map { ($0.id, $0) })
        return ids.compactMap { byID[$0] }
    }

    func persons(namePrefix key: String, limit: Int) throws -> [Person] {
        // Two walks over two indexes; the plus signs keep the engine from walking all people in
        // the order of their names instead, looking for the few whose given name begins so.
        try persons(
            """
            SELECT \(Person.columns) FROM person
            WHERE id IN (
                SELECT id FROM (
                    SELECT id FROM person
                    WHERE family_key >= ?1 AND family_key < ?2
                        AND merged_into IS NULL AND erased_at IS NULL
                    ORDER BY family_key, given_key LIMIT ?3)
                UNION
                SELECT id FROM (
                    SELECT id FROM person
                    WHERE given_key >= ?1 AND given_key < ?2
                        AND merged_into IS NULL AND erased_at IS NULL
                    ORDER BY given_key, family_key LIMIT ?3))
            ORDER BY +sort_key, id LIMIT ?3
            """, [key, key.afterAllBeginningSo, limit])
    }

    func persons(country: Country?, offset: Int, limit: Int) throws -> [Person] {
        guard let country else {
            return try persons(
                """
                SELECT \(Person.columns) FROM person
                WHERE merged_into IS NULL AND erased_at IS NULL
                ORDER BY sort_key, id LIMIT ? OFFSET ?
                """, [limit, offset])
        }
        return try persons(
            """
            SELECT \(Person.columns) FROM person
            WHERE country = ? AND merged_into IS NULL AND erased_at IS NULL
            ORDER BY sort_key, id LIMIT ? OFFSET ?
            """, [country.code, limit, offset])
    }

    func countPersons(country: Country?) throws -> Int {
        guard let country else {
            return try count(
                """
                SELECT count(*) FROM person WHERE merged_into IS NULL AND erased_at IS NULL
                """)
        }
        return try count(
            """
            SELECT count(*) FROM person
            WHERE country = ? AND merged_into IS NULL AND erased_at IS NULL
            """, [country.code])
    }

    /// The people that a statement finds, in its order, with their addresses.
    private func persons(_ sql: String, _ arguments: StatementArguments) throws -> [Person] {
        var people = try all(sql, arguments, Person.init)
        var addresses: [Person.ID: [EmailAddress]] = [:]
        _ = try all(
            """
            SELECT person_id, address FROM person_address
            WHERE person_id IN (SELECT value FROM json_each(?)) ORDER BY person_id, position
            """, [people.map(\.id).json()]
        ) { row in
            addresses[row.id(at: 0), default: []].append(EmailAddress(stored: row[1]))
        }
        for index in people.indices {
            people[index].addresses = addresses[people[index].id] ?? []
        }
        return people
    }
}
