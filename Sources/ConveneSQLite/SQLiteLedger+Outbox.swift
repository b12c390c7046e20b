import Convene
import GRDB

import struct FoundationEssentials.Date

/// The way of a message out of the outbox: due, leased, attempted.
extension SQLiteLedger {
    func dueMessages(at now: Date, event: Event.ID?, limit: Int) throws -> [DueMessage] {
        guard let event else {
            return try all(DueMessage.ofAll, [now.milliseconds, limit], dueMessage)
        }
        return try all(
            DueMessage.ofEvent, [now.milliseconds, limit, event.rawValue], dueMessage)
    }

    private func dueMessage(_ row: Row) throws -> DueMessage {
        let message = try Message(row)
        var content = try self.content(of: message, row, from: 18)
        if row[24] { content?.letter.attachments = try attachments(of: message.id) }
        return DueMessage(
            message: message, content: content,
            bearings: MessageBearings(
                event: try row.value(at: 25), standing: try row.valueIfSet(at: 26),
                hasAnswered: row[27]),
            mayHaveOptedOut: row[28])
    }

    func countDueMessages(at now: Date, event: Event.ID?) throws -> Int {
        let due = """
            SELECT count(*) FROM message WHERE state IN ('queued', 'retry') AND due_at <= ?1
            """
        // Of all events the index tells it alone, without a look at any of the rows.
        guard let event else { return try count(due, [now.milliseconds]) }
        return try count("\(due) AND event_id = ?2", [now.milliseconds, event.rawValue])
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
                try Message(row), Lease(owner: row[28], until: row.instant(at: 29)),
                try MessageAttempt(row, from: 18)
            )
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
            UPDATE message SET state = ?, attempts = ?, attempts_before = ?, due_at = ?,
                expires_at = ?, ended_at = ?, reply = ?, lease_owner = ?, lease_until = ?
            WHERE id = ?
            """,
            [
                message.state.rawValue, message.attempts, message.attemptsBefore,
                message.dueAt.milliseconds, message.expiresAt?.milliseconds,
                message.endedAt?.milliseconds, message.reply, lease?.owner,
                lease?.until.milliseconds, message.id.rawValue,
            ])
    }

    func claim(_ attempt: MessageAttempt, until end: Date) throws {
        try run(
            """
            UPDATE message SET state = 'sending', attempts = ?, lease_owner = ?, lease_until = ?
            WHERE id = ?
            """,
            [attempt.number, attempt.sender, end.milliseconds, attempt.message.rawValue])
        try insert(attempt)
    }

    func startData(of attempt: MessageAttempt, at now: Date) throws -> Bool {
        try run(
            """
            UPDATE message_attempt SET data_started_at = ?1 WHERE message_id = ?2 AND number = ?3
                AND EXISTS (SELECT 1 FROM message
                    WHERE id = ?2 AND state = 'sending' AND attempts = ?3)
            """, [now.milliseconds, attempt.message.rawValue, attempt.number])
        return db.changesCount > 0
    }

    func markSent(_ attempt: MessageAttempt, at now: Date, reply: String) throws -> Bool {
        try run(
            """
            UPDATE message SET state = 'sent', attempts = max(attempts, ?), ended_at = ?,
                reply = ?, lease_owner = NULL, lease_until = NULL
            WHERE id = ? AND state <> 'sent'
            """,
            [attempt.number, now.milliseconds, reply, attempt.message.rawValue])
        return db.changesCount > 0
    }

    func end(_ attempt: MessageAttempt) throws {
        try run(
            """
            UPDATE message_attempt
            SET ended_at = ?, outcome = ?, code = ?, enhanced = ?, reply = ?
            WHERE message_id = ? AND number = ?
            """,
            [
                attempt.endedAt?.milliseconds, attempt.delivery?.outcome.rawValue,
                attempt.delivery?.code, attempt.delivery?.enhanced, attempt.delivery?.reply ?? "",
                attempt.message.rawValue, attempt.number,
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

extension DueMessage {
    fileprivate static let ofAll = "\(selection) ORDER BY m.due_at, m.id LIMIT ?2"
    fileprivate static let ofEvent =
        "\(selection) AND m.event_id = ?3 ORDER BY m.due_at, m.id LIMIT ?2"

    /// By one statement, because it is asked for every mail that leaves. Who has no opt-out and was
    /// never two people has not opted out.
    private static let selection = """
        SELECT \(Message.columns), \(MessageContent.columns),
            EXISTS (SELECT 1 FROM message_attachment a WHERE a.message_id = m.id),
            e.status, r.standing, i.answer IS NOT NULL,
            EXISTS (SELECT 1 FROM opt_out o WHERE o.person_id = m.person_id)
                OR EXISTS (SELECT 1 FROM person p WHERE p.merged_into = m.person_id)
        FROM message m LEFT JOIN message_content c ON c.message_id = m.id
            LEFT JOIN letter_sheet h ON h.id = c.sheet_id
            LEFT JOIN message_secret s ON s.message_id = m.id
            LEFT JOIN event e ON e.id = m.event_id
            LEFT JOIN registration r ON r.id = m.registration_id
            LEFT JOIN invitation i ON i.registration_id = m.registration_id
        WHERE m.state IN ('queued', 'retry') AND m.due_at <= ?1
        """
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
