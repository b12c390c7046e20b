/// The headings of a list, by which the next list of the same layout is known again.
package struct ListLayout: Hashable, Sendable {
    /// The headings as they are compared, in their order.
    package let text: String

    /// Lists of people bear no mark; the same headings may mean something else in another list.
    package init<Field: ListField>(_ sheet: Sheet, of field: Field.Type) {
        let mark = Field.list == .people ? "" : Field.list.rawValue + ": "
        text = mark + sheet.headings.map(HeadingKey.of).joined(separator: " | ")
    }
}

extension Inquiry {
    /// What is said of the columns now, and what was said of those of an earlier list with these
    /// headings; what is said now goes first.
    func settled(_ map: [String: String], for layout: ListLayout) throws -> [String: String] {
        try ledger.columns(of: layout).merging(map) { _, said in said }
    }

    /// The columns of a list by what is said of them now, and was of an earlier one.
    ///
    /// - Throws: `list.headings`.
    func columns<Field: ListField>(
        of sheet: Sheet, map: [String: String], words: HeadingWords<Field> = HeadingWords()
    ) throws -> Columns<Field> {
        try Columns(
            sheet, map: settled(map, for: ListLayout(sheet, of: Field.self)), words: words)
    }
}

extension Deed {
    /// Keeps what was said of the columns for the next list with these headings.
    func remember<Field: ListField>(
        _ map: [String: String], of sheet: Sheet, _ field: Field.Type
    ) throws {
        guard !map.isEmpty else { return }
        let layout = ListLayout(sheet, of: field)
        try ledger.remember(inquiry.settled(map, for: layout), of: layout)
    }
}
