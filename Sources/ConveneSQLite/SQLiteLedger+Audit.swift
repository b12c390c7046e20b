import Convene
import GRDB

import struct FoundationEssentials.Data
import struct FoundationEssentials.Date

extension SQLiteLedger: AuditLedger {
    func append(
        at: Date, actor: Actor, act: AuditEntry.Act, subject: AuditEntry.Subject, details: String,
        detailsDigest: [UInt8], digest: [UInt8]
    ) throws {
        try run(
            """
            INSERT INTO audit_entry
                (at, actor_id, act, subject, subject_id, details, details_digest, digest)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                at.milliseconds, try number(of: actor), act.rawValue, subject.kind.rawValue,
                subject.number,
                details, Data(detailsDigest), Data(digest),
            ])
    }

    func lastDigest() throws -> [UInt8]? {
        try first("SELECT digest FROM audit_entry ORDER BY id DESC LIMIT 1", []) {
            $0.bytes(at: 0)
        }
    }

    func auditEntries(after id: AuditEntry.ID?, limit: Int) throws -> [SealedAuditEntry] {
        try all(
            """
            SELECT \(AuditEntry.columns), n.details_digest, n.digest
            FROM audit_entry n JOIN actor a ON a.id = n.actor_id
            WHERE n.id > ? ORDER BY n.id LIMIT ?
            """, [id?.rawValue ?? 0, limit]
        ) { row in
            SealedAuditEntry(
                entry: try AuditEntry(row), detailsDigest: row.bytes(at: 8),
                digest: row.bytes(at: 9))
        }
    }

    func latestAuditEntries(of subject: AuditEntry.Subject?, limit: Int) throws -> [AuditEntry] {
        guard let subject else {
            return try all(
                """
                SELECT \(AuditEntry.columns)
                FROM audit_entry n JOIN actor a ON a.id = n.actor_id
                ORDER BY n.id DESC LIMIT ?
                """, [limit], AuditEntry.init)
        }
        return try all(
            """
            SELECT \(AuditEntry.columns)
            FROM audit_entry n JOIN actor a ON a.id = n.actor_id
            WHERE n.subject = ? AND n.subject_id = ? ORDER BY n.id DESC LIMIT ?
            """, [subject.kind.rawValue, subject.number, limit], AuditEntry.init)
    }
}

extension AuditEntry {
    fileprivate static let columns =
        "n.id, n.at, a.kind, a.name, n.act, n.subject, n.subject_id, n.details"

    fileprivate init(_ row: Row) throws {
        self.init(
            id: row.id(at: 0), at: row.instant(at: 1), actor: try row.actor(at: 2),
            act: try row.value(at: 4), subject: Subject(kind: try row.value(at: 5), number: row[6]),
            details: row[7])
    }
}
