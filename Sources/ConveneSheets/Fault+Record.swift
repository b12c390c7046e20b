import Convene

extension Fault {
    /// The fault that a flaw in a cell is.
    init(_ flaw: Record.Flaw, headings: [String]) {
        let heading = flaw.column < headings.count ? headings[flaw.column] : ""
        self.init(
            line: flaw.line, column: heading.isEmpty ? nil : heading, value: flaw.value,
            message: flaw.kind.message)
    }

    /// The fault that a row is whose cells go beyond the headings.
    init(tooWide record: Record, headings: Int, _ delimiter: Delimiter) {
        let surplus = record.cells.dropFirst(headings).filter { !$0.isEmpty }
        let value = CellText.excerpt(surplus.joined(separator: ", "))
        self.init(
            line: record.line, value: value.isEmpty ? nil : value,
            message: """
                This row has \(record.width) cells, the headings are \(headings): remove what is \
                too much, or put the cell that itself holds \(delimiter.name) between quotation \
                marks.
                """)
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
        }
    }
}
