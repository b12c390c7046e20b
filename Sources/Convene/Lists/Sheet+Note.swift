extension Sheet {
    /// Something that was passed over or found out while a list was read; nothing that is wrong.
    package enum Note: Sendable, Equatable {
        /// The encoding was concluded from the letters.
        case encodingGuessed(Encoding)
        /// The workbook has these sheets besides.
        case otherSheets([String])
        /// So many rows stand above the headings, the empty ones among them included.
        case aboveHeadings(rows: Int)
        /// The headings stand in two rows, of which the upper one names groups of columns.
        case headingsInTwoRows(lines: [Int])
        /// The row below the headings numbers the columns.
        case columnNumbers(line: Int)
        /// Rows of nothing stand between the others.
        case emptyRows(count: Int)
        /// These rows hold one cell that runs across the table.
        case titles(lines: [Int])
        /// The headings stand here once more.
        case repeatedHeadings(lines: [Int])
        /// These rows stand below the table: totals, signatures, remarks.
        case belowTable(lines: [Int])
        /// This column counts the rows.
        case numbering(column: String)
        /// These columns hold something and have no heading.
        case withoutHeading(columns: [String])
        /// Cells that are merged downwards were read as one value for each of their rows.
        case mergedDownwards(cells: Int)
        /// The workbook doesn't show these rows, and they were read.
        case hiddenRows(count: Int)
        /// The workbook doesn't show these columns, and they were read.
        case hiddenColumns([String])
    }
}

extension Sheet.Note {
    /// The note in a sentence, for the preview.
    package var text: String {
        switch self {
        case .encodingGuessed(let encoding):
            "The file does not say how it is encoded: its letters make words as "
                + "\(encoding.rawValue). Look at the names below before you import them; if they are"
                + " wrong, --encoding says what it is."
        case .otherSheets(let names):
            "The workbook has other sheets, which were not read: \(Self.list(names)). --sheet"
                + " chooses one."
        case .aboveHeadings(let rows):
            "\(Self.rows(rows)) above the headings \(Self.were(rows)) passed over."
        case .headingsInTwoRows(let lines):
            "The headings stand in two rows and were read together: \(Self.places(lines))."
        case .columnNumbers(let line):
            "Line \(line), which numbers the columns, was passed over."
        case .emptyRows(let count):
            "\(count == 1 ? "1 empty row was" : "\(count) empty rows were") passed over."
        case .titles(let lines):
            "\(Self.rows(lines.count)) with a single title across the table"
                + " \(Self.were(lines.count)) passed over: \(Self.places(lines))."
        case .repeatedHeadings(let lines):
            "The headings stand in the table again and were passed over: \(Self.places(lines))."
        case .belowTable(let lines):
            "\(Self.rows(lines.count)) below the table \(Self.were(lines.count)) passed over, such"
                + " as totals and remarks: \(Self.places(lines))."
        case .numbering(let column):
            "The column \(column.excerpt) only numbers the rows."
        case .withoutHeading(let columns):
            "Columns without a heading were left out: \(Self.list(columns))."
        case .mergedDownwards(let cells):
            "\(cells == 1 ? "1 cell that is" : "\(cells) cells that are") merged over several rows"
                + " \(Self.were(cells)) read as the same value in each of these rows."
        case .hiddenRows(let count):
            "\(count == 1 ? "1 row that the workbook hides was" : "\(count) rows that the workbook hides were")"
                + " read like the others."
        case .hiddenColumns(let columns):
            "Columns that the workbook hides were read like the others: \(Self.list(columns))."
        }
    }

    private static func rows(_ count: Int) -> String { count == 1 ? "1 row" : "\(count) rows" }
    private static func were(_ count: Int) -> String { count == 1 ? "was" : "were" }

    private static func places(_ lines: [Int]) -> String {
        (lines.count == 1 ? "line " : "lines ") + list(lines.map(String.init))
    }

    private static func list(_ items: [String]) -> String {
        let shown = 10
        let more = items.count > shown ? " and \(items.count - shown) more" : ""
        return items.prefix(shown).joined(separator: ", ") + more
    }
}
