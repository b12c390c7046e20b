import Convene
import ConveneBootstrap
import Logging
import ServiceLifecycle

/// Sends the mail that is due: at once after a write of this process, and every few seconds for
/// those of others. When it is told to end, the mails on their way are finished.
struct MailWorker: Service {
    let premises: Premises
    let house: House

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var pause = Self.shortest
            while !Task.isCancelled {
                await house.bell.wait(atMost: pause)
                guard !Task.isCancelled else { return }
                pause = await round() ? Self.shortest : min(pause * 2, Self.longest)
            }
        }
    }

    /// - Returns: whether the server can be tried again soon.
    private func round() async -> Bool {
        // Whoever has set up no mail has none to send, and need not read of it in the log.
        guard house.office.letterhead != nil, premises.settings.mail.url != nil else { return true }
        do {
            let report = try await premises.office.postRoom(.system).deliver(
                by: try await premises.mailer(), as: .thisProcess, rest: premises.rest)
            note(report)
            return report.stopped == nil
        } catch let problem as Problem {
            house.logger.warning("mail waits", metadata: ["code": .string(problem.code.rawValue)])
            return problem.code == .registerBusy
        } catch {
            house.logger.error("fault", metadata: ["fault": .string(String(reflecting: error))])
            return false
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

    private static let shortest = Duration.seconds(3)
    private static let longest = Duration.seconds(300)
}
