import Convene
import GRDB

import struct FoundationEssentials.Data

extension SQLiteLedger {
    func restore(_ registration: Registration, _ changes: [StandingChange]) throws {
        try run(
            """
            INSERT INTO registration (id, event_id, person_id, role, standing, gender, invited,
                attended, completed)
            VALUES (?, ?, ?, ?, ?, ?, 0, 0, 0)
            """,
            [
                registration.id.rawValue, registration.event.rawValue,
                registration.person.rawValue, registration.role.rawValue,
                registration.standing.rawValue, registration.gender.rawValue,
            ])
        try update(registration)
        for change in changes { try insert(change, of: registration.id) }
    }

    func isMarked(_ registration: Registration.ID) throws -> Bool {
        try first(
            "SELECT EXISTS (SELECT 1 FROM attendance_mark WHERE registration_id = ?)",
            [registration.rawValue]
        ) { $0[0] } ?? false
    }

    func trail(of invitation: Invitation.ID) throws -> InvitationTrail {
        InvitationTrail(
            answers: try all(
                "SELECT id FROM invitation_answer WHERE invitation_id = ? ORDER BY id",
                [invitation.rawValue]
            ) { $0[0] },
            links: try all(
                "SELECT hash FROM invitation_link WHERE invitation_id = ? ORDER BY hash",
                [invitation.rawValue]
            ) { Array($0[0] as Data) },
            stamp: try calendarStamp(of: invitation))
    }

    func incoming(about registration: Registration.ID) throws -> [Incoming.ID] {
        try all(
            "SELECT id FROM incoming WHERE registration_id = ? ORDER BY id",
            [registration.rawValue]
        ) { $0.id(at: 0) }
    }

    func move(_ incoming: [Incoming.ID], to registration: Registration.ID) throws {
        try run(
            """
            UPDATE incoming SET registration_id = ?
            WHERE id IN (SELECT value FROM json_each(?))
            """, [registration.rawValue, incoming.json()])
    }

    func move(_ trail: InvitationTrail, to invitation: Invitation.ID) throws {
        for answer in trail.answers {
            try run(
                "UPDATE invitation_answer SET invitation_id = ? WHERE id = ?",
                [invitation.rawValue, answer])
        }
        for link in trail.links {
            try run(
                "UPDATE invitation_link SET invitation_id = ? WHERE hash = ?",
                [invitation.rawValue, Data(link)])
        }
    }

    func remove(_ invitation: Invitation.ID) throws {
        try run("DELETE FROM calendar_answer WHERE invitation_id = ?", [invitation.rawValue])
        try run("DELETE FROM invitation WHERE id = ?", [invitation.rawValue])
    }

    func restore(_ invitation: Invitation) throws {
        try run(
            "INSERT INTO invitation (id, registration_id, calendar_uid, sequence, made_at)"
                + " VALUES (?, ?, ?, 0, 0)",
            [invitation.id.rawValue, invitation.registration.rawValue, invitation.calendarUID])
        try update(invitation)
    }

    func waitingMessages(about registration: Registration.ID) throws
        -> [Message.ID: Message.State]
    {
        let messages = try all(
            """
            SELECT id, state FROM message
            WHERE registration_id = ? AND state IN ('queued', 'retry', 'held')
            """, [registration.rawValue]
        ) { ($0.id(at: 0) as Message.ID, try $0.value(at: 1) as Message.State) }
        return Dictionary(uniqueKeysWithValues: messages)
    }

    func messageOwners(of person: Person.ID) throws -> [PersonMerge.MessageOwner] {
        try all(
            """
            SELECT id, event_id, purpose, person_id, registration_id, revision FROM message
            WHERE person_id = ? ORDER BY id
            """, [person.rawValue]
        ) { row in
            .init(
                message: row.id(at: 0), event: row.id(at: 1), purpose: try row.value(at: 2),
                person: row.id(at: 3), registration: row.idIfSet(at: 4), revision: row[5])
        }
    }

    func set(_ owner: PersonMerge.MessageOwner) throws {
        try run(
            "UPDATE message SET person_id = ?, registration_id = ?, revision = ? WHERE id = ?",
            [
                owner.person.rawValue, owner.registration?.rawValue, owner.revision,
                owner.message.rawValue,
            ])
    }

