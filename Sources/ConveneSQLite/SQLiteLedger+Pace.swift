import Convene
import GRDB

import struct FoundationEssentials.Date

/// What has left of late, and what became of it.
extension SQLiteLedger {
    func countClaimed(
        at now: Date, orStartedAfter start: Date, by end: Date
    ) throws -> Int {
        try count(
            """
            SELECT count(*) FROM message m JOIN message_attempt t
                ON t.message_id = m.id AND t.number = m.attempts
            WHERE m.state = 'sending' AND CASE
                WHEN t.data_started_at IS NULL THEN m.lease_until >= ?1
                ELSE t.data_started_at > ?2 AND t.data_started_at <= ?3 END
            """, [now.milliseconds, start.milliseconds, end.milliseconds])
    }

    func dataStart(back number: Int) throws -> Date? {
        try first(
            """
            SELECT data_started_at FROM message_attempt WHERE data_started_at IS NOT NULL
            ORDER BY data_started_at DESC LIMIT 1 OFFSET ?
            """, [number - 1]
        ) { $0.instant(at: 0) }
    }

    func countDataStarts(from start: Date, to end: Date) throws -> Int {
        try count(
            """
            SELECT count(*) FROM message_attempt
            WHERE data_started_at IS NOT NULL AND data_started_at > ? AND data_started_at <= ?
            """, [start.milliseconds, end.milliseconds])
    }

    func verdicts(since: Date, limit: Int) throws -> [Delivery.Outcome] {
        try all(
            """
            SELECT outcome FROM message_attempt
            WHERE ended_at IS NOT NULL AND ended_at > ?
                AND outcome IN ('sent', 'retry', 'failed')
            ORDER BY ended_at DESC LIMIT ?
            """, [since.milliseconds, limit]
        ) { try $0.value(at: 0) }
    }
}
