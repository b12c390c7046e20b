import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

struct SessionList: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List an event's sessions.", aliases: ["ls"])

    @Argument(help: "The event.") var event: String
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let desk = premises.office.sessionDesk(premises.actor)
        output.show(Self.report(try await desk.list(try Code(event))), on: terminal)
    }

    static func report(_ sessions: [Session]) -> Report {
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
