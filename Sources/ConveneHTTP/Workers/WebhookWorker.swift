import Convene
import ConveneBootstrap
import Logging
import ServiceLifecycle

/// Tells webhooks what is due: at once when something was written, and every few seconds because of
/// the terminal and of what is tried again. When it is told to end, the calls on their way are
/// finished; what is claimed is told again by whoever comes next.
struct WebhookWorker: Service {
    let premises: Premises
    let house: House

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var pause = Self.usual
            while !Task.isCancelled {
                await house.hookBell.wait(atMost: pause)
                guard !Task.isCancelled else { return }
                pause = await round() ? .zero : Self.usual
            }
        }
    }

    /// - Returns: whether more is due at once.
    private func round() async -> Bool {
        do {
            let report = try await premises.office.webhookDesk(.system).deliver(
                by: premises.settings.webhooks.courier, as: .thisProcess)
            note(report)
            // Receivers that are down are not hurried.
            return report.isMoreDue && report.failed == 0
        } catch let problem as Problem {
            house.logger.warning(
                "webhooks wait", metadata: ["code": .string(problem.code.rawValue)])
        } catch {
            house.logger.error("fault", metadata: ["fault": .string(String(reflecting: error))])
        }
        return false
    }

    private func note(_ report: WebhookReport) {
        house.gauges.add(report.delivered, to: "convene_webhooks_delivered_total")
        house.gauges.add(report.failed, to: "convene_webhooks_failed_total")
        guard report.delivered + report.failed > 0 else { return }
        house.logger.info(
            "webhooks",
            metadata: [
                "delivered": .stringConvertible(report.delivered),
                "failed": .stringConvertible(report.failed),
                "turned-off": .stringConvertible(report.turnedOff.count),
            ])
    }

    private static let usual = Duration.seconds(3)
}
