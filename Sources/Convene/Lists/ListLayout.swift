/// The headings of a list, by which the next list of the same layout is known again.
package struct ListLayout: Hashable, Sendable {
    /// The headings as they are compared, in their order.
    package let text: String

    package init(_ sheet: Sheet) {
        text = sheet.headings.map(HeadingKey.of).joined(separator: " | ")
    }
}

extension Inquiry {
    /// The options with what was said of the columns of an earlier list with these headings; what is
    /// said now goes before it.
    func settled(_ options: ListOptions, for sheet: Sheet) throws -> ListOptions {
        var options = options
        let known = try ledger.columns(of: ListLayout(sheet))
        options.map.merge(known) { said, _ in said }
        return options
    }
}

extension Deed {
    /// Keeps what was said of the columns for the next list with these headings.
    func remember(_ options: ListOptions, of sheet: Sheet) throws {
        guard !options.map.isEmpty else { return }
        try ledger.remember(options.map, of: ListLayout(sheet))
    }
}
