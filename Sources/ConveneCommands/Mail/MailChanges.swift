import ArgumentParser
import Convene
import ConveneBootstrap

struct MailRetry: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry", abstract: "Have mail tried again that failed or whose end is unknown."
    )

    @Argument(help: "The mails' numbers.") var messages: [String] = []
    @Flag(help: "All that failed.") var failed = false
    @Flag(help: "All whose end is unknown: they may arrive twice.") var unknown = false
    @Option(help: "With --failed or --unknown: only mail about this event.") var event: String?
    @OptionGroup var register: RegisterOptions

    func validate() throws {
        guard [!messages.isEmpty, failed, unknown].count(where: { $0 }) == 1 else {
            throw ValidationError("Name mails, or say --failed or --unknown.")
        }
    }

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let event = try event.map { try Code($0) }
        let choice: MessageChoice =
            failed || unknown
            ? .all(failed ? .failed : .unknown, event) : .these(try messages.map(Reading.message))
        let retrial = try await premises.office.postRoom(premises.actor).retry(choice)
        terminal.say(
            retrial.count == 0
                ? "There is no such mail to try again."
                : "\(retrial.count.of("mail waits", "mails wait")) for “convene mail send”.")
        guard !retrial.renewals.isEmpty else { return }
        let pairs = retrial.renewals.map { "\($0.new.text) in the place of \($0.old.text)" }
        terminal.say("Written anew, as things are now: \(pairs.joined(separator: ", ")).")
    }
}

struct MailCancel: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel", abstract: "Take mail back that has not left.")

    @Argument(help: "The mails' numbers.") var messages: [String] = []
    @Option(help: "All waiting mail about this event.") var event: String?
    @OptionGroup var register: RegisterOptions

    func validate() throws {
        guard messages.isEmpty != (event == nil) else {
            throw ValidationError("Name mails, or an --event.")
        }
    }

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let room = premises.office.postRoom(premises.actor)
        var count = 0
        if let event {
            for state in [Message.State.queued, .retry, .held] {
                count += try await room.cancel(.all(state, try Code(event)))
            }
        } else {
            count = try await room.cancel(.these(try messages.map(Reading.message)))
        }
        terminal.say("\(count.of("mail", "mails")) taken back.")
    }
}
