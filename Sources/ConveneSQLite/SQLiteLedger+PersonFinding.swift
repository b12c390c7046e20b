import Convene
import GRDB

extension SQLiteLedger {
    func personIDs(called key: String, limit: Int) throws -> [Person.ID] {
        try people(
            [
                """
                SELECT id FROM person WHERE family_key = ?1
                    AND merged_into IS NULL AND erased_at IS NULL
                ORDER BY given_key LIMIT ?2
                """,
                """
                SELECT id FROM person WHERE given_key = ?1
                    AND merged_into IS NULL AND erased_at IS NULL
                ORDER BY family_key LIMIT ?2
                """,
                """
                SELECT p.id FROM person_name n JOIN person p ON p.id = n.person_id
                WHERE n.name_key = ?1 AND p.merged_into IS NULL AND p.erased_at IS NULL
                ORDER BY n.person_id LIMIT ?2
                """,
            ], [key, limit], limit)
    }

    func personIDs(nameBeginning key: String, limit: Int) throws -> [Person.ID] {
        try people(
            [
                """
                SELECT id FROM person WHERE family_key >= ?1 AND family_key < ?3
                    AND merged_into IS NULL AND erased_at IS NULL
                ORDER BY family_key, given_key LIMIT ?2
                """,
                """
                SELECT id FROM person WHERE given_key >= ?1 AND given_key < ?3
                    AND merged_into IS NULL AND erased_at IS NULL
                ORDER BY given_key, family_key LIMIT ?2
                """,
                """
                SELECT p.id FROM person_name n JOIN person p ON p.id = n.person_id
                WHERE n.name_key >= ?1 AND n.name_key < ?3
                    AND p.merged_into IS NULL AND p.erased_at IS NULL
                ORDER BY n.name_key, n.person_id LIMIT ?2
                """,
            ], [key, limit, key.afterAllBeginningSo], limit)
    }

    func personIDs(nameContaining key: String, limit: Int) throws -> [Person.ID] {
        let trigrams = try rarest(key.trigrams)
        guard !trigrams.isEmpty else { return [] }
        // The trigrams may stand in another order or apart: the keys themselves decide. A key has
        // somebody who bears it, but for a few.
        let parts: [String] = try all(
            """
            SELECT p.name_key
            FROM name_part_trigram t CROSS JOIN name_part p ON p.id = t.rowid
            WHERE name_part_trigram MATCH ? AND instr(p.name_key, ?) > 0 LIMIT ?
            """, [trigrams.joined(separator: " AND "), key, 2 * limit]
        ) { $0[0] }
        guard !parts.isEmpty else { return [] }
        let json = "[" + parts.map { "\"\($0)\"" }.joined(separator: ",") + "]"
        return try people(
            [
                """
                SELECT id FROM person WHERE family_key IN (SELECT value FROM json_each(?1))
                    AND merged_into IS NULL AND erased_at IS NULL LIMIT ?2
                """,
                """
                SELECT id FROM person WHERE given_key IN (SELECT value FROM json_each(?1))
                    AND merged_into IS NULL AND erased_at IS NULL LIMIT ?2
                """,
                """
                SELECT p.id FROM person_name n JOIN person p ON p.id = n.person_id
                WHERE n.name_key IN (SELECT value FROM json_each(?1))
                    AND p.merged_into IS NULL AND p.erased_at IS NULL LIMIT ?2
                """,
            ], [json, limit], limit)
    }

    func personIDs(nameBeginnings first: String, _ second: String, limit: Int) throws
        -> [Person.ID]
    {
        try people(
            [
                """
                SELECT id FROM person
                WHERE family_key >= ?1 AND family_key < ?4 AND given_key >= ?3 AND given_key < ?5
                    AND merged_into IS NULL AND erased_at IS NULL
                ORDER BY family_key, given_key LIMIT ?2
                """,
                """
                SELECT id FROM person
                WHERE given_key >= ?1 AND given_key < ?4 AND family_key >= ?3 AND family_key < ?5
                    AND merged_into IS NULL AND erased_at IS NULL
                ORDER BY given_key, family_key LIMIT ?2
                """,
            ],
            [first, limit, second, first.afterAllBeginningSo, second.afterAllBeginningSo], limit)
    }

    func personIDs(_ ids: [Person.ID], havingInNames words: [String]) throws -> [Person.ID] {
        let json = "[" + words.map { "\"\($0)\"" }.joined(separator: ",") + "]"
        return try all(
            """
            SELECT p.id FROM json_each(?) i CROSS JOIN person p ON p.id = i.value
            WHERE NOT EXISTS (
                SELECT 1 FROM json_each(?) w
                WHERE instr(p.family_key, w.value) = 0 AND instr(p.given_key, w.value) = 0
                    AND NOT EXISTS (
                        SELECT 1 FROM person_name n
                        WHERE n.person_id = p.id AND instr(n.name_key, w.value) > 0))
            ORDER BY i.key
            """, [ids.json(), json]
        ) { $0.id(at: 0) }
    }

    func personIDs(addressBeginning key: String, limit: Int) throws -> [Person.ID] {
        guard !key.isEmpty else { return [] }
        return try people(
            [
                """
                SELECT person_id FROM person_address WHERE address_key >= ?1 AND address_key < ?3
                ORDER BY address_key LIMIT ?2
                """
            ], [key, limit, key.afterAllBeginningSo], limit)
    }

    func personIDs(organisationContaining key: String, limit: Int) throws -> [Person.ID] {
        try people(
            [
                """
                SELECT id FROM person WHERE organisation_id IN (
                    SELECT rowid FROM organisation_trigram
                    WHERE organisation_trigram MATCH ?1 LIMIT 20)
                    AND merged_into IS NULL AND erased_at IS NULL
                LIMIT ?2
                """
            ], ["\"\(key)\"", limit], limit)
    }

    /// Those three trigrams that fewest keys have, as far as can be told from where the first of
    /// these keys stand. To hold the long lists of frequent ones against each other as well takes
    /// ten times as long, and the key itself is looked at anyway.
    private func rarest(_ trigrams: [String]) throws -> [String] {
        guard trigrams.count > 3 else { return trigrams }
        let json = "[" + trigrams.joined(separator: ",") + "]"
        return try all(
            """
            SELECT w.value, (
                SELECT rowid FROM name_part_trigram
                WHERE name_part_trigram MATCH '"' || w.value || '"' LIMIT 1 OFFSET 40) AS place
            FROM json_each(?) w
            ORDER BY place IS NOT NULL, place DESC LIMIT 3
            """, [json]
        ) { "\"\($0[0] as String)\"" }
    }

    /// Those whom the statements find, one statement after the other until there are enough.
    private func people(_ statements: [String], _ arguments: StatementArguments, _ limit: Int)
        throws -> [Person.ID]
    {
        var found: [Person.ID] = []
        for statement in statements where found.count < limit {
            found += try all(statement, arguments) { $0.id(at: 0) }
        }
        return Array(found.prefix(limit))
    }
}

extension String {
    /// Its trigrams as words of a full-text query; keys have letters, digits and blanks only.
    fileprivate var trigrams: [String] {
        let letters = Array(unicodeScalars)
        guard letters.count > 2 else { return [] }
        return (0...(letters.count - 3)).map { start in
            var text = ""
            text.unicodeScalars.append(contentsOf: letters[start..<(start + 3)])
            return "\"\(text)\""
        }
    }
}
