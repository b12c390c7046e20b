/// A list as it came: the cells of its rows as text, each row with the line it stands on.
///
/// What the cells mean is decided by whoever asked for the list; the reader only finds them.
package struct Sheet: Sendable {
    /// The file's name without its folders.
    package var file: String
    /// What kind of file it was, and what had to be found out to read it.
    package var source: Source
    /// The cells of the heading row, trimmed.
    package var headings: [String]
    /// The columns that only count the rows: 1, 2, 3 … under №. They are still among the headings,
    /// because a column of numbers may mean something to whoever knows the headings.
    package var numbering: [Int]
    /// The rows below the headings, empty ones left out, each as wide as the headings.
    package var rows: [Row]
    /// What could not be read as a row: an unclosed quotation mark, a row with too many cells.
    package var faults: [Fault]
    /// What was passed over or found out on the way, in the order of the file.
    package var notes: [Note]

    package init(
        file: String, source: Source, headings: [String], numbering: [Int] = [], rows: [Row],
        faults: [Fault] = [], notes: [Note] = []
    ) {
        self.file = file
        self.source = source
        self.headings = headings
        self.numbering = numbering
        self.rows = rows
        self.faults = faults
        self.notes = notes
    }

    /// The name of the sheet within a workbook; nothing for CSV and TSV.
    package var name: String? { if case .workbook(let sheet) = source { sheet } else { nil } }

    /// How the file was read, for the preview: `UTF-8, commas`.
    package var reading: String { source.text }

    /// How a spreadsheet names a column, `AB`; nothing for CSV and TSV, whose cells have no letters.
    ///
    /// - Parameter column: Counted from 0, as in `headings`.
    package func letters(ofColumn column: Int) -> String? {
        name == nil ? nil : Self.letters(ofColumn: column)
    }

    /// One row of a list.
    package struct Row: Sendable, Equatable {
        /// The line of the file on which the row begins, counted from 1; in a workbook, its number.
        package var line: Int
        /// The cells, trimmed of spaces, no-break spaces and zero-width characters.
        package var cells: [String]

        package init(line: Int, cells: [String]) {
            self.line = line
            self.cells = cells
        }
    }
}

extension Sheet {
    /// How a spreadsheet names a column: `A` for 0, `AA` for 26.
    package static func letters(ofColumn column: Int) -> String {
        var letters = ""
        var rest = column + 1
        while rest > 0 {
            let letter = UInt8(truncatingIfNeeded: (rest - 1) % 26) + UInt8(ascii: "A")
            letters = String(Unicode.Scalar(letter)) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }
}
