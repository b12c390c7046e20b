import Convene
import GRDB

extension SQLiteLedger {
    func texts(
        of kind: FreeText, besides people: [Person.ID], where holds: (String) -> Bool
    ) throws -> [FreeTextEntry] {
        var found: [FreeTextEntry] = []
        for (number, column) in kind.columns.enumerated() {
            let rows = try Row.fetchCursor(
                db.cachedStatement(sql: column.question), arguments: ["people": people.json()])
            while let row = try rows.next() {
                let text: String = row[0]
                guard holds(text) else { continue }
                let keys = (2..<row.count).map { row[$0] as Int64 }
                found.append(
                    FreeTextEntry(
                        place: .init(column: number, row: keys, path: row[1]), text: text))
            }
        }
        return found
    }

    func rewrite(_ kind: FreeText, at place: FreeTextEntry.Place, as text: String) throws {
        for statement in kind.columns[place.column].changes {
            let arguments: [String: (any DatabaseValueConvertible)?] = [
                "text": text, "path": place.path, "key": place.row.first,
                "second": place.row.dropFirst().first, "third": place.row.dropFirst(2).first,
            ]
            let named = arguments.filter { statement.contains(":\($0.key)") }
            try run(statement, StatementArguments(named))
        }
    }

    func publicTexts(where holds: (String) -> Bool) throws -> [String] {
        let rows = try Row.fetchCursor(db.cachedStatement(sql: Self.publicTexts))
        var found: [String] = []
        while let row = try rows.next() {
            let place: String = row[1]
            if holds(row[0]), !found.contains(place) { found.append(place) }
        }
        return found
    }

    /// A text, and in words where it stands.
    private static let publicTexts = """
        SELECT title, 'the title of ' || code FROM event
        UNION ALL SELECT venue, 'the venue of ' || code FROM event WHERE venue <> ''
        UNION ALL SELECT contact_name || ' ' || contact_address, 'the contact of ' || code
            FROM event WHERE contact_name IS NOT NULL
        UNION ALL SELECT title, 'the title of programme ' || code FROM programme
        UNION ALL SELECT agreement, 'the agreement of programme ' || code FROM programme
            WHERE agreement <> ''
        UNION ALL SELECT name, 'the name of organisation O' || organisation_id
            FROM organisation_name
        UNION ALL SELECT name, 'the name of organisation O' || id FROM organisation
        UNION ALL SELECT q.choices, 'the choices of question ' || q.number || ' of ' || e.code
            FROM question q JOIN event e ON e.id = q.event_id WHERE q.choices <> ''
        UNION ALL SELECT h.plain || char(10) || h.note, 'mail M' || m.id || ', which has not left'
            FROM message m JOIN message_content c ON c.message_id = m.id
                JOIN letter_sheet h ON h.id = c.sheet_id
            WHERE m.state IN ('queued', 'retry', 'held', 'sending', 'unknown')
        UNION ALL SELECT f.name, 'mail M' || m.id || ', which has not left'
            FROM message m JOIN message_attachment f ON f.message_id = m.id
            WHERE m.state IN ('queued', 'retry', 'held', 'sending', 'unknown')
        """
}
