import ArgumentParser
import Convene
import ConveneBootstrap

struct EventEdit: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Change an event: agree its dates, move it, rename it.",
        discussion: """
            Sessions follow the dates: those of the first day become those of the new first day, with \
            their times and titles, and so on. Whoever holds an invitation is told of new dates, a \
            new place or a new title by a mail that waits in the outbox until "convene mail send".
            """)

    @Argument(help: "The event.") var code: String
    @Option(help: "A new title.") var title: String?
    @Option(help: "Another kind.") var kind: Event.Kind?
    @Option(help: "The programme that it belongs to; 'none' for none.") var programme: String?
    @Option(help: ArgumentHelp("A new short name.", valueName: "code")) var rename: String?
    @Flag(help: "Queue no mail about the change.") var noMail = false
    @OptionGroup var fields: EventFields
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let programmes = premises.office.programmeDesk(premises.actor)
        var programme: Programme.ID??
        if let code = self.programme {
            programme =
                code == "none" ? .some(nil) : try await programmes.programme(try Code(code)).id
        }
        let (belongs, edits) = (programme, self)
        let change = try await premises.office.eventDesk(premises.actor).edit(
            try Code(code), organisations: fields.organisations,
            reminders: try fields.reminders(), telling: !noMail
        ) { event in
            if let title = edits.title { event.title = title }
            if let kind = edits.kind { event.kind = kind }
            if let rename = edits.rename { event.code = try Code(rename) }
            if let belongs { event.programme = belongs }
            try edits.fields.apply(to: &event)
        }
        change.tell(on: terminal)
        if fields.dates != nil, change.event.status == .postponed {
            terminal.say(
                "It is still postponed: those who were invited are told when it is opened again with"
                    + " “convene event open \(change.event.code)”.")
        }
    }
}

extension EventChange {
    /// Says what the event is now and what followed from it.
    func tell(on terminal: Terminal) {
        let dates = event.dates.map { "\($0.lowerBound.text)/\($0.upperBound.text)" }
        let time = dates ?? event.term?.text ?? "no dates yet"
        terminal.say("\(event.code): \(event.status.rawValue), \(time).")
        if movedUp > 0 {
            terminal.say("\(movedUp.of("person", "people")) moved up from the waiting list.")
        }
        if mails > 0 { terminal.say(Self.outboxSentence(mails)) }
    }

    static func outboxSentence(_ mails: Int) -> String {
        "\(mails.of("mail", "mails")) about it in the outbox: “convene mail send” sends,"
            + " “convene mail queue” shows."
    }
}
