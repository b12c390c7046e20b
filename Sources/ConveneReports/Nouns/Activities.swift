package import Convene

extension Report {
    /// Activities of action plans.
    package static func activities(_ lines: [ActivityLine], empty: String) -> Report {
        Report(
            "activities",
            columns: [
                Column("code", "Code"), Column("programme", "Programme", place: .whereRoom(3)),
                Column("year", "Year", place: .programs), Column("number", "No.", place: .programs),
                Column("title", "Title"), Column("term", "Term", place: .whereRoom(2)),
                Column("due", "Due"), Column("next_due", "Next due", place: .programs),
                Column("state", "State"), .number("steps_done", "Done"), .number("steps", "Steps"),
                Column("overdue", "Overdue"), Column("overdue_since", "Since", place: .programs),
                Column("done_on", "Done on", place: .programs),
                Column("events", "Events", place: .whereRoom(1)),
            ],
            rows: lines.map(activity), empty: empty)
    }

    private static func activity(_ line: ActivityLine) -> [Value] {
        let activity = line.activity
        return [
            .text(activity.code), .text(line.programme.text), .number(activity.year),
            .number(activity.number), .text(activity.title), Value(activity.term),
            Value(activity.due), Value(activity.nextDue), .text(activity.state.rawValue),
            .number(activity.steps.count { $0.done != nil }), .number(activity.steps.count),
            Value(line.lateness), Value(line.lateness?.since), Value(activity.doneOn),
            .list(line.events.map { .text($0.text) }),
        ]
    }
}

extension Card {
    /// An activity with its steps, its events and its history.
    package static func activity(_ file: ActivityFile) -> Card {
        let activity = file.line.activity
        return Card(
            title: activity.title,
            fields: [
                .init("code", "Code", .text(activity.code)),
                .init("programme", "Programme", .text(file.line.programme.text)),
                .init("year", "Year", .number(activity.year), forPrograms: true),
                .init("number", "Number", .number(activity.number), forPrograms: true),
                .init("title", "Title", .text(activity.title), forPrograms: true),
                .init("term", "Term", Value(activity.term)),
                .init("due", "Due", Value(activity.due)),
                .init("next_due", "Next due", Value(activity.nextDue)),
                .init("state", "State", .text(activity.state.rawValue)),
                .init("overdue", "Overdue", Value(file.line.lateness)),
                .init("done_on", "Done on", Value(activity.doneOn)),
                .init("done_by", "Done by", Value(activity.done?.by.name)),
            ], lists: [steps(file.line), events(file.events), history(file.history)])
    }

    private static func steps(_ line: ActivityLine) -> Report {
        let activity = line.activity
        return Report(
            "steps", title: "Steps",
            columns: [
                .number("step", "No."), Column("title", "Step"),
                Column("term", "Term", place: .whereRoom(1)), Column("due", "Due"),
                Column("overdue", "Overdue"), Column("done_on", "Done on"),
                Column("done_by", "By"),
            ],
            rows: activity.steps.enumerated().map { place, step in
                let isLate = line.lateness?.steps.contains(place + 1) == true
                return [
                    .number(place + 1), .text(step.title), Value(step.term),
                    Value(activity.due(step)), .named(isLate ? "overdue" : "", .flag(isLate)),
                    Value(step.done?.on), Value(step.done?.by.name),
                ]
            }, empty: "No steps: the activity is ticked off as a whole.")
    }

    private static func events(_ events: [Event]) -> Report {
        Report(
            "events", title: "Events that carry it out",
            columns: [
                Column("code", "Code"), Column("kind", "Kind", place: .whereRoom(1)),
                Column("title", "Title"), Column("when", "When"), Column("status", "Status"),
            ],
            rows: events.map { event in
                [
                    .text(event.code.text), .text(event.kind.rawValue), .text(event.title),
                    event.dates.map { Value($0) } ?? Value(event.term),
                    .text(event.status.rawValue),
                ]
            }, empty: "None yet: “convene plan link” names them.")
    }

    private static func history(_ entries: [AuditEntry]) -> Report {
        Report(
            "history", title: "History",
            columns: [
                Column("at", "At"), Column("act", "Act"), Column("actor", "By"),
                Column("details", "Details"),
            ],
            rows: entries.map {
                [Value($0.at), .text($0.act.rawValue), .text($0.actor.name), .text($0.details)]
            }, empty: "")
    }
}

extension Value {
    /// Since when something is late, and which steps if not all, for people; whether, for programs.
    package init(_ lateness: Activity.Lateness?) {
        guard let lateness else {
            self = .named("", .flag(false))
            return
        }
        let steps = lateness.steps.map(String.init).joined(separator: ", ")
        let which =
            lateness.isWhole ? "" : ", \(lateness.steps.count == 1 ? "step" : "steps") \(steps)"
        self = .named("since \(lateness.since.text)\(which)", .flag(true))
    }
}
