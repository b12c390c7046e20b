import Convene
import GRDB

import struct FoundationEssentials.Data
import struct FoundationEssentials.Date

extension SQLiteLedger: WebhookLedger {
    func webhooks() throws -> [Webhook] {
        try all("\(Webhook.select) ORDER BY id", [], Webhook.init)
    }

    func webhook(_ id: Webhook.ID) throws -> Webhook? {
        try first("\(Webhook.select) WHERE id = ?", [id.rawValue], Webhook.init)
    }

    func insert(_ webhook: Webhook, secret: WebhookSecret) throws -> Webhook.ID {
        Webhook.ID(
            try add(
                """
                INSERT INTO webhook
                    (url, changes, event_id, programme_id, disabled_at, secret, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                webhook.arguments + [Data(secret.bytes), webhook.createdAt.milliseconds]))
    }

    func update(_ webhook: Webhook) throws {
        try run(
            """
            UPDATE webhook
            SET url = ?, changes = ?, event_id = ?, programme_id = ?, disabled_at = ?
            WHERE id = ?
            """, webhook.arguments + [webhook.id.rawValue])
    }

    func remove(_ webhook: Webhook.ID) throws {
        try run("DELETE FROM webhook WHERE id = ?", [webhook.rawValue])
    }

    func secret(of webhook: Webhook.ID) throws -> WebhookSecret? {
        try first("SELECT secret FROM webhook WHERE id = ?", [webhook.rawValue]) {
            WebhookSecret(bytes: $0.bytes(at: 0))
        }
    }

    func webhooksDue(at now: Date) throws -> [Webhook] {
        try all(
            """
            \(Webhook.select) WHERE disabled_at IS NULL AND EXISTS (
                SELECT 1 FROM webhook_delivery d
                WHERE d.webhook_id = webhook.id AND d.state = 'queued' AND d.due_at <= ?)
            ORDER BY (
                SELECT min(d.due_at) FROM webhook_delivery d
                WHERE d.webhook_id = webhook.id AND d.state = 'queued'), id
            """, [now.milliseconds], Webhook.init)
    }
}

extension Webhook {
    fileprivate static let select = """
        SELECT id, url, changes, event_id, programme_id, created_at, disabled_at FROM webhook
        """

    fileprivate init(_ row: Row) throws {
        let changes: String = row[2]
        self.init(
            id: row.id(at: 0), url: WebhookURL(stored: row[1]),
            changes: changes.split(separator: " ").map { ChangeWord(stored: String($0)) },
            event: row.idIfSet(at: 3), programme: row.idIfSet(at: 4),
            createdAt: row.instant(at: 5), disabledAt: row.instantIfSet(at: 6))
    }

    fileprivate var arguments: StatementArguments {
        [
            url.text, changes.map(\.text).joined(separator: " "), event?.rawValue,
            programme?.rawValue, disabledAt?.milliseconds,
        ]
    }
}
