import FoundationEssentials

extension WebhookDesk {
    /// What a webhook was and is to be told, the latest first.
    ///
    /// - Throws: `webhook.unknown`, `access.denied`.
    package func deliveries(
        of id: Webhook.ID, states: [WebhookDelivery.State] = [], limit: Int
    ) async throws -> [WebhookDelivery] {
        try await office.read(as: actor) { inquiry in
            try inquiry.require(.webhooks)
            return try inquiry.ledger.deliveries(
                of: try inquiry.webhook(id).id, states: states, limit: limit)
        }
    }

    /// - Throws: `webhook.unknown`, `delivery.unknown`, `access.denied`.
    package func delivery(_ number: WebhookDelivery.ID, of id: Webhook.ID) async throws
        -> WebhookDelivery
    {
        try await office.read(as: actor) { inquiry in
            try inquiry.require(.webhooks)
            return try inquiry.delivery(number, of: try inquiry.webhook(id))
        }
    }

    /// Has deliveries tried again at once, from the start of their pauses: these, or all that were
    /// given up. One that was delivered is told once more under the same `webhook-id`.
    ///
    /// - Returns: those that are due now; what is on its way just then is not among them.
    /// - Throws: `webhook.unknown`, `delivery.unknown`, `access.denied`.
    package func retry(_ numbers: [WebhookDelivery.ID]? = nil, of id: Webhook.ID) async throws
        -> [WebhookDelivery]
    {
        try await office.write(as: actor) { deed in
            let webhook = try deed.inquiry.webhook(id)
            let meant =
                try numbers.map { try $0.map { try deed.inquiry.delivery($0, of: webhook) } }
                ?? deed.ledger.deliveries(of: id, states: [.givenUp], limit: 100_000)
            let again = meant.filter { $0.state != .sending }.map { before in
                var delivery = before
                delivery.state = .queued
                delivery.attempts = 0
                delivery.dueAt = deed.now
                delivery.endedAt = nil
                return delivery
            }
            for delivery in again { try deed.ledger.update(delivery, lease: nil) }
            try deed.log(.retry, .webhook(id), ["deliveries": String(again.count)])
            return again
        }
    }

    /// Forgets what was made more than so many days ago, whatever became of it.
    ///
    /// - Returns: how many deliveries there were.
    package func forget(olderThan days: Int) async throws -> Int {
        try await office.write(as: actor) { deed in
            try deed.ledger.removeDeliveries(
                madeBefore: deed.now.addingTimeInterval(-86_400 * Double(days)))
        }
    }
}

extension Inquiry {
    /// - Throws: `delivery.unknown`.
    fileprivate func delivery(_ id: WebhookDelivery.ID, of webhook: Webhook) throws
        -> WebhookDelivery
    {
        guard let delivery = try ledger.delivery(id), delivery.webhook == webhook.id else {
            throw Problem(
                .deliveryUnknown,
                "Webhook \(webhook.id.rawValue) has no delivery \(id.rawValue): “convene webhook"
                    + " deliveries \(webhook.id.rawValue)” shows those that are kept.")
        }
        return delivery
    }
}
