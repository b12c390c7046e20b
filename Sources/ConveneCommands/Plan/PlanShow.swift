import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

struct PlanShow: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show an activity with its steps, its events and its history.")

    @Argument(help: "The activity, as 2023-9.") var activity: String
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let desk = premises.office.planDesk(premises.actor)
        let file = try await desk.file(ActivityMention(activity))
        output.show(Card.activity(file), on: terminal)
    }
}
