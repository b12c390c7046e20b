import ArgumentParser
import Convene
import ConveneBootstrap

struct PlanLink: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "link", abstract: "Say which events carry an activity out.")

    @Argument(help: "The activity, as 2023-9.") var activity: String
    @Argument(help: "The events.") var events: [String]
    @Flag(help: "Take the events from the activity again.") var remove = false
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let desk = premises.office.planDesk(premises.actor)
        let mention = ActivityMention(activity)
        let codes = try events.map(Reading.code)
        let line =
            try await remove
            ? desk.unlink(mention, from: codes) : desk.link(mention, to: codes)
        let events = line.events.map(\.text).joined(separator: ", ")
        terminal.say(
            events.isEmpty
                ? "No event carries \(line.activity.code) out."
                : "\(line.activity.code) is carried out by \(events).")
    }
}
