import Convene
import GRDB

import struct FoundationEssentials.Date

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

    func countDueMessages(at now: Date, event: Event.ID?) throws -> Int {
        try count(
            """
            SELECT count(*) FROM message
            WHERE state IN ('queued', 'retry') AND due_at <= ?1 AND (?2 IS NULL OR event_id = ?2)
            """, [now.milliseconds, event?.rawValue])
    }

    func nextDue(after now: Date, event: Event.ID?) throws -> Date? {
        try first(
            """
            SELECT due_at FROM message
            WHERE state IN ('queued', 'retry') AND due_at > ?1 AND (?2 IS NULL OR event_id = ?2)
            ORDER BY due_at LIMIT 1
            """, [now.milliseconds, event?.rawValue]
        ) { $0.instant(at: 0) }
    }

    func sendingMessages() throws -> [(message: Message, lease: Lease, attempt: MessageAttempt)] {
        try all(
            """
            SELECT \(Message.columns), \(MessageAttempt.columns), m.lease_owner, m.lease_until
            FROM message m JOIN message_attempt t ON t.message_id = m.id
            WHERE m.state = 'sending' AND t.number =
                (SELECT max(number) FROM message_attempt WHERE message_id = m.id)
            ORDER BY m.id
            """
        ) { row in
            (
                try Message(row), Lease(owner: row[27], until: row.instant(at: 28)),
                try MessageAttempt(row, from: 17)
            )
        }
    }

    func bearings(of message: Message.ID) throws -> MessageBearings? {
        try first(
            """
            SELECT e.status, r.standing, i.answer IS NOT NULL
            FROM message m JOIN event e ON e.id = m.event_id
                LEFT JOIN registration r ON r.id = m.registration_id
                LEFT JOIN invitation i ON i.registration_id = m.registration_id
            WHERE m.id = ?
            """, [message.rawValue]
        ) {
            MessageBearings(
                event: try $0.value(at: 0), standing: try $0.valueIfSet(at: 1), hasAnswered: $0[2])
        }
    }

    func isSending(_ message: Message.ID, attempt: Int) throws -> Bool {
        try count(
            "SELECT count(*) FROM message WHERE id = ? AND state = 'sending' AND attempts = ?",
            [message.rawValue, attempt]) == 1
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
            SELECT \(MessageAttempt.columns) FROM message_attempt t
            WHERE t.message_id = ? ORDER BY t.number
            """, [message.rawValue]
        ) { try MessageAttempt($0, from: 0) }
    }
}

extension MessageAttempt {
    fileprivate static let columns = """
        t.message_id, t.number, t.sender, t.started_at, t.data_started_at, t.ended_at, t.outcome,
        t.code, t.enhanced, t.reply
        """

    fileprivate init(_ row: Row, from index: Int) throws {
        let outcome: Delivery.Outcome? = try row.valueIfSet(at: index + 6)
        self.init(
            message: row.id(at: index), number: row[index + 1], sender: row[index + 2],
            startedAt: row.instant(at: index + 3), dataStartedAt: row.instantIfSet(at: index + 4),
            endedAt: row.instantIfSet(at: index + 5),
            delivery: outcome.map {
                Delivery(
                    outcome: $0, code: row[index + 7], enhanced: row[index + 8],
                    reply: row[index + 9])
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
