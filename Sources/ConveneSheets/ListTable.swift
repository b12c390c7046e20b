import Convene

/// The table within a file: takes its rows one by one, finds the headings among the first of them,
/// and passes over what stands above, below and between.
struct ListTable {
    let file: String
    let source: Sheet.Source
    private let sense: Sheet.HeadingSense?
    /// The first rows, until it is clear which of them has the headings.
    private var opening: [Record] = []
    private(set) var sheet: Sheet
    /// The line of the headings, the lower one of two; nothing as long as they are sought.
    private var headingLine: Int?
    /// The headings as they came, in one row or two, to know them when they stand there again.
    private var headingRows: [Record] = []
    /// The columns without a heading, and those of them and beyond in which something stands.
    private var unheaded: [Int] = []
    private var filledUnheaded: Set<Int> = []
    private var repeated: [Int] = []
    private var columnNumbers: Int?
    /// The rows above the headings, if any of them holds something.
    private var above = 0
    private var cells = 0
    private var text = 0
    /// The last line of the row before, to see the gaps; and the rows before which there is a gap.
    private var gap = 0
    private var emptyRows = 0
    private(set) var gaps: [Int] = []

    init(file: String, source: Sheet.Source, sense: Sheet.HeadingSense?) {
        self.file = file
        self.source = source
        self.sense = sense
        sheet = Sheet(file: file, source: source, headings: [], rows: [])
    }

    /// The rows among which the headings are sought.
    static let opening = 50

    /// Takes the next row. Rows of nothing count as gaps.
    ///
    /// - Throws: `list.unreadable` when there are too many rows or columns, or the headings have a
    ///   flaw.
    mutating func take(_ record: Record) throws {
        guard headingLine == nil else { return try add(record) }
        opening.append(record)
        if opening.count == Self.opening { try findHeadings() }
    }

    /// Ends the table.
    ///
    /// - Throws: `list.empty`, `list.unreadable`.
    mutating func close() throws {
        if headingLine == nil { try findHeadings() }
    }

    /// How well the headings are understood; nothing while they are sought.
    var understood: Int {
        guard let sense else { return 0 }
        return HeadingSearch(opening.filter { !$0.isEmpty }, sense: sense).understood
    }

    private mutating func findHeadings() throws {
        let records = opening
        opening = []
        let candidates = records.indices.filter { !records[$0].isEmpty }
        let search = HeadingSearch(candidates.map { records[$0] }, sense: sense)
        guard let found = search.place else { throw Problem.listEmpty(file) }
        let (first, last) = (candidates[found.rows.lowerBound], candidates[found.rows.upperBound])
        headingRows = first == last ? [records[first]] : [records[first], records[last]]
        try set(headings: found.cells)
        if found.rows.lowerBound > 0 {
            try passAbove(records[..<first], upTo: records[first].line)
        }
        for record in records[(last + 1)...] { try add(record) }
    }

    private mutating func set(headings: [String]) throws {
        for record in headingRows {
            guard record.width <= SheetLimit.columns else {
                throw Problem.listTooWide(file, columns: record.width)
            }
            if let flaw = record.flaws.first {
                throw Problem.listHeadingsBroken(
                    file, fault: Fault(flaw, headings: [], sheet: sheet.name))
            }
        }
        sheet.headings = headings
        headingLine = headingRows.last?.line
        unheaded = headings.indices.filter { headings[$0].isEmpty }
    }

    private mutating func passAbove(_ records: ArraySlice<Record>, upTo line: Int) throws {
        if let wide = records.first(where: { $0.width > SheetLimit.columns }) {
            throw Problem.listTooWide(file, columns: wide.width)
        }
        // A workbook may leave rows of nothing out; in text, a row may have several lines.
        above = sheet.name == nil ? records.count : line - 1
        // A flaw above the headings may have swallowed rows of the table.
        sheet.faults += records.flatMap(\.flaws).filter(\.isStructural)
            .map { Fault($0, headings: [], sheet: sheet.name) }
    }
}

