import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

struct EventList: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the events.", aliases: ["ls"])

    @Option(help: "Only those of this programme and its stages.") var programme: String?
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let desk = premises.office.eventDesk(premises.actor)
        let events = try await desk.list(programme: try programme.map { try Code($0) })
        output.show(Self.report(events), on: terminal)
    }

    static func report(_ events: [EventSummary], title: String? = nil) -> Report {
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
}
