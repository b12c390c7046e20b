package import struct FoundationEssentials.Date

extension WebhookDesk {
    /// Tells every webhook what is due, side by side, each by a thread of its own.
    ///
    /// A round ends soon whatever receivers do: each webhook gets a bounded number of calls and a
    /// bounded time, and none more once its receiver could not be reached; what is left is due in
    /// the next round.
    ///
    /// - Parameters:
    ///   - sender: in whose name deliveries are claimed: after a crash another takes them over.
    ///   - only: these deliveries and no others, as for a test.
    package func deliver(
        by courier: any Courier, as sender: Sender, only: [WebhookDelivery]? = nil
    ) async throws -> WebhookReport {
        let wanted = only.map { Set($0.map(\.webhook)) }
        let carriers = try await open(as: sender).filter { wanted?.contains($0.id) ?? true }.map {
            WebhookCarrier(
                office: office, courier: courier, sender: sender, webhook: $0.id,
                only: only?.map(\.id))
        }
        var report = try await Self.reports(of: carriers).reduce(WebhookReport(), +)
        let now = office.clock()
        (report.isMoreDue, report.nextDue) = try await office.read { inquiry in
            (
                try !inquiry.ledger.webhooksDue(at: now).isEmpty,
                try inquiry.ledger.nextDelivery(after: now)
            )
        }
        return report
    }

    /// So many set out at once, and another whenever one has come home.
    private static func reports(of carriers: [WebhookCarrier]) async throws -> [WebhookReport] {
        try await withThrowingTaskGroup(of: WebhookReport.self) { group in
            var waiting = carriers[...]
            for carrier in waiting.prefix(width) { group.addTask { try await carrier.report() } }
            waiting = waiting.dropFirst(width)
            var reports: [WebhookReport] = []
            while let report = try await group.next() {
                reports.append(report)
                guard let carrier = waiting.popFirst(), !Task.isCancelled else { continue }
                group.addTask { try await carrier.report() }
            }
            return reports
        }
    }

    /// Takes back what a sender that is gone had claimed, and looks who is to be told.
    private func open(as sender: Sender) async throws -> [Webhook] {
        let now = office.clock()
        let (lost, due) = try await office.read { inquiry in
            let lost = try inquiry.ledger.deliveriesOnTheirWay()
                .contains { $0.lease.until < now || sender.isGone($0.lease.owner) }
            return (lost, try inquiry.ledger.webhooksDue(at: now))
        }
        // Most rounds find nothing, and need not wait for whoever writes.
        guard lost else { return due }
        return try await office.write(as: actor) { deed in
            for (delivery, lease) in try deed.ledger.deliveriesOnTheirWay()
            where lease.until < deed.now || sender.isGone(lease.owner) {
                var waiting = delivery
                waiting.state = .queued
                try deed.ledger.update(waiting, lease: nil)
            }
            return try deed.ledger.webhooksDue(at: deed.now)
        }
    }

    /// How many receivers are told side by side.
    private static let width = 8
}

/// What came of a round.
package struct WebhookReport: Sendable, Equatable {
    package var delivered = 0
    /// Tried and not taken.
    package var failed = 0
    /// The receivers that want to hear nothing more, whose webhooks were turned off.
    package var turnedOff: [Webhook.ID] = []
    package var isMoreDue = false
    package var nextDue: Date?

    static func + (left: WebhookReport, right: WebhookReport) -> WebhookReport {
        WebhookReport(
            delivered: left.delivered + right.delivered, failed: left.failed + right.failed,
            turnedOff: left.turnedOff + right.turnedOff)
    }
}
