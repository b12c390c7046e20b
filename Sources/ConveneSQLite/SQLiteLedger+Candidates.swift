import Convene
import GRDB

extension SQLiteLedger {
    func candidates(matchKeys: [String], family: String?, country: Country?, limit: Int) throws
        -> [PersonCandidate]
    {
        let keys = "[" + matchKeys.map { "\"\($0)\"" }.joined(separator: ",") + "]"
        let found = try all(
            """
            SELECT \(PersonCandidate.columns) \(PersonCandidate.tables)
            WHERE p.id IN (
                SELECT id FROM person WHERE match_key IN (SELECT value FROM json_each(?1))
                ORDER BY country IS NOT ?2, id LIMIT ?3)
                AND p.merged_into IS NULL AND p.erased_at IS NULL
            ORDER BY p.id
            """, [keys, country?.code, limit], PersonCandidate.init)
        guard let family else { return found }
        let namesakes = try all(
            """
            SELECT \(PersonCandidate.columns) \(PersonCandidate.tables)
            WHERE p.id IN (
                SELECT id FROM person WHERE family_key = ?1
                ORDER BY country IS NOT ?2, id LIMIT ?3)
                AND p.merged_into IS NULL AND p.erased_at IS NULL
            ORDER BY p.id
            """, [family, country?.code, limit], PersonCandidate.init)
        let known = Set(found.map(\.id))
        return found + namesakes.filter { !known.contains($0.id) }
    }
}

extension PersonCandidate {
    static let columns = """
        p.id, p.given, p.family, p.patronymic, p.other_given, p.other_family, p.other_patronymic,
        p.gender, p.country, o.name, a.address
        """

    static let tables = """
        FROM person p LEFT JOIN organisation o ON o.id = p.organisation_id
        LEFT JOIN person_address a ON a.person_id = p.id AND a.position = 0
        """

    init(_ row: Row) throws {
        let otherName = PersonName(stored: row[4], family: row[5], patronymic: row[6])
        self.init(
            id: row.id(at: 0),
            name: PersonName(stored: row[1], family: row[2], patronymic: row[3]),
            otherName: otherName.given.isEmpty && otherName.family.isEmpty ? nil : otherName,
            gender: try row.value(at: 7), country: try row.countryIfSet(at: 8),
            organisation: row[9] ?? "",
            address: (row[10] as String?).map { EmailAddress(stored: $0) })
    }
}
