/// A list as it came: the cells of its rows as text, each row with the line it stands on.
///
/// What the cells mean is decided by whoever asked for the list; the reader only finds them.
package struct Sheet: Sendable {
    /// The file's name without its folders.
    package var file: String
    /// The name of the sheet within a workbook; nothing for CSV and TSV.
    package var name: String?
    /// How the file was read, for the preview: `UTF-8, commas`.
    package var reading: String
    /// The cells of the heading row, trimmed.
    package var headings: [String]
    /// The rows below the headings, empty ones left out, each as wide as the headings.
    package var rows: [Row]
    /// What could not be read as a row: an unclosed quotation mark, a row with too many cells.
    package var faults: [Fault]

    package init(
        file: String, name: String? = nil, reading: String, headings: [String], rows: [Row],
        faults: [Fault] = []
    ) {
        self.file = file
        self.name = name
        self.reading = reading
        self.headings = headings
        self.rows = rows
        self.faults = faults
    }

    /// One row of a list.
    package struct Row: Sendable, Equatable {
        /// The line of the file on which the row begins, counted from 1.
        package var line: Int
        /// The cells, trimmed of spaces, no-break spaces and zero-width characters.
        package var cells: [String]

        package init(line: Int, cells: [String]) {
            self.line = line
            self.cells = cells
        }
    }
}
