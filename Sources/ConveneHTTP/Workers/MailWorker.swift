import Convene
import ConveneBootstrap
import Logging
import ServiceLifecycle

/// Sends the mail that is due: at once after a write of this process, and every few seconds for
/// those of others. A server that can't be reached is left alone for a while. When it is told to end,
/// the mails on their way are finished.
struct MailWorker: Service {
    let premises: Premises
    let house: House

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var patience = MailPatience()
            var faults: [ReminderFault] = []
            while !Task.isCancelled {
                await wait(patience)
                guard !Task.isCancelled else { return }
                patience.note(await round(&faults))
            }
        }
    }

    private func wait(_ patience: MailPatience) async {
        guard patience.heedsBell else {
            // A bell of its own, which nobody rings.
            return await Bell().wait(atMost: patience.pause)
        }
        await house.bell.wait(atMost: patience.pause)
    }

    /// - Parameter faults: what was wrong with reminders; it is told once, not at every round.
    private func round(_ faults: inout [ReminderFault]) async -> MailPatience.Ending {
        // Whoever has set up no mail has none to send, and need not read of it in the log.
        guard house.office.letterhead != nil, premises.settings.mail.url != nil else {
            return .done
        }
        do {
            let report = try await premises.office.postRoom(.system).deliver(
                by: try await premises.mailer(), as: premises.sender, rest: premises.rest)
            note(report)
            if report.reminderFaults != faults { note(report.reminderFaults) }
            faults = report.reminderFaults
            return report.stopped.map { $0.outcome == .unreachable ? .unreachable : .refused }
                ?? .done
        } catch let problem as Problem {
            house.logger.warning("mail waits", metadata: ["code": .string(problem.code.rawValue)])
            return problem.code == .registerBusy ? .done : .refused
        } catch {
            house.logger.error("fault", metadata: ["fault": .string(String(reflecting: error))])
            return .refused
        }
    }

    private func note(_ report: DeliveryReport) {
        house.gauges.add(report.sent, to: "convene_mails_sent_total")
        house.gauges.add(report.notSent.count, to: "convene_mails_not_sent_total")
        guard report.sent > 0 || !report.notSent.isEmpty || report.stopped != nil else { return }
        house.logger.info(
            "mail",
            metadata: [
                "sent": .stringConvertible(report.sent),
                "not-sent": .stringConvertible(report.notSent.count),
                "waiting": .stringConvertible(report.waiting),
                "stopped": .string(report.stopped.map { "\($0.outcome)" } ?? "no"),
            ])
    }

    private func note(_ faults: [ReminderFault]) {
        for fault in faults {
            house.logger.warning(
                "reminders wait",
                metadata: [
                    "event": .string(fault.event.text),
                    "code": .string(fault.problem.code.rawValue),
                    "message": .string(fault.problem.message),
                ])
        }
    }
}
