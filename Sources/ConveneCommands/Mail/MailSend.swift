import ArgumentParser
import Convene
import ConveneBootstrap
import FoundationEssentials

struct MailSend: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "send", abstract: "Send what is due in the outbox.")

    @Argument(help: "Only mail about this event.") var event: String?
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        try await premises.send(
            by: try await premises.mailer(), event: try event.map { try Code($0) }, on: terminal)
    }
}

extension Premises {
    /// Sends what is due and says how it went.
    ///
    /// - Throws: `mail.server` when the server wanted nothing, `mail.partly` when some were not
    ///   sent.
    func send(by mailer: any Mailer, event: Code?, on terminal: Terminal) async throws {
        let progress = Progress("Sending", on: terminal)
        let (room, rest, sender) = (office.postRoom(actor), rest, sender)
        let report = try await Interruption.cancels {
            try await room.deliver(
                by: mailer, event: event, as: sender, rest: rest, progress: progress.show)
        }
        progress.end()
        if report.sent > 0 || (report.notSent.isEmpty && report.waiting == 0) {
            terminal.say("\(report.sent.of("mail", "mails")) sent.")
        }
        if report.suppressed > 0 {
            terminal.say(
                "\(report.suppressed.of("mail was", "mails were")) not sent, because nothing is"
                    + " sent there any more: “convene mail queue --state suppressed” shows why.")
        }
        if let stopped = report.stopped { throw Problem.serverStopped(stopped, report) }
        guard report.notSent.isEmpty, report.reminderFaults.isEmpty else {
            throw Problem.someNotSent(report)
        }
        if let due = report.nextDue {
            terminal.say(
                "\(report.waiting.of("mail waits", "mails wait")) until \(due.formatted(.iso8601)):"
                    + " the server asked to try again later.")
        }
    }
}

extension Problem {
    static func serverStopped(_ delivery: Delivery, _ report: DeliveryReport) -> Problem {
        let lost =
            "Nothing is lost: \(report.waiting.of("mail waits", "mails wait")) for"
            + " “convene mail send”."
        let reason =
            switch delivery.outcome {
            case .refusedUs:
                "The mail server refuses us: \(delivery.reply.asSentence) The outbox is held until"
                    + " “convene mail release”."
            // Ours, and a sentence.
            case .notStarted: delivery.reply
            case .unreachable, .sent, .retry, .failed, .unknown:
                "The mail server can't be used now: \(delivery.reply.asSentence)"
            }
        return Problem(
            report.sent > 0 ? .mailPartly : .mailServer, "\(reason) \(lost)",
            details: report.reminderFaults.map(\.line))
    }

    static func someNotSent(_ report: DeliveryReport) -> Problem {
        let lost = report.notSent.map { line in
            "\(line.message.id.text)  \(line.message.address.text)  \(line.message.state.rawValue):"
                + " \(line.message.reply)"
        }
        let events = report.reminderFaults.count
        let message =
            lost.isEmpty
            ? "\(report.sent.of("mail", "mails")) sent; the reminders of"
                + " \(events.of("event", "events")) could not be written, and wait:"
            : "\(lost.count.of("mail was", "mails were")) not sent, \(report.sent) were:"
        return Problem(
            .mailPartly, message, details: lost + report.reminderFaults.map(\.line))
    }
}

extension String {
    /// A server's words, so that ours may follow them.
    fileprivate var asSentence: String {
        guard let last = last(where: { !$0.isWhitespace }) else { return self }
        return ".!?…:".contains(last) ? self : self + "."
    }
}

extension ReminderFault {
    fileprivate var line: String { "\(event)  reminders: \(problem.message)" }
}
