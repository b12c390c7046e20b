import Convene

/// A sheet of a workbook on its way in: its rows as records, one by one (ECMA-376 part 1, 18.3).
final class Worksheet: XMLPartHandler {
    private let workbook: Workbook
    /// Takes each row that holds something, and throws when it wants no more.
    private let take: (Record) throws -> Void
    private(set) var merges: [MergedCells] = []
    private(set) var hiddenRows = 0
    private(set) var hiddenColumns: [ClosedRange<Int>] = []
    private var isInData = false
    private var record = Record(line: 0)
    private var isRowHidden = false
    private var cell = Cell()
    private var isInCell = false
    private var text = 0

    init(_ workbook: Workbook, take: @escaping (Record) throws -> Void) {
        self.workbook = workbook
        self.take = take
    }

    /// Reads a sheet to its end, or until whoever takes the rows wants no more.
    ///
    /// - Throws: `list.unreadable`.
    func read(_ tab: Workbook.Tab) throws {
        try XMLPart.parse(try workbook.archive.part(tab.part), with: self)
    }

    func begin(_ name: String, _ attributes: [String: String]) throws {
        guard isInData else { return beginOutside(name, attributes) }
        switch name {
        case "row": try beginRow(attributes)
        case "c": try beginCell(attributes)
        case "v" where isInCell: cell.beginValue()
        case "f" where isInCell: cell.hasFormula = true
        case "t", "rPh": if isInCell { cell.inline.begin(name) }
        default: break
        }
    }

    func text(_ text: String) { if isInCell { cell.add(text) } }

    func end(_ name: String) throws {
        guard isInData else { return }
        switch name {
        case "v": cell.endValue()
        case "t", "rPh": cell.inline.end(name)
        case "c": try endCell()
        case "row": try endRow()
        case "sheetData": isInData = false
        default: break
        }
    }
}

/// What stands before and behind the rows.
extension Worksheet {
    private func beginOutside(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "sheetData": isInData = true
        case "col" where Self.isTrue(attributes["hidden"]):
            guard let first = attributes["min"].flatMap(Int.init),
                let last = attributes["max"].flatMap(Int.init), first > 0, first <= last,
                last <= CellReference.columns, hiddenColumns.count < SheetLimit.columns
            else { return }
            hiddenColumns.append(first - 1...last - 1)
        case "mergeCell" where merges.count < SheetLimit.merges:
            if let merge = attributes["ref"].flatMap(MergedCells.init) { merges.append(merge) }
        default: break
        }
    }

    private static func isTrue(_ value: String?) -> Bool { value == "1" || value == "true" }
}

/// Rows and cells.
extension Worksheet {
    private func beginRow(_ attributes: [String: String]) throws {
        let number = try attributes["r"].map { try row($0) } ?? record.line + 1
        guard number > record.line, number <= CellReference.rows else { throw damaged }
        let width = record.cells.count
        record = Record(line: number)
        record.cells.reserveCapacity(width)
        isRowHidden = Self.isTrue(attributes["hidden"])
        cell = Cell()
    }

    private func row(_ text: String) throws -> Int {
        guard let number = Int(text) else { throw damaged }
        return number
    }

    private func beginCell(_ attributes: [String: String]) throws {
        var column = cell.column + 1
        if let reference = attributes["r"] {
            guard let place = CellReference(reference[...]),
                place.row ?? record.line == record.line,
                place.column >= column
            else { throw damaged }
            column = place.column
        }
        guard column < CellReference.columns else { throw damaged }
        cell = Cell()
        cell.column = column
        cell.kind = attributes["t"]
        cell.style = attributes["s"].flatMap(Int.init)
        isInCell = true
    }

    private func endCell() throws {
        isInCell = false
        let content = cell.content(workbook)
        text += content.text.utf8.count
        guard text <= SheetLimit.text else {
            throw Problem.listUnpacksTooLarge(workbook.archive.file)
        }
        guard let flaw = content.flaw else {
            return record.add(content.text, at: cell.column, line: record.line, isText: true)
        }
        record.width = cell.column + 1
        record.note(flaw, content.text, at: cell.column, line: record.line)
    }

    private func endRow() throws {
        guard !record.isEmpty else { return }
        if isRowHidden { hiddenRows += 1 }
        try take(record)
    }

    private var damaged: Problem { .listDamaged(workbook.archive.file) }
}
