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
        output.show(Card.event(file), on: terminal)
    }
}
