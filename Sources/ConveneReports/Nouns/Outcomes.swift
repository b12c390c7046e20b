package import Convene

extension Card {
    /// One outcome, with the keys of the list.
    package static func outcome(_ line: OutcomeLine) -> Card { Card(lineOf: .outcomes([line])) }
}

extension Report {
    /// What events recommended or decided.
    package static func outcomes(_ lines: [OutcomeLine]) -> Report {
        Report(
            "outcomes",
            columns: [
                Column("code", "No."), Column("event", "Event", place: .programs),
                Column("number", "Number", place: .programs), Column("text", "Outcome"),
                Column("responsible", "Responsible", place: .whereRoom(2)), Column("due", "Due"),
                Column("due_on", "Due on", place: .programs), Column("state", "State"),
                Column("overdue", "Overdue", place: .programs), Column("done_on", "Done on"),
                Column("done_by", "By", place: .whereRoom(3)),
                Column("note", "Follow-up", place: .whereRoom(1)),
            ],
            rows: lines.map(outcome), empty: "No outcomes.")
    }

    private static func outcome(_ line: OutcomeLine) -> [Value] {
        let outcome = line.outcome
        let state = outcome.done == nil ? "open" : "done"
        return [
            .text(line.code), .text(line.event.code.text), .number(outcome.number),
            .text(outcome.wording), Value(outcome.responsible.nonEmpty), Value(outcome.due),
            Value(outcome.due?.last),
            .named(line.isOverdue ? "overdue" : state, .text(state)), .flag(line.isOverdue),
            Value(outcome.done?.on), Value(outcome.done?.by.name), Value(outcome.followUp.nonEmpty),
        ]
    }
}
