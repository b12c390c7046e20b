import Convene
import GRDB

import struct FoundationEssentials.Data

extension SQLiteLedger: ImportLedger {
    func insert(_ batch: ImportBatch) throws -> ImportBatch.ID {
        ImportBatch.ID(
            try add(
                """
                INSERT INTO import_batch (list, event_id, file, digest, rows, at, actor_id)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    batch.list.rawValue, batch.event?.rawValue, batch.file, Data(batch.digest),
                    batch.rows, batch.at.milliseconds, try number(of: batch.actor),
                ]))
    }

    func insert(_ entry: ImportBatch.Entry, of batch: ImportBatch.ID) throws {
        try run(
            """
            INSERT INTO import_entry (batch_id, line, subject, subject_id, made)
            VALUES (?, ?, ?, ?, ?)
            """,
            [
                batch.rawValue, entry.line, entry.subject.kind, entry.subject.number, entry.made,
            ])
    }

    func batch(list: ImportBatch.List, event: Event.ID?, digest: [UInt8]) throws -> ImportBatch? {
        try first(
            """
            SELECT b.id, b.event_id, b.file, b.rows, b.at, a.kind, a.name
            FROM import_batch b JOIN actor a ON a.id = b.actor_id
            WHERE b.list = ? AND b.event_id IS NOT DISTINCT FROM ? AND b.digest = ?
                AND b.undone_at IS NULL
            ORDER BY b.id DESC LIMIT 1
            """, [list.rawValue, event?.rawValue, Data(digest)]
        ) { row in
            ImportBatch(
                id: row.id(at: 0), list: list, event: row.idIfSet(at: 1), file: row[2],
                digest: digest, rows: row[3], at: row.instant(at: 4), actor: try row.actor(at: 5))
        }
    }
}
