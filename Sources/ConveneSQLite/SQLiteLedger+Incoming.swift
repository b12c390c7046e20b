import Convene
import GRDB

import struct FoundationEssentials.Data
import struct FoundationEssentials.Date

extension SQLiteLedger: IncomingLedger {
    func tagKey() throws -> [UInt8]? {
        let read = { try first("SELECT key FROM tag_key WHERE id = 1", []) { $0.bytes(at: 0) } }
        // One that was made in this transaction may yet be taken back with it.
        return try memory.hasMadeTagKey ? read() : lasting.tagKey(read)
    }

    func insert(tagKey: [UInt8], at: Date) throws {
        try run(
            "INSERT INTO tag_key (id, key, made_at) VALUES (1, ?, ?)",
            [Data(tagKey), at.milliseconds])
        memory.hasMadeTagKey = true
    }

    func memory(of mailbox: String) throws -> MailboxMemory {
        let position = try first(
            "SELECT validity, uid FROM mailbox WHERE name = ? AND validity IS NOT NULL", [mailbox]
        ) {
            MailboxMemory.Position(
                validity: UInt32(truncatingIfNeeded: $0[0] as Int64),
                uid: UInt32(truncatingIfNeeded: $0[1] as Int64))
        }
        guard position == nil else { return MailboxMemory(position: position) }
        let places = try all(
            """
            SELECT i.place FROM mailbox b JOIN incoming i ON i.mailbox_id = b.id WHERE b.name = ?1
            UNION ALL
            SELECT p.place FROM mailbox b JOIN mailbox_place p ON p.mailbox_id = b.id
            WHERE b.name = ?1
            """, [mailbox]
        ) { $0[0] as String }
        return MailboxMemory(places: Set(places))
    }

    func remember(_ position: MailboxMemory.Position?, of mailbox: String) throws {
        try run("INSERT INTO mailbox (name) VALUES (?) ON CONFLICT (name) DO NOTHING", [mailbox])
        guard let position else { return }
        try run(
            "UPDATE mailbox SET validity = ?, uid = ? WHERE name = ?",
            [Int64(position.validity), Int64(position.uid), mailbox])
    }

    func remember(place: String, of mailbox: String) throws {
        try remember(nil, of: mailbox)
        try run(
            """
            INSERT INTO mailbox_place (mailbox_id, place) SELECT id, ?1 FROM mailbox WHERE name = ?2
            ON CONFLICT (mailbox_id, place) DO NOTHING
            """, [place, mailbox])
    }

    func incoming(digest: [UInt8]) throws -> Incoming.ID? {
        try first("SELECT id FROM incoming WHERE digest = ?", [Data(digest)]) { $0.id(at: 0) }
    }

    func incoming(_ id: Incoming.ID) throws -> Incoming? {
        try first(
            """
            SELECT \(Incoming.columns) FROM incoming i JOIN mailbox b ON b.id = i.mailbox_id
            WHERE i.id = ?
            """, [id.rawValue], Incoming.init)
    }

    func incoming(kinds: [Incoming.Kind], open: Bool?, limit: Int) throws -> [Incoming] {
        let kinds = (kinds.isEmpty ? Incoming.Kind.allCases : kinds).json()
        return try all(
            """
            SELECT \(Incoming.columns) FROM incoming i JOIN mailbox b ON b.id = i.mailbox_id
            WHERE i.kind IN (SELECT value FROM json_each(?1)) AND (?2 IS NULL OR i.open = ?2)
            ORDER BY i.id DESC LIMIT ?3
            """, [kinds, open, limit], Incoming.init)
    }

    func incoming(about person: Person.ID) throws -> [Incoming] {
        try all(
            """
            SELECT \(Incoming.columns) FROM incoming i JOIN mailbox b ON b.id = i.mailbox_id
            WHERE i.person_id = ?1 OR i.sender_key IN (
                SELECT address_key FROM person_address WHERE person_id = ?1)
            ORDER BY i.id
            """, [person.rawValue], Incoming.init)
    }

    func insert(_ incoming: Incoming) throws -> Incoming.ID {
        Incoming.ID(
            try add(
                """
                INSERT INTO incoming (mailbox_id, place, digest, read_at, sent_at, kind, status,
                    outcome, open, sender, sender_key, subject, header, words, message_id,
                    registration_id, person_id)
                SELECT id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
                FROM mailbox WHERE name = ?
                """,
                [
                    incoming.place, Data(incoming.digest), incoming.readAt.milliseconds,
                    incoming.sentAt?.milliseconds, incoming.kind.rawValue, incoming.status,
                    incoming.outcome, incoming.isOpen, incoming.sender, incoming.senderKey,
                    incoming.subject, incoming.header, incoming.words, incoming.message?.rawValue,
                    incoming.registration?.rawValue, incoming.person?.rawValue, incoming.mailbox,
                ]))
    }

    func update(_ incoming: Incoming) throws {
        try run(
            "UPDATE incoming SET outcome = ?, open = ?, words = ? WHERE id = ?",
            [incoming.outcome, incoming.isOpen, incoming.words, incoming.id.rawValue])
    }

    func message(headerID: String) throws -> Message? {
        try first(
            "SELECT \(Message.columns) FROM message m WHERE m.header_id = ?", [headerID],
            Message.init)
    }

    func calendarStamp(of invitation: Invitation.ID) throws -> CalendarStamp? {
        try first(
            "SELECT sequence, stamp_at FROM calendar_answer WHERE invitation_id = ?",
            [invitation.rawValue]
        ) { CalendarStamp(sequence: $0[0], at: $0.instant(at: 1)) }
    }

    func set(_ stamp: CalendarStamp, of invitation: Invitation.ID) throws {
        try run(
            """
            INSERT INTO calendar_answer (invitation_id, sequence, stamp_at) VALUES (?1, ?2, ?3)
            ON CONFLICT (invitation_id) DO UPDATE SET sequence = ?2, stamp_at = ?3
            """, [invitation.rawValue, stamp.sequence, stamp.at.milliseconds])
    }

    func addresses(writtenTo registration: Registration.ID) throws -> [EmailAddress] {
        try all(
            """
            SELECT DISTINCT address FROM message WHERE registration_id = ? AND address <> ''
            """, [registration.rawValue]
        ) { EmailAddress(stored: $0[0]) }
    }
}

extension Incoming {
    fileprivate static let columns = """
        i.id, b.name, i.place, i.digest, i.read_at, i.sent_at, i.kind, i.status, i.outcome, i.open,
        i.sender, i.sender_key, i.subject, i.header, i.words, i.message_id, i.registration_id,
        i.person_id
        """

    fileprivate init(_ row: Row) throws {
        self.init(
            id: row.id(at: 0), mailbox: row[1], place: row[2], digest: row.bytes(at: 3),
            readAt: row.instant(at: 4), sentAt: row.instantIfSet(at: 5),
            kind: try row.value(at: 6), status: row[7], outcome: row[8], isOpen: row[9],
            sender: row[10], senderKey: row[11], subject: row[12], header: row[13],
            words: row[14], message: row.idIfSet(at: 15), registration: row.idIfSet(at: 16),
            person: row.idIfSet(at: 17))
    }
}
