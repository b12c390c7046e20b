package import Convene

import struct FoundationEssentials.Date

extension Report {
    package static func webhooks(_ lines: [WebhookLine]) -> Report {
        Report(
            "webhooks",
            columns: [
                .number("webhook", "No."), Column("url", "Address"),
                Column("changes", "Hears of"), Column("event", "Event", place: .whereRoom(1)),
                Column("programme", "Programme", place: .whereRoom(2)),
                Column("enabled", "On"), .number("queued", "Queued"),
                .number("given_up", "Given up"),
            ],
            rows: lines.map { line in
                let waiting = (line.counts[.queued] ?? 0) + (line.counts[.sending] ?? 0)
                return [
                    .number(Int(line.webhook.id.rawValue)), .text(line.webhook.url.text),
                    line.changes, Value(line.event?.text), Value(line.programme?.text),
                    .flag(line.webhook.isEnabled), .number(waiting),
                    .number(line.counts[.givenUp] ?? 0),
                ]
            }, empty: "No webhooks: nobody is told what changes.")
    }

    /// What a webhook was and is to be told.
    package static func deliveries(_ deliveries: [WebhookDelivery]) -> Report {
        Report(
            "deliveries",
            columns: [
                .number("delivery", "No."), Column("change", "Change"), Column("state", "State"),
                .number("attempts", "Tried"), Column("made_at", "Since"),
                Column("due_at", "Next"), .number("status", "Status"),
                Column("reply", "The receiver's word", place: .whereRoom(1)),
            ],
            rows: deliveries.map { delivery in
                [
                    .number(Int(delivery.id.rawValue)), .text(delivery.change),
                    .text(delivery.state.rawValue), .number(delivery.attempts),
                    Value(delivery.madeAt), Value(delivery.nextAt), Value(delivery.status),
                    .text(delivery.reply),
                ]
            }, empty: "Nothing is queued for it, and nothing kept.")
    }
}

extension Card {
    package static func webhook(_ line: WebhookLine, deliveries: [Report] = []) -> Card {
        let webhook = line.webhook
        return Card(
            title: "Webhook \(webhook.id.rawValue)",
            fields: [
                .init("webhook", "No.", .number(Int(webhook.id.rawValue))),
                .init("url", "Address", .text(webhook.url.text)),
                .init("changes", "Hears of", line.changes),
                .init("event", "Event", Value(line.event?.text)),
                .init("programme", "Programme", Value(line.programme?.text)),
                .init("enabled", "On", .flag(webhook.isEnabled)),
                .init("created_at", "Since", Value(webhook.createdAt)),
                .init("disabled_at", "Off since", Value(webhook.disabledAt)),
            ], lists: deliveries)
    }

    package static func delivery(_ delivery: WebhookDelivery) -> Card {
        Card(
            title: "Delivery \(delivery.id.rawValue)",
            fields: [
                .init("delivery", "No.", .number(Int(delivery.id.rawValue))),
                .init("id", "webhook-id", .text(delivery.uid)),
                .init("change", "Change", .text(delivery.change)),
                .init("state", "State", .text(delivery.state.rawValue)),
                .init("attempts", "Tried", .number(delivery.attempts)),
                .init("made_at", "Since", Value(delivery.madeAt)),
                .init("tried_at", "Last tried", Value(delivery.triedAt)),
                .init("due_at", "Next", Value(delivery.nextAt)),
                .init("ended_at", "Ended", Value(delivery.endedAt)),
                .init("status", "Status", Value(delivery.status)),
                .init("reply", "The receiver's word", .text(delivery.reply)),
                .init("body", "Body", .text(delivery.body)),
            ])
    }
}

extension WebhookLine {
    fileprivate var changes: Value { .list(webhook.changes.map { .text($0.text) }) }
}

extension WebhookDelivery {
    /// When it is tried again, if it is.
    fileprivate var nextAt: Date? { state == .queued ? dueAt : nil }
}
