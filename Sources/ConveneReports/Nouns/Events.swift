package import Convene
import FoundationEssentials

extension Report {
    /// Events with how many are registered.
    package static func events(_ events: [EventSummary], title: String? = nil) -> Report {
        Report(
            "events", title: title,
            columns: [
                Column("code", "Code"), Column("programme", "Programme", place: .whereRoom(3)),
                Column("kind", "Kind", place: .whereRoom(1)), Column("title", "Title"),
                Column("when", "When"), Column("term", "Term", place: .programs),
                Column("city", "City", place: .whereRoom(2)), Column("country", "Country"),
                Column("status", "Status"), .number("registrations", "Registered"),
                .number("confirmed", "Confirmed"),
            ],
            rows: events.map { line in
                let event = line.event
                return [
                    .text(event.code.text), Value(line.programme?.text), .text(event.kind.rawValue),
                    .text(event.title),
                    event.dates.map { Value($0) } ?? Value(event.term?.text), Value(event.term),
                    .text(event.city), Value(code: event.country), .text(event.status.rawValue),
                    .number(line.standings.values.reduce(0, +)),
                    .number(line.standings[.confirmed] ?? 0),
                ]
            }, empty: "No events yet: “convene event add” or “import” brings them in.")
    }

    /// What an event asks those who register.
    package static func questions(_ questions: [Question]) -> Report {
        Report(
            "questions",
            columns: [
                .number("number", "No."), Column("question", "Question"), Column("kind", "Kind"),
                Column("choices", "Choices"), Column("required", "Required"),
            ],
            rows: questions.map { question in
                [
                    .number(question.number), .text(question.wording),
                    .text(question.kind.rawValue), .list(question.choices.map { .text($0) }),
                    .flag(question.isRequired),
                ]
            }, empty: "No questions.")
    }

    /// The sessions of an event.
    package static func sessions(_ sessions: [Session]) -> Report {
        Report(
            "sessions", title: "Sessions",
            columns: [
                .number("session", "No."), Column("day", "Day"), Column("starts", "From"),
                Column("ends", "To"), Column("title", "Title"), Column("counts", "Counts"),
            ],
            rows: sessions.map { session in
                [
                    .number(session.number), .text(session.day.text), Value(session.starts?.text),
                    Value(session.ends?.text), Value(session.title.nonEmpty), .flag(session.counts),
                ]
            }, empty: "No sessions yet: they come with the event's dates.")
    }
}

extension Card {
    /// One session, with the keys of the list.
    package static func session(_ session: Session) -> Card { Card(lineOf: .sessions([session])) }

    /// An event with all that belongs to it.
    package static func event(_ file: EventFile) -> Card {
        let event = file.event
        let place = [event.venue, event.city, event.country?.name(in: .english) ?? ""]
        return Card(
            title: event.title,
            fields: [
                .init("code", "Code", .text(event.code.text)),
                .init("title", "Title", .text(event.title), forPrograms: true),
                .init("programme", "Programme", Value(file.programme?.code.text)),
                .init("kind", "Kind", .text(event.kind.rawValue)),
                .init("status", "Status", .text(event.status.rawValue)),
                .init("dates", "Dates", Value(event.dates)),
                .init("term", "Term", Value(event.term)),
                .init(
                    "place", "Place", .text(place.filter { !$0.isEmpty }.joined(separator: ", "))),
                .init("city", "City", .text(event.city), forPrograms: true),
                .init("country", "Country", Value(code: event.country), forPrograms: true),
                .init("venue", "Venue", .text(event.venue), forPrograms: true),
                .init("description", "Description", .text(event.description), forPrograms: true),
                .init("timezone", "Time zone", .text(event.zone.name)),
                .init("mode", "Mode", .text(event.mode.rawValue)),
                .init("languages", "Languages", Value(event.languages)),
                .init(
                    "organisations", "Organised by",
                    .list(
                        file.organisations.map {
                            .named(
                                "\($0.name) (\($0.part.rawValue))",
                                .record([
                                    "name": .text($0.name), "part": .text($0.part.rawValue),
                                ]))
                        })),
                .init("answer_by", "Answer by", Value(event.answerBy?.text)),
                .init(
                    "reminders", "Reminds",
                    .list(
                        file.reminders.map { reminder in
                            let due = reminder.next(for: event)
                            return .named(
                                reminder.rule.text
                                    + (due.map { " (\($0.formatted(.iso8601)))" } ?? ""),
                                .record([
                                    "rule": .text(reminder.rule.text), "next": Value(due),
                                    "done_at": Value(reminder.doneAt),
                                ]))
                        })),
                .init("admission", "Admission", .text(event.admission.rawValue)),
                .init("contact", "Contact", Value(event.contact?.text)),
                .init("mail_text", "Text for mail", .text(event.mailText), forPrograms: true),
                .init("capacity", "Seats", Value(event.capacity)),
                .init("seats_taken", "Seats taken", .number(file.seatsTaken)),
                .init(
                    "completion_percent", "Completed with",
                    .named(
                        "\(event.completionPercent) % of the counting sessions",
                        .number(event.completionPercent))),
            ]
                + Standing.allCases.compactMap { standing in
                    file.standings[standing].map {
                        .init(standing.rawValue, standing.rawValue.capitalized, .number($0))
                    }
                },
            lists: [
                .sessions(file.sessions), activities(file), outcomes(file), history(file),
            ])
    }

    private static func activities(_ file: EventFile) -> Report {
        Report(
            "activities", title: "Activities that it carries out",
            columns: [
                Column("code", "Code"), Column("programme", "Programme", place: .whereRoom(1)),
                Column("title", "Title"), Column("due", "Due"), Column("state", "State"),
                Column("overdue", "Overdue", place: .whereRoom(2)),
            ],
            rows: file.activities.map { line in
                [
                    .text(line.activity.code), .text(line.programme.text),
                    .text(line.activity.title), Value(line.activity.due),
                    .text(line.activity.state.rawValue), Value(line.lateness),
                ]
            }, empty: "None: “convene plan link” names them.")
    }

    private static func outcomes(_ file: EventFile) -> Report {
        var report = Report.outcomes(file.outcomes)
        report.title = "Outcomes"
        report.empty = "None: “convene outcome add” writes them down."
        return report
    }

    private static func history(_ file: EventFile) -> Report {
        Report(
            "history", title: "History",
            columns: [
                Column("at", "At"), Column("status", "Status"), Column("actor", "By"),
                Column("reason", "Reason"),
            ],
            rows: file.history.map {
                [Value($0.at), .text($0.status.rawValue), .text($0.actor.name), .text($0.reason)]
            }, empty: "")
    }
}
