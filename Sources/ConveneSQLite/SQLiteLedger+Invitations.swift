import Convene
import GRDB

import struct FoundationEssentials.Data
import struct FoundationEssentials.Date

extension SQLiteLedger: InvitationLedger {
    func invitation(_ id: Invitation.ID) throws -> Invitation? {
        try first(
            "SELECT \(Invitation.columns) FROM invitation i WHERE i.id = ?", [id.rawValue],
            Invitation.init)
    }

    func invitation(calendarUID: String) throws -> Invitation? {
        try first(
            "SELECT \(Invitation.columns) FROM invitation i WHERE i.calendar_uid = ?",
            [calendarUID], Invitation.init)
    }

    func invitation(of registration: Registration.ID) throws -> Invitation? {
        try first(
            "SELECT \(Invitation.columns) FROM invitation i WHERE i.registration_id = ?",
            [registration.rawValue], Invitation.init)
    }

    func invitation(linkHash: [UInt8]) throws -> Invitation? {
        try first(
            """
            SELECT \(Invitation.columns)
            FROM invitation_link l JOIN invitation i ON i.id = l.invitation_id
            WHERE l.hash = ?
            """, [Data(linkHash)], Invitation.init)
    }

    func invitations(to event: Event.ID) throws -> [Registration.ID: Invitation] {
        let invitations = try all(
            """
            SELECT \(Invitation.columns)
            FROM registration r JOIN invitation i ON i.registration_id = r.id
            WHERE r.event_id = ?
            """, [event.rawValue], Invitation.init)
        return Dictionary(uniqueKeysWithValues: invitations.map { ($0.registration, $0) })
    }

    func insert(_ invitation: Invitation) throws -> Invitation.ID {
        Invitation.ID(
            try add(
                """
                INSERT INTO invitation (registration_id, calendar_uid, sequence, tagged, made_at,
                    sent_at, answer, answered_at, cancelled_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, invitation.arguments))
    }

    func update(_ invitation: Invitation) throws {
        try run(
            """
            UPDATE invitation SET registration_id = ?, calendar_uid = ?, sequence = ?, tagged = ?,
                made_at = ?, sent_at = ?, answer = ?, answered_at = ?, cancelled_at = ?
            WHERE id = ?
            """, invitation.arguments + [invitation.id.rawValue])
    }

    func raiseRevisions(of event: Event.ID) throws {
        try run(
            """
            UPDATE invitation SET sequence = sequence + 1
            WHERE registration_id IN (SELECT id FROM registration WHERE event_id = ?)
            """, [event.rawValue])
    }

    func peopleReached(about event: Event.ID) throws -> Set<Person.ID> {
        let people = try all(
            """
            SELECT DISTINCT m.person_id FROM message m
            WHERE m.event_id = ? AND (m.state IN ('sent', 'sending', 'unknown')
                OR m.state <> 'failed' AND m.attempts > 0 AND EXISTS (
                    SELECT 1 FROM message_attempt a
                    WHERE a.message_id = m.id AND (a.outcome = 'unknown'
                        OR a.outcome IS NULL AND a.data_started_at IS NOT NULL)))
            """, [event.rawValue]
        ) { $0.id(at: 0) as Person.ID }
        return Set(people)
    }

    func markSent(invitationOf registration: Registration.ID, at instant: Date) throws -> Bool {
        try run(
            "UPDATE invitation SET sent_at = ? WHERE registration_id = ? AND sent_at IS NULL",
            [instant.milliseconds, registration.rawValue])
        return db.changesCount > 0
    }

    func insert(linkHash: [UInt8], of invitation: Invitation.ID, at: Date) throws {
        try run(
            "INSERT INTO invitation_link (hash, invitation_id, made_at) VALUES (?, ?, ?)",
            [Data(linkHash), invitation.rawValue, at.milliseconds])
    }

    func insert(_ answer: InvitationAnswer) throws {
        try run(
            """
            INSERT INTO invitation_answer (invitation_id, answer, channel, at, actor_id, note)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            [
                answer.invitation.rawValue, answer.answer.rawValue, answer.channel.rawValue,
                answer.at.milliseconds, try number(of: answer.actor), answer.note,
            ])
    }

    func answers(to invitation: Invitation.ID) throws -> [InvitationAnswer] {
        try all(
            """
            SELECT n.answer, n.channel, n.at, a.kind, a.name, n.note
            FROM invitation_answer n JOIN actor a ON a.id = n.actor_id
            WHERE n.invitation_id = ? ORDER BY n.id
            """, [invitation.rawValue]
        ) { row in
            InvitationAnswer(
                invitation: invitation, answer: try row.value(at: 0), channel: try row.value(at: 1),
                at: row.instant(at: 2), actor: try row.actor(at: 3), note: row[5])
        }
    }
}

extension Invitation {
    fileprivate static let columns = """
        i.id, i.registration_id, i.calendar_uid, i.sequence, i.tagged, i.made_at, i.sent_at,
        i.answer, i.answered_at, i.cancelled_at
        """

    fileprivate init(_ row: Row) throws {
        self.init(
            id: row.id(at: 0), registration: row.id(at: 1), calendarUID: row[2], sequence: row[3],
            tagged: row[4], madeAt: row.instant(at: 5), sentAt: row.instantIfSet(at: 6),
            answer: try row.valueIfSet(at: 7), answeredAt: row.instantIfSet(at: 8),
            cancelledAt: row.instantIfSet(at: 9))
    }

    fileprivate var arguments: StatementArguments {
        [
            registration.rawValue, calendarUID, sequence, tagged, madeAt.milliseconds,
            sentAt?.milliseconds, answer?.rawValue, answeredAt?.milliseconds,
            cancelledAt?.milliseconds,
        ]
    }
}
