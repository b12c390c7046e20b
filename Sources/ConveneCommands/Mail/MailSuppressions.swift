import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

struct MailSuppressed: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "suppressed", abstract: "List whom nothing is sent to, and why.")

    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let room = premises.office.postRoom(premises.actor)
        let addresses = try await room.suppressions()
        let people = try await room.optOuts()
        output.show(
            Report.suppressed(addresses, people), on: terminal)
    }
}

struct MailSuppress: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "suppress", abstract: "Send nothing more to an address.")

    @Argument(help: "The address.") var address: String
    @Option(help: "Why.") var reason: String = ""
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let (suppression, isNew) = try await premises.office.postRoom(premises.actor).suppress(
            try EmailAddress(address), reason: reason)
        terminal.say(
            isNew
                ? "Nothing more is sent to \(suppression.address)."
                : "Nothing is sent to it already: \(suppression.reason).")
    }
}

struct MailUnsuppress: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "unsuppress", abstract: "Let mail go to an address again.",
        discussion: """
            For an address that was taken for dead by mistake, or works again. Mail that was held \
            back meanwhile does not leave by itself: invite again, or remind.
            """)

    @Argument(help: "The address.") var address: String
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let address = try EmailAddress(address)
        try await premises.office.postRoom(premises.actor).unsuppress(address)
        terminal.say("Mail goes to \(address) again.")
    }
}

struct MailOptOut: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "opt-out", abstract: "Take down that somebody wants no more of some mail.",
        discussion: """
            Who wants no invitations or letters still gets what concerns a place that they have: \
            confirmations, changes, cancellations. Who wants no mail at all gets none.
            """)

    @Argument(help: "The person.") var person: String
    @Option(help: "invitations, letters, or all.") var from: StreamChoice = .invitations
    @Flag(help: "They want it again.") var undo = false
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let room = premises.office.postRoom(premises.actor)
        let mention = PersonMention(person)
        if undo {
            try await room.optIn(mention, to: from.stream)
            terminal.say("\(person) gets \(from.words) again.")
        } else {
            try await room.optOut(mention, of: from.stream)
            terminal.say("\(person) gets no more \(from.words).")
        }
    }
}

/// A stream of mail as it is named on the command line, or all of them.
enum StreamChoice: String, CaseIterable, ExpressibleByArgument {
    case invitations, letters, all

    var stream: MailStream? { MailStream(rawValue: rawValue) }
    var words: String { self == .all ? "mail" : rawValue }
}
