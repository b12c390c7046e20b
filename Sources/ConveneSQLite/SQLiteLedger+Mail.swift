import Convene
import GRDB

import struct FoundationEssentials.Date

extension SQLiteLedger: MailLedger {
    func insert(
        _ message: Message, content: MessageContent, digest: ([UInt8]) -> [UInt8]
    ) throws -> Message.ID {
        let id = try add(
            """
            INSERT INTO message (event_id, person_id, registration_id, purpose, revision, address,
                header_id, language, subject, state, attempts, made_at, due_at, expires_at,
                ended_at, reply)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, message.arguments)
        try run(
            """
            INSERT INTO message_content
                (message_id, sheet_id, fields, automatic, reply_to)
            VALUES (?, ?, ?, ?, ?)
            """,
            [
                id, try keep(content.letter.sheet, digest),
                content.letter.fields.joined(separator: "\n"), content.automatic,
                content.letter.replyTo?.text,
            ])
        if let secret = content.secret { try insert(secret: secret, of: Message.ID(id)) }
        try insert(content.letter.attachments, of: Message.ID(id))
        return Message.ID(id)
    }

    func message(_ id: Message.ID) throws -> Message? {
        try first(
            "SELECT \(Message.columns) FROM message m WHERE m.id = ?", [id.rawValue], Message.init)
    }

    func message(
        _ purpose: Message.Purpose, revision: Int, to person: Person.ID, for event: Event.ID
    ) throws -> Message? {
        try first(
            """
            SELECT \(Message.columns) FROM message m
            WHERE m.person_id = ? AND m.event_id = ? AND m.purpose = ? AND m.revision = ?
            """, [person.rawValue, event.rawValue, purpose.rawValue, revision], Message.init)
    }

    func content(of id: Message.ID) throws -> MessageContent? {
        guard let message = try message(id) else { return nil }
        var content =
            try first(
                """
                SELECT \(MessageContent.columns)
                FROM message_content c JOIN letter_sheet h ON h.id = c.sheet_id
                    LEFT JOIN message_secret s ON s.message_id = c.message_id
                WHERE c.message_id = ?
                """, [id.rawValue]
            ) { try self.content(of: message, $0, from: 0) } ?? nil
        content?.letter.attachments = try attachments(of: id)
        return content
    }

    func origin(of id: Message.ID) throws -> MessageOrigin? {
        try first(
            """
            SELECT h.note, c.automatic
            FROM message_content c JOIN letter_sheet h ON h.id = c.sheet_id
            WHERE c.message_id = ?
            """, [id.rawValue]
        ) { MessageOrigin(note: $0[0], automatic: $0[1]) }
    }

    func lastRevision(_ purpose: Message.Purpose, to person: Person.ID, for event: Event.ID) throws
        -> Int?
    {
        try first(
            """
            SELECT revision FROM message
            WHERE person_id = ? AND event_id = ? AND purpose = ? ORDER BY revision DESC LIMIT 1
            """, [person.rawValue, event.rawValue, purpose.rawValue]
        ) { $0[0] }
    }

    func messages(for event: Event.ID?, states: [Message.State], limit: Int) throws -> [Message] {
        let states = (states.isEmpty ? Message.State.allCases : states).json()
        guard let event else {
            return try all(
                """
                SELECT \(Message.columns) FROM message m
                WHERE m.state IN (SELECT value FROM json_each(?)) ORDER BY m.id DESC LIMIT ?
                """, [states, limit], Message.init)
        }
        return try all(
            """
            SELECT \(Message.columns) FROM message m
            WHERE m.event_id = ? AND m.state IN (SELECT value FROM json_each(?))
            ORDER BY m.id DESC LIMIT ?
            """, [event.rawValue, states, limit], Message.init)
    }

    func countMessages(for event: Event.ID?) throws -> [Message.State: Int] {
        let read = { (row: Row) in (try row.value(at: 0) as Message.State, row[1] as Int) }
        let counts =
            if let event {
                try all(
                    "SELECT state, count(*) FROM message WHERE event_id = ? GROUP BY state",
                    [event.rawValue], read)
            } else {
                try all("SELECT state, count(*) FROM message GROUP BY state", [], read)
            }
        return Dictionary(uniqueKeysWithValues: counts)
    }

    func insert(secret: String, of message: Message.ID) throws {
        try run(
            "INSERT INTO message_secret (message_id, secret) VALUES (?, ?)",
            [message.rawValue, secret])
    }

    func forgetSecret(of message: Message.ID) throws {
        try run("DELETE FROM message_secret WHERE message_id = ?", [message.rawValue])
    }

    func countTexts(about event: Event.ID, in states: [Message.State]) throws -> Int {
        try count(
            """
            SELECT count(*) FROM message m JOIN message_content c ON c.message_id = m.id
            WHERE m.event_id = ? AND m.state IN (SELECT value FROM json_each(?))
            """, [event.rawValue, states.json()])
    }

    func forgetTexts(about event: Event.ID, in states: [Message.State]) throws -> Int {
        try overwriteWhatGoes()
        let messages = """
            (SELECT id FROM message
            WHERE event_id = ?1 AND state IN (SELECT value FROM json_each(?2)))
            """
        let arguments: StatementArguments = [event.rawValue, states.json()]
        for statement in [
            "DELETE FROM message_secret WHERE message_id IN \(messages)",
            "UPDATE message_attempt SET reply = '' WHERE message_id IN \(messages)",
            "UPDATE message SET reply = '' WHERE id IN \(messages)",
            "DELETE FROM message_attachment WHERE message_id IN \(messages)",
            "DELETE FROM message_content WHERE message_id IN \(messages)",
        ] {
            try run(statement, arguments)
        }
        let count = db.changesCount
        for statement in Self.orphansOfMail { try run(statement, []) }
        return count
    }

    func countReplies(about event: Event.ID) throws -> Int {
        try count("SELECT count(*) FROM incoming WHERE \(Self.saysOf)", [event.rawValue])
    }

    func forgetReplies(about event: Event.ID) throws -> Int {
        try overwriteWhatGoes()
        try run(
            "UPDATE incoming SET subject = '', header = '', words = '' WHERE \(Self.saysOf)",
            [event.rawValue])
        return db.changesCount
    }

    /// Whether something that came still says anything of an event.
    private static let saysOf = """
        open = 0 AND (subject <> '' OR header <> '' OR words <> '')
            AND (message_id IN (SELECT id FROM message WHERE event_id = ?1)
                OR registration_id IN (SELECT id FROM registration WHERE event_id = ?1))
        """
}

extension Message {
    static let columns = """
        m.id, m.event_id, m.person_id, m.registration_id, m.purpose, m.revision, m.address,
        m.header_id, m.language, m.subject, m.state, m.attempts, m.made_at, m.due_at,
        m.expires_at, m.ended_at, m.reply, m.attempts_before
        """

    init(_ row: Row) throws {
        self.init(
            id: row.id(at: 0), event: row.id(at: 1), person: row.id(at: 2),
            registration: row.idIfSet(at: 3), purpose: try row.value(at: 4), revision: row[5],
            address: EmailAddress(stored: row[6]), headerID: row[7],
            language: try row.known(Language(row[8]), at: 8), subject: row[9],
            state: try row.value(at: 10), attempts: row[11], attemptsBefore: row[17],
            madeAt: row.instant(at: 12),
            dueAt: row.instant(at: 13), expiresAt: row.instantIfSet(at: 14),
            endedAt: row.instantIfSet(at: 15), reply: row[16])
    }

    fileprivate var arguments: StatementArguments {
        [
            event.rawValue, person.rawValue, registration?.rawValue, purpose.rawValue, revision,
            address.text, headerID, language.code, subject, state.rawValue, attempts,
            madeAt.milliseconds, dueAt.milliseconds, expiresAt?.milliseconds,
            endedAt?.milliseconds, reply,
        ]
    }
}

extension MessageContent {
    static let columns =
        "c.sheet_id, h.digest, c.fields, c.automatic, s.secret, c.reply_to"
}

extension SQLiteLedger {
    /// What a mail says; nothing where the text was removed.
    func content(of message: Message, _ row: Row, from index: Int) throws -> MessageContent? {
        guard let sheet = row[index] as Int64? else { return nil }
        let fields: String = row[index + 2]
        return MessageContent(
            letter: Letter(
                language: message.language, subject: message.subject,
                sheet: try self.sheet(sheet, digest: row.bytesIfSet(at: index + 1)),
                fields: fields.isEmpty ? [] : fields.splitLines,
                replyTo: (row[index + 5] as String?).map { EmailAddress(stored: $0) }),
            automatic: row[index + 3], secret: row[index + 4])
    }
}

extension String {
    /// Its lines, by octets: by characters, as `split` does it, takes ten times as long.
    fileprivate var splitLines: [String] {
        utf8.split(separator: 10, omittingEmptySubsequences: false).map { String(Substring($0)) }
    }
}
