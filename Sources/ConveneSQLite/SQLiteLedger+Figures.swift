import Convene
import GRDB

extension SQLiteLedger: FigureLedger {
    func figures(_ query: FigureQuery) throws -> [FigureCount] {
        let statements = FigureStatements(query)
        let width = query.by.count
        var people: [[String?]: Int] = [:]
        if let statement = statements.people {
            _ = try all(statement, statements.arguments) { row in
                people[row.keys(width)] = row[width]
            }
        }
        var rows = try participations(query, statements)
        for index in rows.indices {
            rows[index].measures.people =
                statements.people == nil
                ? rows[index].measures.attended : people[rows[index].keys] ?? 0
        }
        return rows
    }

    /// Everything but people. What was counted finer a moment ago, for the rows of which these are
    /// the margins or the total, is added up rather than counted again.
    private func participations(_ query: FigureQuery, _ statements: FigureStatements) throws
        -> [FigureCount]
    {
        if let finer = memory.figures, finer.changes == db.totalChangesCount,
            let rows = finer.coarser(query)
        {
            return rows
        }
        let width = query.by.count
        let rows = try all(statements.counts, statements.arguments) { row in
            FigureCount(keys: row.keys(width), measures: Measures(row, from: width))
        }
        memory.figures = FigureMemory(query: query, rows: rows, changes: db.totalChangesCount)
        return rows
    }

    func headCounts(_ query: FigureQuery) throws -> [(event: Event.ID, count: HeadCount)] {
        let filter = FigureFilter(eventsOf: query, column: "s.event_id")
        return try all(
            """
            SELECT \(HeadCount.columns), s.event_id
            FROM head_count h JOIN actor a ON a.id = h.actor_id JOIN session s ON s.id = h.session_id
            WHERE h.id IN (SELECT max(id) FROM head_count GROUP BY session_id, country, gender)
                AND \(filter.text)
            ORDER BY s.event_id, s.number, h.country, h.gender
            """, filter.arguments
        ) { row in (row.id(at: 8), try HeadCount(row)) }
    }

    func flagsToMend() throws -> Int {
        try count(
            """
            WITH present (registration_id, sessions) AS (
                SELECT m.registration_id, count(*)
                FROM attendance_mark m JOIN session s ON s.id = m.session_id
                WHERE s.counts = 1 AND m.mark = 'present' AND NOT EXISTS (
                    SELECT 1 FROM attendance_mark later
                    WHERE later.registration_id = m.registration_id
                        AND later.session_id = m.session_id AND later.entry > m.entry)
                GROUP BY m.registration_id
            ), counting (event_id, sessions) AS (
                SELECT event_id, count(*) FROM session WHERE counts = 1 GROUP BY event_id
            ), recounted (registration_id, invited, attended, completed) AS (
                SELECT r.id,
                    i.sent_at IS NOT NULL,
                    r.standing = 'confirmed' AND p.sessions IS NOT NULL,
                    r.standing = 'confirmed' AND p.sessions IS NOT NULL
                        AND p.sessions * 100 >= e.completion_percent * c.sessions
                FROM registration r JOIN event e ON e.id = r.event_id
                LEFT JOIN counting c ON c.event_id = r.event_id
                LEFT JOIN present p ON p.registration_id = r.id
                LEFT JOIN invitation i ON i.registration_id = r.id
            )
            SELECT count(*)
            FROM registration r JOIN recounted n ON n.registration_id = r.id
            WHERE r.invited <> n.invited OR r.attended <> n.attended OR r.completed <> n.completed
            """)
    }
}

extension Row {
    fileprivate func keys(_ width: Int) -> [String?] {
        (0..<width).map { self[$0] as DatabaseValue }.map(\.text)
    }
}

extension Measures {
    /// The measures from this column on, in the order in which ``FigureStatements`` asks for them.
    fileprivate init(_ row: Row, from index: Int) {
        self.init()
        registrations = row[index]
        invited = row[index + 1]
        confirmed = row[index + 2]
        attended = row[index + 3]
        completed = row[index + 4]
        female = row[index + 5]
        male = row[index + 6]
        other = row[index + 7]
        undisclosed = row[index + 8]
    }
}

extension DatabaseValue {
    /// A key as text, whether it is stored as a text or as a number.
    fileprivate var text: String? {
        switch storage {
        case .string(let text): text
        case .int64(let number): String(number)
        case .null, .double, .blob: nil
        }
    }
}
