import Convene
import GRDB

extension SQLiteLedger: ProgrammeLedger {
    func programme(_ id: Programme.ID) throws -> Programme? {
        try first("SELECT \(Programme.columns) FROM programme WHERE id = ?", [id.rawValue]) {
            try Programme($0)
        }.map(completed)
    }

    func programme(code: Code) throws -> Programme? {
        try first("SELECT \(Programme.columns) FROM programme WHERE code = ?", [code.text]) {
            try Programme($0)
        }.map(completed)
    }

    func programmes() throws -> [Programme] {
        try all("SELECT \(Programme.columns) FROM programme ORDER BY code") { try Programme($0) }
            .map(completed)
    }

    func insert(_ programme: Programme) throws -> Programme.ID {
        let id = try refusing(.SQLITE_CONSTRAINT_UNIQUE, with: .programmeExists(programme.code)) {
            try add(
                """
                INSERT INTO programme (code, title, parent_id, start_year, end_year, agreement)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                [
                    programme.code.text, programme.title, programme.parent?.rawValue,
                    programme.startYear, programme.endYear, programme.agreement,
                ])
        }
        try insertLists(of: programme, id: id)
        return Programme.ID(id)
    }

    func update(_ programme: Programme) throws {
        let id = programme.id.rawValue
        try refusing(.SQLITE_CONSTRAINT_UNIQUE, with: .programmeExists(programme.code)) {
            try run(
                """
                UPDATE programme SET code = ?, title = ?, parent_id = ?, start_year = ?,
                    end_year = ?, agreement = ?
                WHERE id = ?
                """,
                [
                    programme.code.text, programme.title, programme.parent?.rawValue,
                    programme.startYear, programme.endYear, programme.agreement, id,
                ])
        }
        try run("DELETE FROM programme_country WHERE programme_id = ?", [id])
        try run("DELETE FROM programme_target WHERE programme_id = ?", [id])
        try insertLists(of: programme, id: id)
    }

    private func insertLists(of programme: Programme, id: Int64) throws {
        for (position, country) in programme.countries.enumerated() {
            try run(
                "INSERT INTO programme_country (programme_id, country, position) VALUES (?, ?, ?)",
                [id, country.code, position])
        }
        for (position, target) in programme.targets.enumerated() {
            try run(
                """
                INSERT INTO programme_target (programme_id, measure, goal, position)
                VALUES (?, ?, ?, ?)
                """, [id, target.measure.text, target.goal, position])
        }
    }

    private func completed(_ programme: Programme) throws -> Programme {
        var programme = programme
        programme.countries = try all(
            "SELECT country FROM programme_country WHERE programme_id = ? ORDER BY position",
            [programme.id.rawValue]
        ) { row in try row.known(Country(code: row[0]), at: 0) }
        programme.targets = try all(
            "SELECT measure, goal FROM programme_target WHERE programme_id = ? ORDER BY position",
            [programme.id.rawValue]
        ) { row in
            let measure = try row.known(Programme.Target.Measure(row[0]), at: 0)
            return Programme.Target(measure: measure, goal: row[1])
        }
        return programme
    }
}

extension Programme {
    fileprivate static let columns =
        "id, code, title, parent_id, start_year, end_year, agreement"

    fileprivate init(_ row: Row) throws {
        self.init(
            id: row.id(at: 0), code: Code(stored: row[1]), title: row[2],
            parent: row.idIfSet(at: 3), startYear: row[4], endYear: row[5], agreement: row[6])
    }
}
