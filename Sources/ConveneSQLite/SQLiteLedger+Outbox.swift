import Convene
import struct FoundationEssentials.Date
import GRDB

/// The way of a message out of the outbox: due, leased, attempted.
extension SQLiteLedger {
    func dueMessages(at now: Date, event: Event.ID?, limit: Int) throws -> [Message] {
        guard let event else {
            return try all(
                """
                SELECT \(Message.columns) FROM message m
                WHERE m.state IN ('queued', 'retry') AND m.due_at <= ?
                ORDER BY m.due_at, m.id LIMIT ?
                """, [now.milliseconds, limit], Message.init)
        }
        return try all(
            """
            SELECT \(Message.columns) FROM message m
            WHERE m.state IN ('queued', 'retry') AND m.due_at <= ? AND m.event_id = ?
            ORDER BY m.due_at, m.id LIMIT ?
            """, [now.milliseconds, event.rawValue, limit], Message.init)
    }

    func nextDue(after now: Date, event: Event.ID?) throws -> Date? {
        try first(
            """
            SELECT due_at FROM message
            WHERE state IN ('queued', 'retry') AND due_at > ?1 AND (?2 IS NULL OR event_id = ?2)
            ORDER BY due_at LIMIT 1
            """, [now.milliseconds, event?.rawValue]) { $0.instant(at: 0) }
    }

    func lapsedMessages(at now: Date) throws -> [(message: Message, dataStarted: Bool)] {
        try all(
            """
            SELECT \(Message.columns),
                (SELECT t.data_started_at IS NOT NULL FROM message_attempt t
                 WHERE t.message_id = m.id ORDER BY t.number DESC LIMIT 1)
            FROM message m WHERE m.state = 'sending' AND m.lease_until <= ? ORDER BY m.id
            """, [now.milliseconds]
        ) { row in (try Message(row), row[17] as Bool? ?? false) }
    }

    func update(_ message: Message, lease: Lease?) throws {
        try run(
            """
            UPDATE message SET state = ?, attempts = ?, due_at = ?, expires_at = ?, ended_at = ?,
                reply = ?, lease_owner = ?, lease_until = ?
            WHERE id = ?
            """,
            [
                message.state.rawValue, message.attempts, message.dueAt.milliseconds,
                message.expiresAt?.milliseconds, message.endedAt?.milliseconds, message.reply,
                lease?.owner, lease?.until.milliseconds, message.id.rawValue,
            ])
    }

    func insert(_ attempt: MessageAttempt) throws {
        try run(
            """
            INSERT INTO message_attempt (sender, started_at, data_started_at, ended_at, outcome,
                code, enhanced, reply, message_id, number)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, attempt.arguments)
    }

    func update(_ attempt: MessageAttempt) throws {
        try run(
            """
            UPDATE message_attempt SET sender = ?, started_at = ?, data_started_at = ?,
                ended_at = ?, outcome = ?, code = ?, enhanced = ?, reply = ?
            WHERE message_id = ? AND number = ?
            """, attempt.arguments)
    }

    func attempts(of message: Message.ID) throws -> [MessageAttempt] {
        try all(
            """
            SELECT message_id, number, sender, started_at, data_started_at, ended_at, outcome,
                code, enhanced, reply
            FROM message_attempt WHERE message_id = ? ORDER BY number
            """, [message.rawValue], MessageAttempt.init)
    }
}

extension MessageAttempt {
    fileprivate init(_ row: Row) throws {
        let outcome: Delivery.Outcome? = try row.valueIfSet(at: 6)
        self.init(
            message: row.id(at: 0), number: row[1], sender: row[2], startedAt: row.instant(at: 3),
            dataStartedAt: row.instantIfSet(at: 4), endedAt: row.instantIfSet(at: 5),
            delivery: outcome.map {
                Delivery(outcome: $0, code: row[7], enhanced: row[8], reply: row[9])
            })
    }

    fileprivate var arguments: StatementArguments {
        [
            sender, startedAt.milliseconds, dataStartedAt?.milliseconds, endedAt?.milliseconds,
            delivery?.outcome.rawValue, delivery?.code, delivery?.enhanced, delivery?.reply ?? "",
            message.rawValue, number,
        ]
    }
}
