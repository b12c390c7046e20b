import Convene

extension Fault {
    /// The fault that a flaw in a cell is.
    init(_ flaw: Record.Flaw, headings: [String], sheet: String? = nil) {
        let heading = flaw.column < headings.count ? headings[flaw.column] : ""
        self.init(
            sheet: sheet, line: flaw.line, column: heading.isEmpty ? nil : heading,
            value: flaw.value,
            message: flaw.kind.message)
    }

    /// The fault that a row is whose cells go beyond the headings.
    init(tooWide record: Record, headings: Int, _ separator: Character?) {
        let surplus = record.cells.dropFirst(headings).filter { !$0.isEmpty }
        let value = CellText.excerpt(surplus.joined(separator: ", "))
        self.init(
            line: record.line, value: value.isEmpty ? nil : value,
            message: """
                This row has \(record.width) cells, the headings are \(headings): remove what is \
                too much, or put the cell that itself holds \(separator.name) between quotation \
                marks.
                """)
    }
}

extension Character? {
    /// What stands between the cells of a row, within a sentence.
    fileprivate var name: String {
        switch self {
        case ",": "a comma"
        case ";": "a semicolon"
        case "\t": "a tab"
        case "|": "a bar |"
        case let other?: "the character \(other)"
        case nil: "a line break"
        }
    }
}

extension Record.Flaw.Kind {
    fileprivate var message: String {
        switch self {
        case .neverCloses:
            """
            The quotation mark that opens this cell never closes, so no row from here on can be \
            read: close it, or remove it.
            """
        case .closesWithinText(let line):
            """
            The quotation mark that opens this cell closes on line \(line) in the middle of text: \
            close it where the cell ends, and double those that belong to the text.
            """
        case .tooLong:
            "This cell has more than 100,000 characters: shorten it."
        case .error:
            "A spreadsheet program shows an error here: put the value itself in its place."
        case .formula:
            """
            A formula stands here instead of its result: open the file in a spreadsheet program, \
            which works the result out, and save it; or put the value itself in its place.
            """
        case .shortened:
            """
            A spreadsheet program has shortened this number and its last digits are lost: write \
            it out, in a cell whose format is text.
            """
        case .unclear:
            """
            It can't be told what this cell holds: open the file in a spreadsheet program and save \
            it once more.
            """
        }
    }
}
