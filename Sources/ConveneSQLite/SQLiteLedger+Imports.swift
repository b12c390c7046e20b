import Convene
import FoundationEssentials
import GRDB

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
            INSERT INTO import_entry (batch_id, line, subject, subject_id, made, change)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            [
                batch.rawValue, entry.line, entry.subject.kind.rawValue,
                entry.subject.number, entry.made,
                try entry.change.map { try MergeRecord.text(of: ImportRecord($0)) },
            ])
    }

    func batch(list: ImportBatch.List, event: Event.ID?, digest: [UInt8]) throws -> ImportBatch? {
        try first(
            """
            \(ImportBatch.query)
            WHERE b.list = ? AND b.event_id IS NOT DISTINCT FROM ? AND b.digest = ?
                AND b.undone_at IS NULL
            ORDER BY b.id DESC LIMIT 1
            """, [list.rawValue, event?.rawValue, Data(digest)], ImportBatch.init)
    }

    func batch(_ id: ImportBatch.ID) throws -> ImportBatch? {
        try first("\(ImportBatch.query) WHERE b.id = ?", [id.rawValue], ImportBatch.init)
    }

    func batches() throws -> [ImportBatch] {
        try all("\(ImportBatch.query) ORDER BY b.id DESC", [], ImportBatch.init)
    }

    func entries(of batch: ImportBatch.ID) throws -> [ImportBatch.Entry] {
        try all(
            """
            SELECT line, subject, subject_id, made, change FROM import_entry WHERE batch_id = ?
            ORDER BY line, subject
            """, [batch.rawValue]
        ) { row in
            ImportBatch.Entry(
                line: row[0], subject: .init(kind: try row.value(at: 1), number: row[2]),
                made: row[3],
                change: try (row[4] as String?).flatMap {
                    try MergeRecord.value(ImportRecord.self, in: $0).change
                })
        }
    }

    func close(_ batch: ImportBatch.ID, undoneAt: Date, by actor: Actor) throws {
        try run(
            "UPDATE import_batch SET undone_at = ?, undone_by = ? WHERE id = ?",
            [undoneAt.milliseconds, try number(of: actor), batch.rawValue])
    }

    func columns(of layout: ListLayout) throws -> [String: String] {
        let text: String? = try first(
            "SELECT columns FROM list_layout WHERE headings = ?", [layout.text]
        ) { $0[0] }
        return try text.map {
            try JSONDecoder().decode([String: String].self, from: Data($0.utf8))
        } ?? [:]
    }

    func remember(_ columns: [String: String], of layout: ListLayout) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        try run(
            """
            INSERT INTO list_layout (headings, columns) VALUES (?, ?)
            ON CONFLICT (headings) DO UPDATE SET columns = excluded.columns
            """,
            [layout.text, String(decoding: try encoder.encode(columns), as: UTF8.self)])
    }
}

extension SQLiteLedger {
    func remove(_ registration: Registration.ID) throws {
        let ofMessages = "message_id IN (SELECT id FROM message WHERE registration_id = ?)"
        let ofInvitation =
            "invitation_id IN (SELECT id FROM invitation WHERE registration_id = ?)"
        let sheets: [Int64] = try all(
            "SELECT DISTINCT sheet_id FROM message_content WHERE \(ofMessages)",
            [registration.rawValue]
        ) { $0[0] }
        for statement in [
            "DELETE FROM message_attempt WHERE \(ofMessages)",
            "DELETE FROM message_content WHERE \(ofMessages)",
            "DELETE FROM message_secret WHERE \(ofMessages)",
            "DELETE FROM message WHERE registration_id = ?",
            "DELETE FROM invitation_answer WHERE \(ofInvitation)",
            "DELETE FROM invitation_link WHERE \(ofInvitation)",
            "DELETE FROM invitation WHERE registration_id = ?",
            "DELETE FROM question_answer WHERE registration_id = ?",
            "DELETE FROM guest_needs WHERE registration_id = ?",
            "DELETE FROM standing_change WHERE registration_id = ?",
            "DELETE FROM attendance_mark WHERE registration_id = ?",
            "DELETE FROM registration WHERE id = ?",
        ] {
            try run(statement, [registration.rawValue])
        }
        try removeOrphans(of: sheets)
    }

    func remove(_ person: Person.ID) throws {
        try run("DELETE FROM person_name WHERE person_id = ?", [person.rawValue])
        try run("DELETE FROM person_address WHERE person_id = ?", [person.rawValue])
        try run("DELETE FROM person WHERE id = ?", [person.rawValue])
    }

    func remove(_ programme: Programme.ID) throws {
        for table in ["country", "target", "organisation"] {
            try run(
                "DELETE FROM programme_\(table) WHERE programme_id = ?", [programme.rawValue])
        }
        try run("DELETE FROM programme WHERE id = ?", [programme.rawValue])
    }

    func remove(_ event: Event.ID) throws {
        for statement in [
            "DELETE FROM session WHERE event_id = ?",
            "DELETE FROM event_status WHERE event_id = ?",
            "DELETE FROM event_organisation WHERE event_id = ?",
            "DELETE FROM event_reminder WHERE event_id = ?",
            "UPDATE import_batch SET event_id = NULL WHERE event_id = ? AND undone_at IS NOT NULL",
            "DELETE FROM event WHERE id = ?",
        ] {
            try run(statement, [event.rawValue])
        }
    }

    func remove(_ activity: Activity.ID) throws {
        try run("DELETE FROM activity_step WHERE activity_id = ?", [activity.rawValue])
        try run("DELETE FROM activity WHERE id = ?", [activity.rawValue])
    }

    func remove(_ mark: AttendanceMark.Place) throws {
        try run(
            """
            DELETE FROM attendance_mark WHERE registration_id = ? AND session_id = ? AND entry = ?
            """, [mark.registration.rawValue, mark.session.rawValue, mark.entry])
    }
}

extension ImportBatch {
    fileprivate static let query = """
        SELECT b.id, b.list, b.event_id, b.file, b.digest, b.rows, b.at, b.undone_at, a.kind, a.name
        FROM import_batch b JOIN actor a ON a.id = b.actor_id
        """

    fileprivate init(_ row: Row) throws {
        self.init(
            id: row.id(at: 0), list: try row.value(at: 1), event: row.idIfSet(at: 2), file: row[3],
            digest: row.bytes(at: 4), rows: row[5], at: row.instant(at: 6),
            actor: try row.actor(at: 8), undoneAt: row.instantIfSet(at: 7))
    }
}
