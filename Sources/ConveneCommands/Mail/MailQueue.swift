import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

struct MailQueue: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "queue", abstract: "List the outbox.", aliases: ["list", "ls"])

    @Argument(help: "Only mail about this event.") var event: String?
    @Option(help: "Only this state. Repeatable.") var state: [Message.State] = []
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let room = premises.office.postRoom(premises.actor)
        let code = try event.map { try Code($0) }
        let lines = try await room.list(event: code, states: state)
        let counts = try await room.count(event: code)
        output.show(Self.report(lines, counts), on: terminal)
    }

    static func report(_ lines: [MessageLine], _ counts: [Message.State: Int]) -> Report {
        let summary = Message.State.allCases.compactMap { state in
            counts[state].map { "\($0) \(state.rawValue)" }
        }
        return Report(
            "messages",
            columns: [
                Column("message", "No."), Column("event", "Event"), Column("purpose", "Purpose"),
                Column("email", "To"), Column("name", "Name", place: .whereRoom(2)),
                Column("state", "State"), .number("attempts", "Tried", place: .whereRoom(1)),
                Column("due_at", "Due", place: .programs), Column("ended_at", "Ended"),
                Column("reply", "The server's word"),
            ],
            rows: lines.map { line in
                let message = line.message
                return [
                    .text(message.id.text), .text(line.event.text), .text(message.purpose.rawValue),
                    .text(message.address.text), .text(line.person.name.full),
                    .text(message.state.rawValue), .number(message.attempts), Value(message.dueAt),
                    Value(message.endedAt), .text(message.reply),
                ]
            }, notes: summary.isEmpty ? [] : [summary.joined(separator: ", ") + "."],
            empty: "No such mail in the outbox.")
    }
}
