package import struct FoundationEssentials.Date

/// The book of webhooks, and the queue of what they are to be told.
package protocol WebhookLedger {
    func webhooks() throws -> [Webhook]
    func webhook(_ id: Webhook.ID) throws -> Webhook?
    func insert(_ webhook: Webhook, secret: WebhookSecret) throws -> Webhook.ID
    func update(_ webhook: Webhook) throws
    /// Removes a webhook with all that it was or is to be told.
    func remove(_ webhook: Webhook.ID) throws
    func secret(of webhook: Webhook.ID) throws -> WebhookSecret?

    func insert(_ delivery: WebhookDelivery) throws -> WebhookDelivery.ID
    func delivery(_ id: WebhookDelivery.ID) throws -> WebhookDelivery?
    /// Writes the state, attempts, times and reply of a delivery; the lease goes with `sending`.
    func update(_ delivery: WebhookDelivery, lease: Lease?) throws
    /// Deliveries, latest first, in some states (all if empty), at most so many.
    func deliveries(of webhook: Webhook.ID, states: [WebhookDelivery.State], limit: Int) throws
        -> [WebhookDelivery]
    func countDeliveries(of webhook: Webhook.ID) throws -> [WebhookDelivery.State: Int]
    /// The webhooks that are on and have something due, the longest due first.
    func webhooksDue(at now: Date) throws -> [Webhook]
    /// What is to be tried next with a webhook, the longest due first.
    func dueDelivery(of webhook: Webhook.ID, at now: Date) throws -> WebhookDelivery?
    /// The deliveries that somebody is carrying, with their leases.
    func deliveriesOnTheirWay() throws -> [(delivery: WebhookDelivery, lease: Lease)]
    /// Whether a delivery is on its way, and this is its last attempt.
    func isOnItsWay(_ delivery: WebhookDelivery.ID, attempt: Int) throws -> Bool
    /// The earliest instant at which something that is not due yet will be, of webhooks that are on.
    func nextDelivery(after now: Date) throws -> Date?
    /// Removes what was made before, unless it is on its way.
    ///
    /// - Returns: how many there were.
    func removeDeliveries(madeBefore: Date) throws -> Int
}
