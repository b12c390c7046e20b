/// One row of a file, as it was found.
struct Record {
    /// The line on which it begins, counted from 1; in a workbook, the number of the row.
    var line: Int
    /// The text of its cells up to the last one that holds something, at most `SheetLimit.columns`.
    var cells: [String] = []
    /// How many cells it has up to the last one that holds something.
    var width = 0
    /// Why it can't be trusted, if so.
    var flaws: [Flaw] = []

    var isEmpty: Bool { width == 0 && flaws.isEmpty }

    /// How many of its cells hold something.
    var filled: Int { cells.count { !$0.isEmpty } }

    /// Whether it says the same as another; most that don't, differ in the length of a cell.
    func isSame(as other: Record) -> Bool {
        guard width == other.width, cells.first?.utf8.count == other.cells.first?.utf8.count else {
            return false
        }
        return cells == other.cells
    }

    /// What is wrong within one cell of a record.
    struct Flaw: Equatable {
        enum Kind: Equatable {
            /// A quotation mark opens and never closes.
            case neverCloses
            /// A quotation mark opens, and closes on this later line in the middle of text.
            case closesWithinText(line: Int)
            /// More characters than `SheetLimit.characters`.
            case tooLong
            /// A spreadsheet program found an error where a value should be: `#REF!`.
            case error
            /// A formula stands there instead of its result.
            case formula
            /// A spreadsheet program has shortened a long number: `1.23E+11`.
            case shortened
            /// The cell of a workbook is not made as a cell is made.
            case unclear
        }

        let kind: Kind
        /// The line on which the cell begins, counted from 1.
        let line: Int
        /// The position of the cell in its row, counted from 0.
        let column: Int
        /// The beginning of what stands there.
        let value: String

        /// Whether the rest of the record may be read wrongly because of it.
        var isStructural: Bool {
            switch kind {
            case .neverCloses, .closesWithinText: true
            case .tooLong, .error, .formula, .shortened, .unclear: false
            }
        }
    }
}

extension Record {
    /// Puts a text into a cell, and what is wrong with it among the flaws.
    ///
    /// - Parameter column: Beyond those of the cells so far.
    mutating func add(_ text: String, at column: Int, line: Int, isText: Bool) {
        add(text, at: column)
        guard column < SheetLimit.columns else { return }
        if let kind = CellDamage.kind(of: text, isText: isText) {
            note(kind, text, at: column, line: line)
        }
    }

    /// Puts a text into a cell with which nothing can be wrong.
    mutating func add(_ text: String, at column: Int) {
        guard !text.isEmpty else { return }
        width = column + 1
        // The widest file that is read can still be one row of commas: count, but keep no more.
        guard column < SheetLimit.columns else { return }
        while cells.count < column { cells.append("") }
        cells.append(text)
    }

    /// Notes what is wrong in a cell. What follows a cell that never ended is not to be believed.
    mutating func note(_ kind: Flaw.Kind, _ text: String, at column: Int, line: Int) {
        guard !flaws.contains(where: \.isStructural) else { return }
        flaws.append(
            Flaw(kind: kind, line: line, column: column, value: CellText.excerpt(text)))
    }
}
