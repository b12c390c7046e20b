import ArgumentParser
import Convene
import ConveneBootstrap

struct MailHold: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "hold", abstract: "Keep mail back: single mails, an event's, or all of it.",
        discussion: """
            Nothing leaves the outbox until "convene mail release". What has left already can't be \
            called back.
            """)

    @Argument(help: "The mails' numbers; none for the whole outbox.") var messages: [String] = []
    @Option(help: "All waiting mail about this event.") var event: String?
    @Option(help: "Why, for whoever wants to send.") var reason = "Somebody held it."
    @OptionGroup var register: RegisterOptions

    func validate() throws { try Holding.check(messages, event) }

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let room = premises.office.postRoom(premises.actor)
        guard let choices = try Holding.choices(messages, event, in: [.queued, .retry]) else {
            try await room.hold(reason)
            return terminal.say("The outbox is held until “convene mail release”.")
        }
        var count = 0
        for choice in choices { count += try await room.hold(choice) }
        terminal.say("\(count.of("mail", "mails")) held until “convene mail release”.")
    }
}

struct MailRelease: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: "Let mail go again that was held, or the whole outbox.",
        discussion: """
            The outbox holds itself when the mail server refuses us, when too many addresses are \
            refused, and after a restore: a restored register does not know what was sent after its \
            copy was made. Look through "convene mail queue" first, and cancel what has been sent.
            """)

    @Argument(help: "The mails' numbers; none for the whole outbox.") var messages: [String] = []
    @Option(help: "All held mail about this event.") var event: String?
    @OptionGroup var register: RegisterOptions

    func validate() throws { try Holding.check(messages, event) }

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let room = premises.office.postRoom(premises.actor)
        guard let choices = try Holding.choices(messages, event, in: [.held]) else {
            try await room.release()
            return terminal.say("The outbox goes again with “convene mail send”.")
        }
        var count = 0
        for choice in choices { count += try await room.release(choice) }
        terminal.say(
            count == 0
                ? "No such mail was held."
                : "\(count.of("mail waits", "mails wait")) for “convene mail send”.")
    }
}

/// What both have in common: which mail is meant.
private enum Holding {
    static func check(_ messages: [String], _ event: String?) throws {
        guard messages.isEmpty || event == nil else {
            throw ValidationError("Name mails, or an --event, or neither for the whole outbox.")
        }
    }

    /// Nothing means the whole outbox.
    static func choices(_ messages: [String], _ event: String?, in states: [Message.State]) throws
        -> [MessageChoice]?
    {
        if let event {
            let code = try Code(event)
            return states.map { .all($0, code) }
        }
        return messages.isEmpty ? nil : [.these(try messages.map(Reading.message))]
    }
}
