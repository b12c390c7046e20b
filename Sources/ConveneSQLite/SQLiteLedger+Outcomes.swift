import Convene
import GRDB

extension SQLiteLedger: OutcomeLedger {
    func outcomes(of events: [Event.ID]?) throws -> [Outcome] {
        guard let events else {
            return try all("\(Outcome.selection) \(Outcome.order)", [], Outcome.init)
        }
        return try all(
            """
            \(Outcome.selection) WHERE o.event_id IN (SELECT value FROM json_each(?))
            \(Outcome.order)
            """, [events.json()], Outcome.init)
    }

    func insert(_ outcome: Outcome) throws -> Outcome.ID {
        Outcome.ID(
            try add(
                """
                INSERT INTO outcome (event_id, number, wording, due, due_first, due_last,
                    due_precision, responsible, follow_up, done_on, done_by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, try arguments(of: outcome)))
    }

    func update(_ outcome: Outcome) throws {
        try run(
            """
            UPDATE outcome SET event_id = ?, number = ?, wording = ?, due = ?, due_first = ?,
                due_last = ?, due_precision = ?, responsible = ?, follow_up = ?, done_on = ?,
                done_by = ?
            WHERE id = ?
            """, try arguments(of: outcome) + [outcome.id.rawValue])
    }

    private func arguments(of outcome: Outcome) throws -> StatementArguments {
        [
            outcome.event.rawValue, outcome.number, outcome.wording, outcome.due?.text,
            outcome.due?.first.text, outcome.due?.last.text, outcome.due?.precision.rawValue,
            outcome.responsible, outcome.followUp, outcome.done?.on.text,
            try outcome.done.map { try number(of: $0.by) },
        ]
    }
}

extension Outcome {
    fileprivate static let selection = """
        SELECT o.id, o.event_id, o.number, o.wording, o.due, o.due_first, o.due_last,
            o.due_precision, o.responsible, o.follow_up, o.done_on, w.kind, w.name
        FROM outcome o JOIN event e ON e.id = o.event_id LEFT JOIN actor w ON w.id = o.done_by
        """

    /// Events by their first day, else their term, as they are listed.
    fileprivate static let order = """
        ORDER BY coalesce(e.first_day, e.term_first) IS NULL, coalesce(e.first_day, e.term_first),
            e.term_last, e.code, o.number
        """

    fileprivate init(_ row: Row) throws {
        self.init(
            id: row.id(at: 0), event: row.id(at: 1), number: row[2], wording: row[3],
            due: try row.termIfSet(at: 4), responsible: row[8], followUp: row[9],
            done: try row.tickIfSet(at: 10))
    }
}
