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
        output.show(Report.sessions(try await desk.list(try Code(event))), on: terminal)
    }
}
