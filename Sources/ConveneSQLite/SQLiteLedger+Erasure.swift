import Convene
import GRDB

import struct FoundationEssentials.Date

extension SQLiteLedger: ErasureLedger {
    func forget(_ person: Person.ID, at: Date) throws {
        try overwriteWhatGoes()
        // What programs were answered may be about anybody, and is kept for a day at most.
        try run("UPDATE once_request SET location = NULL, etag = NULL, answer = NULL", [])
        for statement in Self.forgetting {
            try run(statement, ["person": person.rawValue, "at": at.milliseconds])
        }
    }

    /// Has what is deleted or written over from now on filled with zeros in the file.
    func overwriteWhatGoes() throws { try run("PRAGMA secure_delete = ON", []) }

    func personsIdle(since day: Day) throws -> [Person.ID] {
        try all(
            """
            SELECT p.id FROM person p
            WHERE p.erased_at IS NULL AND p.merged_into IS NULL
                AND NOT EXISTS (
                    SELECT 1 FROM registration r JOIN event e ON e.id = r.event_id
                    WHERE r.person_id = p.id
                        AND (coalesce(e.last_day, e.term_last, '9') >= ?1
                            OR e.status NOT IN ('held', 'cancelled')))
                AND NOT EXISTS (
                    SELECT 1 FROM audit_entry n
                    WHERE n.subject = 'person' AND n.subject_id = p.id
                        AND n.at >= unixepoch(?1) * 1000)
            ORDER BY p.id
            """, [day.text]
        ) { $0.id(at: 0) }
    }

    func messages(to person: Person.ID) throws -> [Message] {
        try all(
            "SELECT \(Message.columns) FROM message m WHERE m.person_id = ? ORDER BY m.id",
            [person.rawValue], Message.init)
    }

    /// One statement a table; a person who was merged into this one is this one.
    private static let forgetting: [String] = {
        let people = """
            (WITH RECURSIVE one (id) AS (
                SELECT :person UNION
                SELECT p.id FROM person p JOIN one ON p.merged_into = one.id) SELECT id FROM one)
            """
        // The keys of names that nobody else bears.
        let keys = """
            (SELECT k FROM (
                SELECT family_key AS k FROM person WHERE id IN \(people)
                UNION SELECT given_key FROM person WHERE id IN \(people)
                UNION SELECT name_key FROM person_name WHERE person_id IN \(people))
            WHERE NOT EXISTS (
                    SELECT 1 FROM person WHERE family_key = k AND id NOT IN \(people))
                AND NOT EXISTS (
                    SELECT 1 FROM person WHERE given_key = k AND id NOT IN \(people))
                AND NOT EXISTS (
                    SELECT 1 FROM person_name
                    WHERE name_key = k AND person_id NOT IN \(people)))
            """
        let registrations = "(SELECT id FROM registration WHERE person_id IN \(people))"
        let invitations = "(SELECT id FROM invitation WHERE registration_id IN \(registrations))"
        let messages = "(SELECT id FROM message WHERE person_id IN \(people))"
        // Theirs, and those that they once had and were written to.
        let addresses = """
            (SELECT address_key FROM person_address WHERE person_id IN \(people)
            UNION SELECT s.address_key FROM suppression s JOIN message m ON m.id = s.message_id
            WHERE m.person_id IN \(people)
            UNION SELECT b.address_key FROM bounce_day b JOIN message m
                ON m.person_id IN \(people) AND lower(m.address) = b.address_key)
            """
        return [
            // What came from them or about mail to them, and whom nothing is sent to.
            """
            UPDATE incoming SET sender = '', sender_key = '', subject = '', header = '', words = '',
                open = 0
            WHERE person_id IN \(people) OR sender_key IN \(addresses)
            """,
            "DELETE FROM calendar_answer WHERE invitation_id IN \(invitations)",
            "DELETE FROM suppression WHERE address_key IN \(addresses)",
            "DELETE FROM bounce_day WHERE address_key IN \(addresses)",
            "DELETE FROM opt_out WHERE person_id IN \(people)",
            "DELETE FROM question_answer WHERE registration_id IN \(registrations)",
            "DELETE FROM guest_needs WHERE registration_id IN \(registrations)",
            "DELETE FROM invitation_answer WHERE invitation_id IN \(invitations)",
            "DELETE FROM invitation_link WHERE invitation_id IN \(invitations)",
            """
            UPDATE invitation SET answer = NULL, answered_at = NULL
            WHERE registration_id IN \(registrations)
            """,
            """
            DELETE FROM certificate_link WHERE certificate_id IN
                (SELECT id FROM certificate WHERE registration_id IN \(registrations))
            """,
            "DELETE FROM certificate WHERE registration_id IN \(registrations)",
            // A file or a text that went to nobody else may be about them.
            "DELETE FROM message_attachment WHERE message_id IN \(messages)",
            "DELETE FROM message_content WHERE message_id IN \(messages)",
            orphansOfMail[0], orphansOfMail[1],
            "DELETE FROM message_secret WHERE message_id IN \(messages)",
            "UPDATE message_attempt SET reply = '' WHERE message_id IN \(messages)",
            // A receiver may have looked up who it was told of, and quote them.
            "UPDATE webhook_delivery SET reply = ''",
            """
            UPDATE message SET address = '', subject = '', reply = '',
                state = CASE WHEN state IN ('queued', 'retry', 'held') THEN 'cancelled'
                    ELSE state END,
                ended_at = coalesce(ended_at, :at)
            WHERE person_id IN \(people)
            """,
            "UPDATE standing_change SET reason = '' WHERE registration_id IN \(registrations)",
            "UPDATE attendance_mark SET reason = '' WHERE registration_id IN \(registrations)",
            """
            UPDATE audit_entry SET details = ''
            WHERE (subject = 'person' AND subject_id IN \(people))
                OR (subject = 'registration' AND subject_id IN \(registrations))
                OR (subject = 'invitation' AND subject_id IN \(invitations))
                OR (subject = 'message' AND subject_id IN \(messages))
            """,
            "DELETE FROM person_address WHERE person_id IN \(people)",
            """
            INSERT INTO name_part_trigram (name_part_trigram, rowid, name_key)
            SELECT 'delete', id, name_key FROM name_part WHERE name_key IN \(keys)
            """,
            "DELETE FROM name_part WHERE name_key IN \(keys)",
            "DELETE FROM person_name WHERE person_id IN \(people)",
            // What was merged can't be made two again.
            """
            UPDATE merge SET record = '', undone_at = coalesce(undone_at, :at)
            WHERE subject = 'person' AND (kept_id IN \(people) OR gone_id IN \(people))
            """,
            """
            UPDATE person SET given = '', family = '(forgotten)', patronymic = '',
                other_given = '', other_family = '', other_patronymic = '',
                gender = 'undisclosed', country = NULL, organisation_id = NULL,
                stakeholder = NULL, position = '', languages = '', notes = '',
                family_key = '', given_key = '', match_key = '', sort_key = '', erased_at = :at
            WHERE id IN \(people)
            """,
        ]
    }()
}