    func references(to organisation: Organisation.ID) throws -> OrganisationReferences {
        let id = organisation.rawValue
        return OrganisationReferences(
            people: try all(
                "SELECT id FROM person WHERE organisation_id = ? ORDER BY id", [id]
            ) { $0.id(at: 0) },
            registrations: try all(
                "SELECT id FROM registration WHERE organisation_id = ? ORDER BY id", [id]
            ) { $0.id(at: 0) },
            events: try all(
                """
                SELECT event_id, part, position FROM event_organisation
                WHERE organisation_id = ? ORDER BY event_id, part
                """, [id]
            ) { .init(subject: $0.id(at: 0), part: try $0.value(at: 1), position: $0[2]) },
            programmes: try all(
                """
                SELECT programme_id, part, position FROM programme_organisation
                WHERE organisation_id = ? ORDER BY programme_id, part
                """, [id]
            ) { .init(subject: $0.id(at: 0), part: try $0.value(at: 1), position: $0[2]) })
    }

    func move(
        _ references: OrganisationReferences, from: Organisation.ID, to: Organisation.ID
    ) throws {
        try moveHolders(of: references, from: from.rawValue, to: to.rawValue)
        // A part that both had in one event is kept once.
        for table in ["event_organisation", "programme_organisation"] {
            try run(
                "UPDATE OR IGNORE \(table) SET organisation_id = ? WHERE organisation_id = ?",
                [to.rawValue, from.rawValue])
            try run("DELETE FROM \(table) WHERE organisation_id = ?", [from.rawValue])
        }
    }

    func moveBack(
        _ references: OrganisationReferences, to: Organisation.ID, from: Organisation.ID,
        besides own: OrganisationReferences
    ) throws {
        try moveHolders(of: references, from: from.rawValue, to: to.rawValue)
        for part in references.events {
            let isOwn = own.events.contains {
                $0.subject == part.subject && $0.part == part.part
            }
            try moveBack(
                part.subject.rawValue, part.part, part.position, in: .event,
                to: to.rawValue, from: from.rawValue, keeping: isOwn)
        }
        for part in references.programmes {
            let isOwn = own.programmes.contains {
                $0.subject == part.subject && $0.part == part.part
            }
            try moveBack(
                part.subject.rawValue, part.part, part.position, in: .programme,
                to: to.rawValue, from: from.rawValue, keeping: isOwn)
        }
    }

    private enum PartTable: String { case event, programme }

    private func moveBack(
        _ subject: Int64, _ part: Organisation.Part, _ position: Int, in table: PartTable,
        to: Int64, from: Int64, keeping isOwn: Bool
    ) throws {
        let name = table.rawValue
        let arguments: StatementArguments = [subject, from, part.rawValue]
        let condition = "\(name)_id = ? AND organisation_id = ? AND part = ?"
        // Whoever took the part off since then meant it.
        guard
            try count("SELECT count(*) FROM \(name)_organisation WHERE \(condition)", arguments) > 0
        else { return }
        if !isOwn { try run("DELETE FROM \(name)_organisation WHERE \(condition)", arguments) }
        try run(
            """
            INSERT INTO \(name)_organisation (\(name)_id, organisation_id, part, position)
            VALUES (?, ?, ?, ?)
            """, [subject, to, part.rawValue, position])
    }

    /// People and registrations that name one organisation name the other.
    private func moveHolders(
        of references: OrganisationReferences, from: Int64, to: Int64
    ) throws {
        try run(
            """
            UPDATE person SET organisation_id = ?1
            WHERE organisation_id = ?2 AND id IN (SELECT value FROM json_each(?3))
            """, [to, from, references.people.json()])
        try run(
            """
            UPDATE registration SET organisation_id = ?1
            WHERE organisation_id = ?2 AND id IN (SELECT value FROM json_each(?3))
            """, [to, from, references.registrations.json()])
    }

    func sharedMatchKeys(country: Country?) throws -> [String] {
        try all(
            """
            SELECT match_key FROM person
            WHERE merged_into IS NULL AND erased_at IS NULL
            GROUP BY match_key
            HAVING count(*) > 1 AND (?1 IS NULL OR max(country = ?1) = 1)
            """, [country?.code]
        ) { $0[0] }
    }

    func personsByInitial(country: Country?) throws -> [PersonCandidate] {
        try all(
            """
            SELECT \(PersonCandidate.columns) \(PersonCandidate.tables)
            WHERE p.match_key >= ' ' AND p.match_key < '!' AND (?1 IS NULL OR p.country = ?1)
                AND p.merged_into IS NULL AND p.erased_at IS NULL
            """, [country?.code], PersonCandidate.init)
    }
}
