import FoundationEssentials

/// Who tells one webhook what is due, one delivery after another, on a thread that waits.
struct WebhookCarrier: Sendable {
    let office: Office
    let courier: any Courier
    let sender: Sender
    let webhook: Webhook.ID
    let only: [WebhookDelivery.ID]?

    /// What came of one call: the delivery as it was claimed, and the answer.
    private typealias Outcome = (delivery: WebhookDelivery, reply: WebhookReply)

    func report() async throws -> WebhookReport {
        try await WaitingThread.run { Result { try carry() } }.get()
    }

    private func carry() throws -> WebhookReport {
        var report = WebhookReport()
        let start = ContinuousClock.now
        var last: Outcome?
        for number in 0... {
            let isEnough =
                number == Self.most || ContinuousClock.now - start > Self.longest
                || last.map { $0.reply.status == nil } ?? false
            let (claim, isOff) = try turn(after: last, claiming: !isEnough)
            if isOff { report.turnedOff.append(webhook) }
            guard let claim else { break }
            let reply = courier.post(claim.call)
            if reply.isTaken { report.delivered += 1 } else { report.failed += 1 }
            last = (claim.delivery, reply)
        }
        return report
    }

    /// Writes down what came of the last call and claims the next, in one transaction.
    private func turn(after last: Outcome?, claiming: Bool) throws -> (
        claim: (delivery: WebhookDelivery, call: WebhookCall)?, isOff: Bool
    ) {
        try office.writeWaiting(as: .system) { deed in
            var isOff = false
            if let last { isOff = try deed.note(last.reply, on: last.delivery) }
            guard claiming, !isOff else { return (nil, isOff) }
            return (try deed.claim(for: webhook, only: only, sender: sender), false)
        }
    }

    private static let most = 50
    private static let longest = Duration.seconds(30)
}

extension Deed {
    /// Takes the next delivery; nothing where none is due or its webhook is gone or off.
    fileprivate func claim(
        for id: Webhook.ID, only: [WebhookDelivery.ID]?, sender: Sender
    ) throws -> (delivery: WebhookDelivery, call: WebhookCall)? {
        let due =
            try only.map { numbers in
                try numbers.compactMap { try ledger.delivery($0) }
                    .first { $0.webhook == id && $0.state == .queued && $0.dueAt <= now }
            } ?? ledger.dueDelivery(of: id, at: now)
        guard let webhook = try ledger.webhook(id), webhook.isEnabled, var delivery = due,
            let secret = try ledger.secret(of: id)
        else { return nil }
        delivery.state = .sending
        delivery.attempts += 1
        delivery.triedAt = now
        try ledger.update(
            delivery, lease: Lease(owner: sender.owner, until: now.addingTimeInterval(Self.lease)))
        let call = WebhookCall(
            delivery, to: webhook.url, secret: secret, at: Int64(now.timeIntervalSince1970),
            digest: office.digest)
        return (delivery, call)
    }

    /// What an answer means for a delivery.
    ///
    /// - Returns: whether the receiver wants to hear nothing more, so that the webhook is off now.
    fileprivate func note(_ reply: WebhookReply, on claim: WebhookDelivery) throws -> Bool {
        // Whoever took it over after its lease had ended writes down what came of it.
        guard try ledger.isOnItsWay(claim.id, attempt: claim.attempts) else { return false }
        var delivery = claim
        delivery.status = reply.status
        delivery.reply = reply.text
        if reply.isTaken {
            delivery.state = .delivered
            delivery.endedAt = now
        } else if let pause = pause(after: delivery.attempts, reply), !reply.isGone {
            delivery.state = .queued
            delivery.dueAt = now.addingTimeInterval(pause)
        } else {
            delivery.state = .givenUp
            delivery.endedAt = now
        }
        try ledger.update(delivery, lease: nil)
        guard reply.isGone, var webhook = try ledger.webhook(claim.webhook) else { return false }
        webhook.disabledAt = webhook.disabledAt ?? now
        try ledger.update(webhook)
        try log(.disable, .webhook(webhook.id), ["status": "410"])
        return true
    }

    /// How many seconds to wait after so many attempts, a tenth more at most, lest all come at once;
    /// longer where the receiver asks for it, a day at most. Nothing after the last.
    private func pause(after attempts: Int, _ reply: WebhookReply) -> Double? {
        guard attempts <= Self.pauses.count else { return nil }
        let pause = Self.pauses[attempts - 1] * (1 + 0.1 * office.chance.fraction())
        return max(pause, min(reply.retryAfter ?? 0, 86_400))
    }

    /// 5 seconds, 5 and 30 minutes, 2, 5, 10, 14, 20 and 24 hours.
    private static let pauses: [Double] = [
        5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400,
    ]
    /// Far longer than a call may take.
    private static let lease: Double = 300
}
