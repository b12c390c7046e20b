import Convene
import GRDB

extension SQLiteLedger: AttendanceLedger {
    @discardableResult func append(_ mark: AttendanceMark) throws -> AttendanceMark.Place {
        let latest = try latestPlace(of: mark.registration, at: mark.session)
        let place = AttendanceMark.Place(
            registration: mark.registration, session: mark.session,
            entry: (latest?.entry ?? 0) + 1)
        try run(
            """
            INSERT INTO attendance_mark
                (registration_id, session_id, entry, mark, method, actor_id, at, reason)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                mark.registration.rawValue, mark.session.rawValue, place.entry, mark.mark.rawValue,
                mark.method.rawValue, try number(of: mark.actor), mark.at.milliseconds,
                mark.reason,
            ])
        return place
    }

    func latestPlace(of registration: Registration.ID, at session: Session.ID) throws
        -> AttendanceMark.Place?
    {
        try first(
            """
            SELECT max(entry) FROM attendance_mark WHERE registration_id = ? AND session_id = ?
            """, [registration.rawValue, session.rawValue]
        ) { row in
            (row[0] as Int?).map { .init(registration: registration, session: session, entry: $0) }
        } ?? nil
    }

    func latestMarks(of registration: Registration.ID) throws -> [Session.ID: AttendanceMark.Mark] {
        var latest: [Session.ID: AttendanceMark.Mark] = [:]
        _ = try all(
            """
            SELECT session_id, mark FROM attendance_mark
            WHERE registration_id = ? ORDER BY session_id, entry
            """, [registration.rawValue]
        ) { row in latest[row.id(at: 0)] = try row.value(at: 1) }
        return latest
    }

    func latestMarks(at event: Event.ID) throws
        -> [Registration.ID: [Session.ID: AttendanceMark.Mark]]
    {
        var latest: [Registration.ID: [Session.ID: AttendanceMark.Mark]] = [:]
        _ = try all(
            """
            SELECT m.registration_id, m.session_id, m.mark
            FROM registration r JOIN attendance_mark m ON m.registration_id = r.id
            WHERE r.event_id = ? ORDER BY m.entry
            """, [event.rawValue]
        ) { row in latest[row.id(at: 0), default: [:]][row.id(at: 1)] = try row.value(at: 2) }
        return latest
    }

    func marks(at event: Event.ID, session: Session.ID?) throws -> [AttendanceMark] {
        try all(
            """
            SELECT m.registration_id, m.session_id, m.mark, m.method, a.kind, a.name, m.at, m.reason
            FROM registration r
            JOIN attendance_mark m ON m.registration_id = r.id
            JOIN actor a ON a.id = m.actor_id
            WHERE r.event_id = ?1 AND (?2 IS NULL OR m.session_id = ?2)
            ORDER BY m.at, m.entry, m.session_id, m.registration_id
            """, [event.rawValue, session?.rawValue]
        ) { row in
            AttendanceMark(
                registration: row.id(at: 0), session: row.id(at: 1), mark: try row.value(at: 2),
                method: try row.value(at: 3), actor: try row.actor(at: 4), at: row.instant(at: 6),
                reason: row[7])
        }
    }

    func isMarked(_ session: Session.ID) throws -> Bool {
        try first(
            """
            SELECT EXISTS (SELECT 1 FROM attendance_mark WHERE session_id = ?1)
                OR EXISTS (SELECT 1 FROM head_count WHERE session_id = ?1)
            """, [session.rawValue]
        ) { $0[0] } ?? false
    }

    func append(_ count: HeadCount) throws {
        try run(
            """
            INSERT INTO head_count (session_id, country, gender, number, actor_id, at, note)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                count.session.rawValue, count.country?.code, count.gender?.rawValue, count.number,
                try number(of: count.actor), count.at.milliseconds, count.note,
            ])
    }

    func latestHeadCounts(at event: Event.ID) throws -> [HeadCount] {
        try all(
            """
            SELECT \(HeadCount.columns)
            FROM head_count h JOIN actor a ON a.id = h.actor_id JOIN session s ON s.id = h.session_id
            WHERE h.id IN (
                SELECT max(id) FROM head_count
                WHERE session_id IN (SELECT id FROM session WHERE event_id = ?)
                GROUP BY session_id, country, gender)
            ORDER BY s.number, h.country, h.gender
            """, [event.rawValue], HeadCount.init)
    }
}

extension HeadCount {
    static let columns =
        "h.session_id, h.country, h.gender, h.number, a.kind, a.name, h.at, h.note"

    init(_ row: Row) throws {
        self.init(
            session: row.id(at: 0), country: try row.countryIfSet(at: 1),
            gender: try row.valueIfSet(at: 2), number: row[3], actor: try row.actor(at: 4),
            at: row.instant(at: 6), note: row[7])
    }
}
