import Convene

/// A column in which people write what they like: how its texts are read, each with a path within
/// the column and the key of its row, and how one is written anew.
struct FreeTextColumn {
    let question: String
    let changes: [String]

    /// A column of a table whose rows have a number.
    init(_ column: String, of table: String, besides condition: String = "1") {
        question =
            "SELECT \(column), '', id FROM \(table) WHERE \(column) <> '' AND \(condition)"
            + Self.naming
        changes = ["UPDATE \(table) SET \(column) = :text WHERE id = :key"]
    }

    init(_ question: String, changes: [String]) {
        self.question = question + Self.naming
        self.changes = changes
    }

    /// Every question is asked with the same argument, whether or not it needs it.
    private static let naming = " AND :people IS NOT NULL"
}

extension FreeText {
    private static let others = "NOT IN (SELECT value FROM json_each(:people))"

    /// Mail to others that has left, or never will.
    private static let ended = """
        m.person_id \(others)
            AND m.state IN ('sent', 'failed', 'suppressed', 'cancelled', 'expired')
        """

    var columns: [FreeTextColumn] {
        switch self {
        case .outcomes: Self.outcomeColumns
        case .activities: Self.activityColumns
        case .programmes: Self.programmeColumns
        case .reasons: Self.reasonColumns
        case .notes: Self.noteColumns + Self.saidColumns
        case .lists: Self.listColumns
        case .history: Self.historyColumns
        case .mails: Self.mailColumns
        }
    }

    private static let outcomeColumns = ["wording", "responsible", "follow_up"].map {
        FreeTextColumn($0, of: "outcome")
    }

    private static let activityColumns = ["activity", "activity_step"].map {
        FreeTextColumn("title", of: $0)
    }

    private static let programmeColumns = [
        FreeTextColumn("title", of: "session"), FreeTextColumn("description", of: "event"),
        FreeTextColumn("mail_text", of: "event"), FreeTextColumn("wording", of: "question"),
    ]

    private static let reasonColumns = [
        FreeTextColumn("reason", of: "event_status"),
        FreeTextColumn(
            "reason", of: "standing_change",
            besides: """
                registration_id NOT IN (
                    SELECT id FROM registration
                    WHERE person_id IN (SELECT value FROM json_each(:people)))
                """),
        FreeTextColumn(
            """
            SELECT a.reason, '', a.registration_id, a.session_id, a.entry
            FROM attendance_mark a JOIN registration r ON r.id = a.registration_id
            WHERE a.reason <> '' AND r.person_id \(others)
            """,
            changes: [
                """
                UPDATE attendance_mark SET reason = :text
                WHERE registration_id = :key AND session_id = :second AND entry = :third
                """
            ]),
    ]

    private static let noteColumns =
        ["notes", "position"].map {
            FreeTextColumn($0, of: "person", besides: "id \(others)")
        } + [
            FreeTextColumn("note", of: "head_count"),
            FreeTextColumn(
                """
                SELECT n.note, '', n.id
                FROM invitation_answer n JOIN invitation i ON i.id = n.invitation_id
                    JOIN registration r ON r.id = i.registration_id
                WHERE n.note <> '' AND r.person_id \(others)
                """, changes: ["UPDATE invitation_answer SET note = :text WHERE id = :key"]),
            // The words of others in what undoing a merge needs.
            FreeTextColumn(
                """
                SELECT t.value, t.fullkey, m.id
                FROM merge m JOIN json_tree(m.record) t
                WHERE m.subject = 'person' AND json_valid(m.record)
                    AND m.kept_id \(others) AND m.gone_id \(others)
                    AND t.key IN ('notes', 'position', 'reason') AND t.type = 'text'
                """,
                changes: [
                    "UPDATE merge SET record = json_set(record, :path, :text) WHERE id = :key"
                ]),
        ]

