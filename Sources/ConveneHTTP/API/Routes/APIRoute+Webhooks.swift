import Convene
import ConveneReports

extension APIRoute {
    static let webhooks: [APIRoute] = [
        .list(
            "/webhooks", "webhooks.list", "The addresses that are told what changes.",
            .page("webhooks", of: .webhookLine), listWebhooks),
        .add(
            "/webhooks", "webhooks.add",
            "Has an address told what changes. The secret of its signatures is shown this once.",
            takes: .webhookNew, .webhookMade, addWebhook),
        .read("/webhooks/{webhook}", "webhooks.show", "One webhook.", .webhook, showWebhook),
        .change(
            "/webhooks/{webhook}", "webhooks.change",
            "Changes where a webhook goes, what it hears of, or whether it is on.",
            takes: .webhookChange, .webhook, changeWebhook),
        .remove(
            "/webhooks/{webhook}", "webhooks.remove",
            "Removes a webhook with what it was and is to be told.", removeWebhook),
        .act(
            "/webhooks/{webhook}/test", "webhooks.test",
            "Queues something that the service tells it at once, whatever it hears of.",
            takes: .nothing, .delivery, testWebhook),
        .list(
            "/webhooks/{webhook}/deliveries", "webhooks.deliveries",
            "What a webhook was and is to be told, the latest first.",
            .page("deliveries", of: .deliveryLine),
            filters: [.several("state", .deliveryState, "Only those in this state.")],
            listDeliveries),
        .read(
            "/webhooks/{webhook}/deliveries/{delivery}", "webhooks.delivery",
            "One delivery with what is sent, and what came of it.", .delivery, showDelivery),
        .act(
            "/webhooks/{webhook}/retry", "webhooks.retry",
            "Has deliveries tried again at once: these, or all that were given up.",
            takes: .deliveryChoice, .messagesChanged, retryDeliveries),
    ]

    @Sendable private static func listWebhooks(_ call: APICall) async throws -> APIReply {
        .list(.webhooks(try await call.office.webhookDesk(call.actor).list()))
    }

    @Sendable private static func addWebhook(_ call: APICall) async throws -> APIReply {
        let body = call.body
        let (line, secret) = try await call.office.webhookDesk(call.actor).add(
            try WebhookURL(body.text("url") ?? ""), changes: try body.changes ?? [],
            event: try body.text("event").map { try Code($0) },
            programme: try body.text("programme").map { try Code($0) })
        return .made(
            Card.webhook(line), at: "/webhooks/\(line.webhook.id.rawValue)",
            showing: ["secret": .text(secret.text)])
    }

    @Sendable private static func showWebhook(_ call: APICall) async throws -> APIReply {
        let line = try await call.office.webhookDesk(call.actor).webhook(call.webhook())
        return .thing(Card.webhook(line))
    }

    @Sendable private static func changeWebhook(_ call: APICall) async throws -> APIReply {
        let desk = call.office.webhookDesk(call.actor)
        let before = try await desk.webhook(call.webhook())
        try call.check(Card.webhook(before))
        let now = call.office.clock()
        let line = try await desk.edit(before.webhook.id) { webhook in
            try call.check(webhook, is: before.webhook)
            if let url = call.body.text("url") { webhook.url = try WebhookURL(url) }
            webhook.changes = try call.body.changes ?? webhook.changes
            if let isEnabled = call.body.flag("enabled") {
                webhook.disabledAt = isEnabled ? nil : (webhook.disabledAt ?? now)
            }
        }
        return .thing(Card.webhook(line))
    }

    @Sendable private static func removeWebhook(_ call: APICall) async throws -> APIReply {
        _ = try await call.office.webhookDesk(call.actor).remove(call.webhook())
        return .nothing
    }

    @Sendable private static func testWebhook(_ call: APICall) async throws -> APIReply {
        let delivery = try await call.office.webhookDesk(call.actor).test(call.webhook())
        return .card(.delivery(delivery))
    }

    @Sendable private static func listDeliveries(_ call: APICall) async throws -> APIReply {
        let deliveries = try await call.office.webhookDesk(call.actor).deliveries(
            of: call.webhook(),
            states: call.filters("state").compactMap(WebhookDelivery.State.init),
            limit: call.page.reach)
        return .list(.deliveries(deliveries))
    }

    @Sendable private static func showDelivery(_ call: APICall) async throws -> APIReply {
        let number = WebhookDelivery.ID(Int64(try call.number("delivery")))
        let delivery = try await call.office.webhookDesk(call.actor).delivery(
            number, of: call.webhook())
        return .thing(Card.delivery(delivery))
    }

    @Sendable private static func retryDeliveries(_ call: APICall) async throws -> APIReply {
        let again = try await call.office.webhookDesk(call.actor).retry(
            call.body.list("deliveries")?.numbers.map { WebhookDelivery.ID(Int64($0)) },
            of: call.webhook())
        return .done(["count": .number(again.count)])
    }
}

extension APICall {
    fileprivate func webhook() throws -> Webhook.ID { Webhook.ID(Int64(try number("webhook"))) }
}

extension Members {
    fileprivate var changes: [ChangeWord]? {
        get throws { try texts("changes")?.map { try ChangeWord($0) } }
    }
}

extension APIReply {
    /// A whole card that came of an act.
    static func card(_ card: Card) -> APIReply {
        guard case .record(let record) = card.json else { return .nothing }
        return .done(record)
    }
}
