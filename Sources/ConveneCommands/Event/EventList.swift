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
        output.show(Report.events(events), on: terminal)
    }
}
