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
        output.show(Report.messages(lines, counts), on: terminal)
    }
}