/// The rows below the headings.
extension ListTable {
    private mutating func add(_ record: Record) throws {
        guard !record.isEmpty else {
            gap += 1
            return
        }
        guard sheet.rows.count + sheet.faults.count < SheetLimit.rows else {
            throw Problem.listTooLong(file)
        }
        if gap > 0 {
            gaps.append(sheet.rows.count)
            emptyRows += gap
            gap = 0
        }
        let width = sheet.headings.count
        if !record.flaws.isEmpty {
            sheet.faults += record.flaws.map {
                Fault($0, headings: sheet.headings, sheet: sheet.name)
            }
        } else if record.width > width, case .text(_, let separator) = source {
            sheet.faults.append(Fault(tooWide: record, headings: width, separator))
        } else {
            try addSound(record, width)
        }
    }

    private mutating func addSound(_ record: Record, _ width: Int) throws {
        if headingRows.contains(where: { $0.isSame(as: record) }) {
            return repeated.append(record.line)
        }
        if sheet.rows.isEmpty, columnNumbers == nil, isColumnNumbers(record.cells) {
            columnNumbers = record.line
            return
        }
        var row = record.cells
        if row.count > width { cutOff(&row, width) }
        while row.count < width { row.append("") }
        for column in unheaded where !row[column].isEmpty { filledUnheaded.insert(column) }
        cells += width
        guard cells <= SheetLimit.cells else { throw Problem.listTooManyCells(file) }
        sheet.rows.append(Sheet.Row(line: record.line, cells: row))
    }

    /// In a workbook no separator can have shifted the cells, so what stands to the right of the
    /// table is no part of it.
    private mutating func cutOff(_ row: inout [String], _ width: Int) {
        for column in width..<row.count where !row[column].isEmpty { filledUnheaded.insert(column) }
        row.removeSubrange(width...)
    }

    /// Forms number their columns below the headings, for whoever speaks of them on the telephone.
    private func isColumnNumbers(_ cells: [String]) -> Bool {
        guard cells.count > 2, cells.count == sheet.headings.count else { return false }
        return cells.enumerated().allSatisfy { $0.element == String($0.offset + 1) }
    }
}

/// What is said of the table.
extension ListTable {
    /// The table with its notes.
    ///
    /// - Parameters:
    ///   - found: what was found out about the whole file.
    ///   - merges: the merged cells of a workbook.
    /// - Throws: `list.empty`.
    mutating func finished(
        notes found: [Sheet.Note] = [], merges: [MergedCells] = []
    ) throws -> Sheet {
        try close()
        var surroundings = TableSurroundings(sheet, gaps: gaps, sense: sense)
        surroundings.clear(merges.filter { $0.rows.lowerBound > headingLine ?? 0 })
        sheet = surroundings.sheet
        guard !sheet.rows.isEmpty || !sheet.faults.isEmpty else {
            throw Problem.listHeadingsOnly(file)
        }
        sheet.notes = found
        if above > 0 { sheet.notes.append(.aboveHeadings(rows: above)) }
        if let upper = headingRows.first, let lower = headingRows.dropFirst().first {
            sheet.notes.append(.headingsInTwoRows(lines: [upper.line, lower.line]))
        }
        if let columnNumbers { sheet.notes.append(.columnNumbers(line: columnNumbers)) }
        let empty = emptyRows + surroundings.numberedOnly
        if empty > 0 { sheet.notes.append(.emptyRows(count: empty)) }
        if !repeated.isEmpty { sheet.notes.append(.repeatedHeadings(lines: repeated)) }
        sheet.notes += surroundings.notes
        let without = filledUnheaded.subtracting(sheet.numbering).sorted()
        if !without.isEmpty {
            sheet.notes.append(.withoutHeading(columns: without.map(Sheet.letters(ofColumn:))))
        }
        return sheet
    }
}
