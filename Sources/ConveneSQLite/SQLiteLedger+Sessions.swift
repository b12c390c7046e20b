import Convene
import GRDB

extension SQLiteLedger: EventLedger {
    func sessions(of event: Event.ID) throws -> [Session] {
        try all(
            """
            SELECT id, event_id, number, title, day, starts, ends, counts FROM session
            WHERE event_id = ? ORDER BY number
            """, [event.rawValue]
        ) { row in
            Session(
                id: row.id(at: 0), event: row.id(at: 1), number: row[2], title: row[3],
                day: try row.day(at: 4), starts: try row.timeIfSet(at: 5),
                ends: try row.timeIfSet(at: 6), counts: row[7])
        }
    }

    func insert(_ session: Session) throws -> Session.ID {
        Session.ID(
            try add(
                """
                INSERT INTO session (event_id, number, title, day, starts, ends, counts)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    session.event.rawValue, session.number, session.title, session.day.text,
                    session.starts?.text, session.ends?.text, session.counts,
                ]))
    }

    func update(_ sessions: [Session]) throws {
        // Numbers are unique within an event, and a session may take that of another which is
        // still to be written: all make room first.
        for session in sessions {
            try run(
                "UPDATE session SET number = number + 1000000 WHERE id = ?", [session.id.rawValue])
        }
        for session in sessions {
            try run(
                """
                UPDATE session SET number = ?, title = ?, day = ?, starts = ?, ends = ?, counts = ?
                WHERE id = ?
                """,
                [
                    session.number, session.title, session.day.text, session.starts?.text,
                    session.ends?.text, session.counts, session.id.rawValue,
                ])
        }
    }

    func remove(_ session: Session.ID) throws {
        try refusing(.SQLITE_CONSTRAINT_FOREIGNKEY, with: .sessionIsMarked) {
            try run("DELETE FROM session WHERE id = ?", [session.rawValue])
        }
    }

    func participations(in event: Event.ID) throws -> [Participation] {
        try all(
            """
            SELECT o.id, o.name, p.part
            FROM event_organisation p JOIN organisation o ON o.id = p.organisation_id
            WHERE p.event_id = ? ORDER BY p.position
            """, [event.rawValue]
        ) { row in
            Participation(organisation: row.id(at: 0), name: row[1], part: try row.value(at: 2))
        }
    }

    func set(_ participations: [Participation], of event: Event.ID) throws {
        try run("DELETE FROM event_organisation WHERE event_id = ?", [event.rawValue])
        for (position, participation) in participations.enumerated() {
            try run(
                """
                INSERT INTO event_organisation (event_id, organisation_id, part, position)
                VALUES (?, ?, ?, ?)
                """,
                [
                    event.rawValue, participation.organisation.rawValue,
                    participation.part.rawValue, position,
                ])
        }
    }
}
