import Convene
import GRDB

import struct FoundationEssentials.Date

/// What has left of late, and what servers said of it.
extension SQLiteLedger {
    func countClaimed(orStartedBy instant: Date) throws -> Int {
        try count(
            """
            SELECT count(*) FROM message m JOIN message_attempt t
                ON t.message_id = m.id AND t.number = m.attempts
            WHERE m.state = 'sending'
                AND (t.data_started_at IS NULL OR t.data_started_at <= ?)
            """, [instant.milliseconds])
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

    func complaints(since: Date, limit: Int) throws -> [(at: Date, delivery: Delivery)] {
        try all(
            """
            SELECT ended_at, outcome, code, enhanced, reply FROM message_attempt
            WHERE outcome IN ('retry', 'unreachable') AND ended_at > ?
            ORDER BY ended_at DESC LIMIT ?
            """, [since.milliseconds, limit]
        ) { row in
            (
                row.instant(at: 0),
                Delivery(
                    outcome: try row.value(at: 1), code: row[2], enhanced: row[3], reply: row[4])
            )
        }
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
