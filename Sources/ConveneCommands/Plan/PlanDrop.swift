import ArgumentParser
import Convene
import ConveneBootstrap

struct PlanDrop: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "drop", abstract: "Give an activity up: it is never overdue any more.")

    @Argument(help: "The activity, as 2023-9.") var activity: String
    @Flag(help: "Take it up again.") var undo = false
    @OptionGroup var reason: ReasonOption
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let activity = try await premises.office.planDesk(premises.actor).set(
            dropped: !undo, ActivityMention(activity), reason: reason.reason)
        terminal.say("\(activity.code) is \(activity.state.words).")
    }
}