    /// What others have said of themselves; what they chose stands in the question.
    private static let saidColumns =
        ["dietary", "access"].map { column in
            FreeTextColumn(
                """
                SELECT n.\(column), '', n.registration_id
                FROM guest_needs n JOIN registration r ON r.id = n.registration_id
                WHERE n.\(column) <> '' AND r.person_id \(others)
                """,
                changes: ["UPDATE guest_needs SET \(column) = :text WHERE registration_id = :key"])
        } + [
            FreeTextColumn(
                """
                SELECT a.value, '', a.registration_id, a.question_id
                FROM question_answer a JOIN registration r ON r.id = a.registration_id
                    JOIN question q ON q.id = a.question_id
                WHERE q.kind = 'text' AND r.person_id \(others)
                """,
                changes: [
                    """
                    UPDATE question_answer SET value = :text
                    WHERE registration_id = :key AND question_id = :second
                    """
                ])
        ]

    private static let listColumns = [
        FreeTextColumn("file", of: "import_batch"),
        // What undoing a list compares with the titles and descriptions that are written anew.
        FreeTextColumn(
            """
            SELECT t.value, e.subject || ' ' || t.fullkey, e.batch_id, e.line
            FROM import_entry e JOIN json_tree(e.change) t
            WHERE e.change IS NOT NULL AND t.type = 'text' AND (
                t.key = 'description' OR t.key = 'title' AND e.subject = 'activity')
            """,
            changes: [
                """
                UPDATE import_entry
                SET change = json_set(change, substr(:path, instr(:path, ' ') + 1), :text)
                WHERE batch_id = :key AND line = :second
                    AND subject = substr(:path, 1, instr(:path, ' ') - 1)
                """
            ]),
    ]

    private static let historyColumns = [
        FreeTextColumn(
            "details", of: "audit_entry",
            besides: """
                NOT (subject = 'person' AND subject_id IN (SELECT value FROM json_each(:people)))
                AND NOT (subject = 'registration' AND subject_id IN (
                    SELECT id FROM registration
                    WHERE person_id IN (SELECT value FROM json_each(:people))))
                """)
    ]

    /// What came from others, and what was sent to them: it goes whole.
    private static let mailColumns = incomingColumns + sentColumns

    private static let incomingColumns =
        ["sender", "subject", "header", "words"].map { column in
            FreeTextColumn(
                """
                SELECT \(column), '', id FROM incoming
                WHERE \(column) <> '' AND (person_id IS NULL OR person_id \(others))
                """,
                changes: [
                    """
                    UPDATE incoming SET sender = '', sender_key = '', subject = '', header = '',
                        words = '', open = 0
                    WHERE id = :key
                    """
                ])
        } + [FreeTextColumn("words", of: "suppression")]

    private static let sentColumns = [
        FreeTextColumn(
            """
            SELECT h.plain || char(10) || h.note, '', m.id
            FROM message m JOIN message_content c ON c.message_id = m.id
                JOIN letter_sheet h ON h.id = c.sheet_id
            WHERE \(ended)
            """,
            changes: [
                "DELETE FROM message_content WHERE message_id = :key",
                "DELETE FROM message_secret WHERE message_id = :key",
                "DELETE FROM message_attachment WHERE message_id = :key",
            ] + SQLiteLedger.orphansOfMail),
        FreeTextColumn(
            """
            SELECT f.name, '', m.id, f.position
            FROM message m JOIN message_attachment f ON f.message_id = m.id
            WHERE \(ended)
            """,
            changes: [
                "DELETE FROM message_attachment WHERE message_id = :key AND position = :second"
            ] + SQLiteLedger.orphansOfMail),
        FreeTextColumn(
            "SELECT m.subject, '', m.id FROM message m WHERE m.subject <> '' AND \(ended)",
            changes: ["UPDATE message SET subject = '' WHERE id = :key"]),
        FreeTextColumn(
            "SELECT m.reply, '', m.id FROM message m WHERE m.reply <> '' AND \(ended)",
            changes: ["UPDATE message SET reply = '' WHERE id = :key"]),
        FreeTextColumn(
            """
            SELECT a.reply, '', m.id, a.number
            FROM message m JOIN message_attempt a ON a.message_id = m.id
            WHERE a.reply <> '' AND \(ended)
            """,
            changes: [
                "UPDATE message_attempt SET reply = '' WHERE message_id = :key AND number = :second"
            ]),
    ]
}
