import Convene

/// A list as a sheet of a workbook.
struct WorkbookList {
    private let workbook: Workbook
    private var file: String { workbook.archive.file }

    init(_ workbook: Workbook) { self.workbook = workbook }

    /// The list on the sheet that is named, or on the one whose headings are understood best.
    ///
    /// - Parameter choice: The name of a sheet, or its number, counted from 1.
    /// - Throws: `list.empty`, `list.unreadable`.
    func sheet(_ choice: String?, _ sense: Sheet.HeadingSense?) throws -> Sheet {
        let tab = try choice.map(chosen) ?? best(sense)
        var table = table(tab, sense)
        var lastLine = 0
        let worksheet = Worksheet(workbook) { record in
            // Rows of nothing may be left out of a workbook altogether.
            if lastLine > 0, record.line > lastLine + 1 {
                try table.take(Record(line: lastLine + 1))
            }
            lastLine = record.line
            try table.take(record)
        }
        try worksheet.read(tab)
        let others = workbook.sheets.filter { $0.part != tab.part && !$0.isHidden }.map(\.name)
        var notes: [Sheet.Note] = []
        if choice == nil, !others.isEmpty { notes.append(.otherSheets(others)) }
        var sheet = try table.finished(notes: notes, merges: worksheet.merges)
        sheet.notes += hidden(worksheet, sheet)
        return sheet
    }

    private func table(_ tab: Workbook.Tab, _ sense: Sheet.HeadingSense?) -> ListTable {
        ListTable(file: file, source: .workbook(sheet: tab.name), sense: sense)
    }

    private func hidden(_ worksheet: Worksheet, _ sheet: Sheet) -> [Sheet.Note] {
        var notes: [Sheet.Note] = []
        if worksheet.hiddenRows > 0 { notes.append(.hiddenRows(count: worksheet.hiddenRows)) }
        let columns = sheet.headings.indices.filter { column in
            !sheet.headings[column].isEmpty
                && worksheet.hiddenColumns.contains { $0.contains(column) }
        }
        if !columns.isEmpty { notes.append(.hiddenColumns(columns.map { sheet.headings[$0] })) }
        return notes
    }
}

/// Which sheet.
extension WorkbookList {
    /// By its name as it is written, then in any case, then by its number.
    private func chosen(_ choice: String) throws -> Workbook.Tab {
        let named =
            workbook.sheets.first { $0.name == choice }
            ?? workbook.sheets.first { $0.name.lowercased() == choice.lowercased() }
        if let named { return named }
        guard let number = Int(choice), workbook.sheets.indices.contains(number - 1) else {
            throw Problem.listSheetUnknown(
                choice, in: file, sheets: workbook.sheets.map(\.name))
        }
        return workbook.sheets[number - 1]
    }

    /// Of the sheets that are shown, the one most of whose headings are understood; if none are, the
    /// first that has more than one row.
    private func best(_ sense: Sheet.HeadingSense?) throws -> Workbook.Tab {
        let shown = workbook.sheets.filter { !$0.isHidden }
        let candidates = shown.isEmpty ? workbook.sheets : shown
        guard let first = candidates.first else { throw Problem.listDamaged(file) }
        guard candidates.count > 1 else { return first }
        var best: (tab: Workbook.Tab, score: Int)?
        for tab in candidates {
            let score = try score(tab, sense)
            if score > best?.score ?? 0 { best = (tab, score) }
        }
        return best?.tab ?? first
    }

    /// The headings that are understood; half a heading for any sheet that has rows.
    private func score(_ tab: Workbook.Tab, _ sense: Sheet.HeadingSense?) throws -> Int {
        var table = table(tab, sense)
        var rows = 0
        let worksheet = Worksheet(workbook) { record in
            try table.take(record)
            rows += 1
            if rows == ListTable.opening - 1 { throw SeenEnough() }
        }
        try worksheet.read(tab)
        let understood = table.understood
        return 2 * (understood > 1 ? understood : 0) + (rows > 1 ? 1 : 0)
    }
}
