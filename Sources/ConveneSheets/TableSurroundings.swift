import Convene

/// Clears a table of what is no row of it: titles across it, totals and remarks below it, and numbers
/// of rows that were never filled in.
struct TableSurroundings {
    private(set) var sheet: Sheet
    private(set) var notes: [Sheet.Note] = []
    /// The rows that held nothing but their number.
    private(set) var numberedOnly = 0
    /// The rows, by their place, before which there is a gap.
    private let gaps: [Int]
    private let sense: Sheet.HeadingSense?

    init(_ sheet: Sheet, gaps: [Int], sense: Sheet.HeadingSense?) {
        self.sheet = sheet
        self.gaps = gaps
        self.sense = sense
    }

    mutating func clear(_ merges: [MergedCells]) {
        // From below, so that the places of the gaps hold as long as they are needed.
        clearBelow()
        clear(merged: merges)
        findNumbering()
        clearNumberedOnly()
    }
}

/// Below the table.
extension TableSurroundings {
    private mutating func clearBelow() {
        var lines: [Int] = []
        let typical = typicalFilling
        var gaps = gaps
        var isSearching = true
        while isSearching {
            isSearching = false
            while let last = sheet.rows.last, isTotal(last.cells) {
                lines.append(last.line)
                sheet.rows.removeLast()
                isSearching = true
            }
            while let gap = gaps.last, gap >= sheet.rows.count { gaps.removeLast() }
            guard let gap = gaps.last, typical > 2, sheet.rows.count - gap <= Self.mostRemarks
            else { continue }
            let block = sheet.rows[gap...]
            if gap > 0, block.allSatisfy({ Self.filled($0.cells) == 1 || isTotal($0.cells) }) {
                lines += block.reversed().map(\.line)
                sheet.rows.removeSubrange(gap...)
                isSearching = true
            }
        }
        if !lines.isEmpty { notes.append(.belowTable(lines: lines.reversed())) }
    }

    /// The rows of a remark below a table.
    private static let mostRemarks = 30

    private static func filled(_ cells: [String]) -> Int { cells.count { !$0.isEmpty } }

    /// The middle of what the first rows fill.
    private var typicalFilling: Int {
        let fillings = sheet.rows.prefix(ListTable.opening).map { Self.filled($0.cells) }.sorted()
        return fillings.isEmpty ? 0 : fillings[fillings.count / 2]
    }

    /// A total is a word for it, and beside it nothing but numbers.
    private func isTotal(_ cells: [String]) -> Bool {
        guard let first = cells.first(where: { !$0.isEmpty && !Self.isNumber($0) }) else {
            return false
        }
        let word = first.lowercased().prefix { $0.isLetter || $0 == " " }
        let isWord = Self.totals.contains { word == $0 || word.hasPrefix($0 + " ") }
        guard isWord, cells.count(where: { $0 == first }) == 1 else { return false }
        return cells.allSatisfy { $0.isEmpty || $0 == first || Self.isNumber($0) }
    }

    private static let totals = [
        "total", "totals", "totaux", "grand total", "sum", "subtotal", "итого", "всего", "итог",
        "разом", "усього", "всього", "підсумок", "усяго", "разам", "барлығы", "жиыны", "жами",
        "баары", "ҳамагӣ", "jami", "cəmi", "toplam", "summe", "insgesamt", "somme", "ensemble",
    ]

    private static func isNumber(_ text: String) -> Bool {
        text.utf8.contains { $0 >= 0x30 && $0 <= 0x39 }
            && text.unicodeScalars.allSatisfy {
                "0123456789.,%/+- \u{A0}".unicodeScalars.contains($0)
            }
    }
}

/// Merged cells.
extension TableSurroundings {
    /// Passes over titles, and gives the value of a cell that runs over several rows to each.
    private mutating func clear(merged merges: [MergedCells]) {
        var titles: Set<Int> = []
        var filledCells = 0
        var budget = SheetLimit.cells
        for merge in merges where sheet.headings.indices.contains(merge.columns.lowerBound) {
            let column = merge.columns.lowerBound
            let place = place(ofLine: merge.rows.lowerBound)
            guard sheet.rows.indices.contains(place),
                sheet.rows[place].line == merge.rows.lowerBound
            else { continue }
            let value = sheet.rows[place].cells[column]
            guard !value.isEmpty else { continue }
            if merge.columns.count > 1, Self.filled(sheet.rows[place].cells) == 1 {
                titles.insert(place)
            } else if merge.rows.count > 1, budget > 0 {
                let end = self.place(ofLine: merge.rows.upperBound + 1)
                budget -= end - place
                for below in place + 1..<max(end, place + 1)
                where sheet.rows[below].cells[column].isEmpty {
                    sheet.rows[below].cells[column] = value
                }
                filledCells += 1
            }
        }
        if !titles.isEmpty {
            notes.append(.titles(lines: titles.sorted().map { sheet.rows[$0].line }))
            let kept = sheet.rows.indices.filter { !titles.contains($0) }
            sheet.rows = kept.map { sheet.rows[$0] }
        }
        if filledCells > 0 { notes.append(.mergedDownwards(cells: filledCells)) }
    }

    /// The place of the first row that stands on a line or below it.
    private func place(ofLine line: Int) -> Int {
        var (low, high) = (0, sheet.rows.count)
        while low < high {
            let middle = (low + high) / 2
            if sheet.rows[middle].line < line { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// Numbers of rows.
extension TableSurroundings {
    private mutating func findNumbering() {
        sheet.numbering = sheet.headings.indices.filter(isNumbering)
        for column in sheet.numbering where !sheet.headings[column].isEmpty {
            notes.append(.numbering(column: sheet.headings[column]))
        }
    }

    /// Under a heading such as № any numbers; under another, 1, 2, 3 and so on without a gap.
    private func isNumbering(_ column: Int) -> Bool {
        let heading = sheet.headings[column]
        let isNamed = Self.names.contains(
            heading.lowercased().filter { !$0.isWhitespace && $0 != "." && $0 != "/" })
        if !isNamed, sense?(heading) == true { return false }
        var count = 0
        for row in sheet.rows {
            let cell = row.cells[column]
            if cell.isEmpty, isNamed { continue }
            guard let number = Self.number(cell), isNamed || number == count + 1 else {
                return false
            }
            count += 1
        }
        return count > (isNamed ? 0 : 1)
    }

    private static let names: Set<String> = [
        "", "№", "№пп", "#", "n", "no", "nr", "nº", "n°", "№№", "пп", "номер", "num", "sn", "sno",
    ]

    /// The number that is written as `1`, `1.` or `1)`.
    private static func number(_ cell: String) -> Int? {
        guard let last = cell.utf8.last, cell.utf8.count < 9 else { return nil }
        let isMarked = last == UInt8(ascii: ".") || last == UInt8(ascii: ")")
        return Int(isMarked ? cell.dropLast() : cell[...])
    }

    /// Forms come with numbered rows, of which only some are filled in.
    private mutating func clearNumberedOnly() {
        guard !sheet.numbering.isEmpty, sheet.headings.count > sheet.numbering.count else { return }
        let numbering = sheet.numbering
        let count = sheet.rows.count
        sheet.rows.removeAll { row in
            row.cells.indices.allSatisfy { numbering.contains($0) || row.cells[$0].isEmpty }
        }
        numberedOnly = count - sheet.rows.count
    }
}
