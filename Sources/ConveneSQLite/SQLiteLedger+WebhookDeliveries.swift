import Convene
import GRDB

import struct FoundationEssentials.Date

/// The queue of what webhooks are to be told.
extension SQLiteLedger {
    func insert(_ delivery: WebhookDelivery) throws -> WebhookDelivery.ID {
        WebhookDelivery.ID(
            try add(
                """
                INSERT INTO webhook_delivery
                    (webhook_id, uid, change, body, made_at, state, attempts, due_at, reply)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    delivery.webhook.rawValue, delivery.uid, delivery.change, delivery.body,
                    delivery.madeAt.milliseconds, delivery.state.rawValue, delivery.attempts,
                    delivery.dueAt.milliseconds, delivery.reply,
                ]))
    }

    func delivery(_ id: WebhookDelivery.ID) throws -> WebhookDelivery? {
        try first("\(WebhookDelivery.select) WHERE id = ?", [id.rawValue]) {
            try WebhookDelivery($0)
        }
    }

    func update(_ delivery: WebhookDelivery, lease: Lease?) throws {
        try run(
            """
            UPDATE webhook_delivery
            SET state = ?, attempts = ?, due_at = ?, tried_at = ?, ended_at = ?, status = ?,
                reply = ?, lease_owner = ?, lease_until = ?
            WHERE id = ?
            """,
            [
                delivery.state.rawValue, delivery.attempts, delivery.dueAt.milliseconds,
                delivery.triedAt?.milliseconds, delivery.endedAt?.milliseconds, delivery.status,
                delivery.reply, lease?.owner, lease?.until.milliseconds, delivery.id.rawValue,
            ])
    }

    func deliveries(of webhook: Webhook.ID, states: [WebhookDelivery.State], limit: Int) throws
        -> [WebhookDelivery]
    {
        let wanted = states.isEmpty ? WebhookDelivery.State.allCases : states
        return try all(
            """
            \(WebhookDelivery.select)
            WHERE webhook_id = ? AND state IN (SELECT value FROM json_each(?))
            ORDER BY id DESC LIMIT ?
            """, [webhook.rawValue, wanted.json(), limit]
        ) { try WebhookDelivery($0) }
    }

    func countDeliveries(of webhook: Webhook.ID) throws -> [WebhookDelivery.State: Int] {
        let counts: [(WebhookDelivery.State, Int)] = try all(
            "SELECT state, count(*) FROM webhook_delivery WHERE webhook_id = ? GROUP BY state",
            [webhook.rawValue]
        ) { (try $0.value(at: 0), $0[1]) }
        return Dictionary(uniqueKeysWithValues: counts)
    }

    func dueDelivery(of webhook: Webhook.ID, at now: Date) throws -> WebhookDelivery? {
        try first(
            """
            \(WebhookDelivery.select)
            WHERE webhook_id = ? AND state = 'queued' AND due_at <= ?
            ORDER BY due_at, id LIMIT 1
            """, [webhook.rawValue, now.milliseconds]
        ) { try WebhookDelivery($0) }
    }

    func deliveriesOnTheirWay() throws -> [(delivery: WebhookDelivery, lease: Lease)] {
        try all(
            """
            SELECT \(WebhookDelivery.columns), lease_owner, lease_until FROM webhook_delivery
            WHERE state = 'sending' ORDER BY id
            """
        ) { row in
            (try WebhookDelivery(row), Lease(owner: row[13], until: row.instant(at: 14)))
        }
    }

    func isOnItsWay(_ delivery: WebhookDelivery.ID, attempt: Int) throws -> Bool {
        try count(
            """
            SELECT count(*) FROM webhook_delivery
            WHERE id = ? AND state = 'sending' AND attempts = ?
            """, [delivery.rawValue, attempt]) > 0
    }

    func nextDelivery(after now: Date) throws -> Date? {
        try first(
            """
            SELECT min(d.due_at) FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id
            WHERE d.state = 'queued' AND d.due_at > ? AND w.disabled_at IS NULL
            """, [now.milliseconds]
        ) { $0.instantIfSet(at: 0) } ?? nil
    }

    func removeDeliveries(madeBefore instant: Date) throws -> Int {
        try run(
            "DELETE FROM webhook_delivery WHERE made_at < ? AND state <> 'sending'",
            [instant.milliseconds])
        return db.changesCount
    }
}

extension WebhookDelivery {
    fileprivate static let columns = """
        id, webhook_id, uid, change, body, made_at, state, attempts, due_at, tried_at, ended_at,
        status, reply
        """

    fileprivate static let select = "SELECT \(columns) FROM webhook_delivery"

    fileprivate init(_ row: Row) throws {
        self.init(
            id: row.id(at: 0), webhook: row.id(at: 1), uid: row[2], change: row[3], body: row[4],
            madeAt: row.instant(at: 5), state: try row.value(at: 6), attempts: row[7],
            dueAt: row.instant(at: 8), triedAt: row.instantIfSet(at: 9),
            endedAt: row.instantIfSet(at: 10), status: row[11], reply: row[12])
    }
}
