import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports
import FoundationEssentials

struct EventShow: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show an event with its sessions, seats, activities, outcomes and history.")

    @Argument(help: "The event.") var code: String
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let file = try await premises.office.eventDesk(premises.actor).file(try Code(code))
        output.show(card(file), on: terminal)
    }

    private func card(_ file: EventFile) -> Card {
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
                SessionList.report(file.sessions), activities(file), outcomes(file), history(file),
            ])
    }

    private func activities(_ file: EventFile) -> Report {
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

    private func outcomes(_ file: EventFile) -> Report {
        var report = OutcomeList.report(file.outcomes)
        report.title = "Outcomes"
        report.empty = "None: “convene outcome add” writes them down."
        return report
    }

    private func history(_ file: EventFile) -> Report {
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
