import Convene
import FoundationEssentials
import Testing

extension StoreContract {
    static let webhooks: [StoreContract] = [
        within("a webhook comes back whole, with its secret apart, and is changed") { ledger in
            let event = try ledger.insert(try Sample.event())
            var webhook = Webhook(
                url: .example, changes: [try ChangeWord("registration")], event: event,
                createdAt: Sample.now)

            webhook.id = try ledger.insert(webhook, secret: WebhookSecret(bytes: [1, 0, 255]))

            #expect(try ledger.webhook(webhook.id) == webhook)
            #expect(try ledger.secret(of: webhook.id)?.bytes == [1, 0, 255])
            webhook.changes = []
            webhook.disabledAt = Sample.now
            try ledger.update(webhook)
            #expect(try ledger.webhooks() == [webhook])
        },
        within("a delivery comes back whole, is due, claimed and ended") { ledger in
            let webhook = try ledger.insert(
                Webhook(url: .example, createdAt: Sample.now),
                secret: WebhookSecret(bytes: [1]))
            var delivery = WebhookDelivery(
                webhook: webhook, uid: "msg_1", change: "event.added", body: "{}",
                madeAt: Sample.now, dueAt: Sample.now)
            delivery.id = try ledger.insert(delivery)
            let lease = Lease(owner: "host/1/2", until: Sample.now.addingTimeInterval(60))

            #expect(try ledger.webhooksDue(at: Sample.now).map(\.id) == [webhook])
            #expect(try ledger.dueDelivery(of: webhook, at: Sample.now) == delivery)
            #expect(try ledger.webhooksDue(at: Sample.now.addingTimeInterval(-1)).isEmpty)
            delivery.state = .sending
            delivery.attempts = 1
            delivery.triedAt = Sample.now
            try ledger.update(delivery, lease: lease)
            #expect(try ledger.dueDelivery(of: webhook, at: Sample.now) == nil)
            #expect(try ledger.deliveriesOnTheirWay().map(\.lease) == [lease])
            #expect(try ledger.isOnItsWay(delivery.id, attempt: 1))
            #expect(try !ledger.isOnItsWay(delivery.id, attempt: 2))
            delivery.state = .givenUp
            delivery.endedAt = Sample.now
            delivery.status = 500
            delivery.reply = "out of order"
            try ledger.update(delivery, lease: nil)
            #expect(try ledger.delivery(delivery.id) == delivery)
            #expect(try ledger.deliveries(of: webhook, states: [.queued], limit: 9).isEmpty)
            #expect(try ledger.countDeliveries(of: webhook) == [.givenUp: 1])
        },
        within("what was told goes with its webhook, and when it is old") { ledger in
            let webhook = try ledger.insert(
                Webhook(url: .example, createdAt: Sample.now),
                secret: WebhookSecret(bytes: [1]))
            for second in [0.0, 100] {
                let moment = Sample.now.addingTimeInterval(second)
                _ = try ledger.insert(
                    WebhookDelivery(
                        webhook: webhook, uid: "msg_\(second)", change: "event.added", body: "{}",
                        madeAt: moment, dueAt: moment))
            }

            #expect(
                try ledger.nextDelivery(after: Sample.now) == Sample.now.addingTimeInterval(100))
            #expect(try ledger.removeDeliveries(madeBefore: Sample.now.addingTimeInterval(1)) == 1)
            try ledger.remove(webhook)
            #expect(try ledger.webhook(webhook) == nil)
            #expect(try ledger.countDeliveries(of: webhook).isEmpty)
        },
    ]
}
