import Convene
import ConveneTestSupport

extension RefusalCase {
    static let webhooks = [
        RefusalCase(.webhookAddress) { _ in _ = try WebhookURL("ftp://hooks.example.org") },
        RefusalCase(.webhookUnknown) { _ = try await $0.webhooks.webhook(Webhook.ID(9)) },
        RefusalCase(.deliveryUnknown) { world in
            let webhook = try await world.webhooks.add(.example).line.webhook
            _ = try await world.webhooks.delivery(WebhookDelivery.ID(9), of: webhook.id)
        },
    ]
}
