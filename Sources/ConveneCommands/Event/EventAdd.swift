import ArgumentParser
import Convene
import ConveneBootstrap

struct EventAdd: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add an event.",
        discussion: """
            convene event add minsk-2012 --kind seminar --title 'Museum shops' \\
                --dates 2012-05-14/2012-05-15 --city Minsk --country BY --timezone Europe/Minsk
            """)

    @Argument(help: "Its short name, for example kyiv-2011-training.") var code: String
    @Option(help: "Its title.") var title: String
    @Option(help: "What kind of event it is.") var kind: Event.Kind
    @Option(help: "The programme that it belongs to.") var programme: String?
    @OptionGroup var fields: EventFields
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        var event = Event(code: try Code(code), kind: kind, title: title)
        try fields.apply(to: &event)
        if let programme {
            event.programme = try await premises.office.programmeDesk(premises.actor)
                .programme(try Code(programme)).id
        }
        let desk = premises.office.eventDesk(premises.actor)
        let added = try await desk.add(event, organisations: fields.organisations ?? [])
        if let rules = try fields.reminders() {
            _ = try await desk.edit(added.code, reminders: rules) { _ in }
        }
        let sessions = try await premises.office.sessionDesk(premises.actor).list(added.code)
        terminal.say(
            "Event \(added.code) added, \(added.status.rawValue)"
                + (sessions.isEmpty ? "." : ", with \(sessions.count.of("session", "sessions")).")
        )
    }
}
