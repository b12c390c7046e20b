import ArgumentParser
import Convene
import ConveneBootstrap

struct EventOpen: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Open an event for registration.",
        discussion: """
            When a postponed event is opened with its new dates, whoever was invited is told by a \
            mail that waits in the outbox until "convene mail send".
            """)

    @Argument(help: "The event.") var code: String
    @Flag(help: "Queue no mail about it.") var noMail = false
    @OptionGroup var reason: ReasonOption
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        try await premises.move(code, to: .open, reason, noMail: noMail, on: terminal)
    }
}

struct EventClose: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "Close an event's list: nobody is added any more.")

    @Argument(help: "The event.") var code: String
    @Flag(help: "Queue no mail about it.") var noMail = false
    @OptionGroup var reason: ReasonOption
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        try await premises.move(code, to: .closed, reason, noMail: noMail, on: terminal)
    }
}

struct EventHold: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "hold", abstract: "Write down that an event has been held.")

    @Argument(help: "The event.") var code: String
    @OptionGroup var reason: ReasonOption
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        try await premises.move(code, to: .held, reason, on: terminal)
    }
}

struct EventPostpone: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "postpone",
        abstract: "Postpone an event: its dates fall away, whoever was invited is told.")

    @Argument(help: "The event.") var code: String
    @OptionGroup var telling: TellingOptions
    @OptionGroup var reason: ReasonOption
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        try await premises.move(code, to: .postponed, reason, telling, on: terminal)
    }
}

struct EventCancel: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel", abstract: "Cancel an event for good; whoever was invited is told.")

    @Argument(help: "The event.") var code: String
    @OptionGroup var telling: TellingOptions
    @OptionGroup var reason: ReasonOption
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        try await premises.move(code, to: .cancelled, reason, telling, on: terminal)
    }
}

/// Why something is done, for the history.
struct ReasonOption: ParsableArguments {
    @Option(help: "Why, for the history.") var reason: String = ""
}

/// Who hears of it.
struct TellingOptions: ParsableArguments {
    @Flag(help: "Queue no mail about it.") var noMail = false
    @Flag(help: "Show what would be done, and do nothing.") var dryRun = false
    @Flag(name: [.long, .customShort("y")], help: "Don't ask before doing it.") var yes = false
}

extension Premises {
    fileprivate func move(
        _ code: String, to status: Event.Status, _ reason: ReasonOption,
        _ telling: TellingOptions? = nil, noMail: Bool = false, on terminal: Terminal
    ) async throws {
        let desk = office.eventDesk(actor)
        let code = try Code(code)
        let tells = !noMail && telling?.noMail != true
        if let telling {
            let preview = try await desk.preview(code, to: status, telling: tells)
            let mails = preview.mails.of("mail", "mails")
            let what = "\(code) would be \(status.rawValue), and \(mails) queued"
            if telling.dryRun { return terminal.say(what + ".") }
            guard terminal.confirm(what + ". Do it?", unless: telling.yes) else {
                return terminal.say("Nothing was changed.")
            }
        }
        let change = try await desk.move(
            code, to: status, reason: reason.reason, telling: tells)
        change.tell(on: terminal)
    }
}
