import Convene
import GRDB

import struct FoundationEssentials.Date

extension SQLiteLedger {
    func reminders(of event: Event.ID) throws -> [EventReminder] {
        try all(
            """
            SELECT \(EventReminder.columns) FROM event_reminder m WHERE m.event_id = ?
            ORDER BY m.anchor DESC, m.days DESC
            """, [event.rawValue], EventReminder.init)
    }

    func set(_ reminders: [EventReminder], of event: Event.ID) throws {
        try run("DELETE FROM event_reminder WHERE event_id = ?", [event.rawValue])
        for reminder in reminders {
            try run(
                """
                INSERT INTO event_reminder (event_id, anchor, days, made_at, done_at)
                VALUES (?, ?, ?, ?, ?)
                """,
                [
                    event.rawValue, reminder.rule.anchor.rawValue, reminder.rule.days,
                    reminder.madeAt.milliseconds, reminder.doneAt?.milliseconds,
                ])
        }
    }

    func openReminders(of event: Event.ID?) throws -> [EventReminder] {
        try all(
            """
            SELECT \(EventReminder.columns)
            FROM event_reminder m JOIN event e ON e.id = m.event_id
            WHERE e.status IN ('planned', 'open') AND (?1 IS NULL OR m.event_id = ?1)
            ORDER BY m.event_id, m.anchor DESC, m.days DESC
            """, [event?.rawValue], EventReminder.init)
    }

    func markDone(_ reminder: EventReminder, at instant: Date) throws {
        try run(
            """
            UPDATE event_reminder SET done_at = ?
            WHERE event_id = ? AND anchor = ? AND days = ?
            """,
            [
                instant.milliseconds, reminder.event.rawValue, reminder.rule.anchor.rawValue,
                reminder.rule.days,
            ])
    }
}

extension EventReminder {
    fileprivate static let columns = "m.event_id, m.anchor, m.days, m.made_at, m.done_at"

    fileprivate init(_ row: Row) throws {
        self.init(
            event: row.id(at: 0),
            rule: ReminderRule(stored: try row.value(at: 1), days: row[2]),
            madeAt: row.instant(at: 3), doneAt: row.instantIfSet(at: 4))
    }
}
