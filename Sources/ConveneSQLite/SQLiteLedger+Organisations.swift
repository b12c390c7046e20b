import Convene
import GRDB

extension SQLiteLedger: OrganisationLedger {
    func organisation(_ id: Organisation.ID) throws -> Organisation? {
        try first(
            "SELECT \(Organisation.columns) FROM organisation WHERE id = ?", [id.rawValue],
            Organisation.init
        ).map(completed)
    }

    func names(of organisations: Set<Organisation.ID>) throws -> [Organisation.ID: String] {
        let names = try all(
            "SELECT id, name FROM organisation WHERE id IN (SELECT value FROM json_each(?))",
            [organisations.json()]
        ) { ($0.id(at: 0) as Organisation.ID, $0[1] as String) }
        return Dictionary(uniqueKeysWithValues: names)
    }

    func organisation(nameKey: String) throws -> Organisation.ID? {
        try first(
            "SELECT organisation_id FROM organisation_name WHERE name_key = ?", [nameKey]
        ) { $0.id(at: 0) }
    }

    func organisations(prefix: String?, limit: Int) throws -> [Organisation] {
        guard let prefix else {
            return try all(
                """
                SELECT \(Organisation.columns) FROM organisation
                WHERE merged_into IS NULL ORDER BY name, id LIMIT ?
                """, [limit], Organisation.init
            ).map(completed)
        }
        return try all(
            """
            SELECT \(Organisation.columns) FROM organisation
            WHERE merged_into IS NULL AND id IN (
                SELECT organisation_id FROM organisation_name
                WHERE name_key >= ? AND name_key < ?)
            ORDER BY name, id LIMIT ?
            """, [prefix, prefix.afterAllBeginningSo, limit], Organisation.init
        ).map(completed)
    }

    func insert(_ organisation: Organisation, nameKeys: [(name: String, key: String)]) throws
        -> Organisation.ID
    {
        let id = try add(
            "INSERT INTO organisation (name, stakeholder, country, city) VALUES (?, ?, ?, ?)",
            [
                organisation.name, organisation.stakeholder?.rawValue, organisation.country?.code,
                organisation.city,
            ])
        try insertNames(nameKeys, of: id)
        return Organisation.ID(id)
    }

    func update(_ organisation: Organisation, nameKeys: [(name: String, key: String)]) throws {
        let id = organisation.id.rawValue
        try run(
            """
            UPDATE organisation SET name = ?, stakeholder = ?, country = ?, city = ? WHERE id = ?
            """,
            [
                organisation.name, organisation.stakeholder?.rawValue, organisation.country?.code,
                organisation.city, id,
            ])
        try run("DELETE FROM organisation_name WHERE organisation_id = ?", [id])
        try run("DELETE FROM organisation_trigram WHERE rowid = ?", [id])
        try insertNames(nameKeys, of: id)
    }

    private func insertNames(_ names: [(name: String, key: String)], of id: Int64) throws {
        for (position, mention) in names.enumerated() {
            try refusing(
                .SQLITE_CONSTRAINT_PRIMARYKEY, with: .organisationExists(mention.name)
            ) {
                try run(
                    """
                    INSERT INTO organisation_name (name_key, organisation_id, name, position)
                    VALUES (?, ?, ?, ?)
                    """, [mention.key, id, mention.name, position])
            }
        }
        try run(
            "INSERT INTO organisation_trigram (rowid, name_keys) VALUES (?, ?)",
            [id, names.map(\.key).joined(separator: "\n")])
    }

    private func completed(_ organisation: Organisation) throws -> Organisation {
        var organisation = organisation
        organisation.otherNames = try all(
            """
            SELECT name FROM organisation_name WHERE organisation_id = ? AND name <> ?
            ORDER BY position
            """, [organisation.id.rawValue, organisation.name]
        ) { $0[0] }
        return organisation
    }
}

extension Organisation {
    fileprivate static let columns = "id, name, stakeholder, country, city"

    fileprivate init(_ row: Row) throws {
        self.init(
            id: row.id(at: 0), name: row[1], stakeholder: try row.valueIfSet(at: 2),
            country: try row.countryIfSet(at: 3), city: row[4])
    }
}

extension String {
    /// A text that comes after every text that begins with this one, in the order of UTF-8.
    var afterAllBeginningSo: String { self + "\u{10FFFF}" }
}
