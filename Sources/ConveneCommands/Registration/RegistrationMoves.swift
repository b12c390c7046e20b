import ArgumentParser
import Convene
import ConveneBootstrap

struct RegistrationConfirm: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm", abstract: "Confirm registrations.")

    @OptionGroup var choice: RegistrationChoice
    @OptionGroup var telling: TellingOption
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        try await choice.move(
            to: .confirmed, telling: telling.mail, in: premises, on: terminal)
    }
}

struct RegistrationDecline: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "decline", abstract: "Write down that people declined; their seats are freed.")

    @OptionGroup var choice: RegistrationChoice
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        try await choice.move(to: .declined, in: premises, on: terminal)
    }
}

struct RegistrationWithdraw: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "Withdraw registrations; their seats are freed.")

    @OptionGroup var choice: RegistrationChoice
    @OptionGroup var telling: TellingOption
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        try await choice.move(
            to: .withdrawn, telling: telling.mail, in: premises, on: terminal)
    }
}

struct RegistrationWaitlist: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "waitlist", abstract: "Put registrations on the waiting list.")

    @OptionGroup var choice: RegistrationChoice
    @OptionGroup var telling: TellingOption
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        try await choice.move(
            to: .waitlisted, telling: telling.mail, in: premises, on: terminal)
    }
}

struct RegistrationReject: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "reject", abstract: "Reject registrations, with a reason.")

    @OptionGroup var choice: RegistrationChoice
    @OptionGroup var telling: TellingOption
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        try await choice.move(
            to: .rejected, telling: telling.mail, in: premises, on: terminal)
    }
}

/// Whose registrations are meant, and why something is done with them.
struct RegistrationChoice: ParsableArguments {
    @Argument(help: "The event.") var event: String
    @Argument(help: "The people: address, number such as P12, or unique name.") var people: [String]
    @OptionGroup var reason: ReasonOption
    @OptionGroup var output: OutputOptions

    func move(
        to standing: Standing, telling: Bool = false, in premises: Premises, on terminal: Terminal
    ) async throws {
        let desk = premises.office.registrationDesk(premises.actor)
        let report = try await desk.move(
            Reading.people(people), at: try Code(event), to: standing, reason: reason.reason,
            telling: telling)
        output.show(
            report.changed + report.unchanged, saying: "\(standing.rawValue)", on: terminal)
        terminal.tellOfMails(report.mails)
        for line in report.movedUp {
            terminal.remark(
                "\(line.person.name.full) (\(line.person.id.text)) moved up from the waiting list.")
        }
    }
}

/// Whether people are told by mail what an officer decides.
struct TellingOption: ParsableArguments {
    @Flag(help: "Tell them by mail; it waits in the outbox.") var mail = false
}

extension Terminal {
    /// Says that mails were queued, and how they leave.
    func tellOfMails(_ count: Int) {
        guard count > 0 else { return }
        remark("\(count.of("mail waits", "mails wait")) for “convene mail send”.")
    }
}
