import Convene

/// The finding of the headings among the first rows that hold something.
///
/// Whoever asked for the list may know headings; the row with most of them is it, or the two rows
/// that have more of them together than each has alone. Otherwise it is the first row that has the
/// shape of the table: titles fill one cell or two, rows fill many.
struct HeadingSearch {
    /// Where the headings stand.
    struct Place: Equatable {
        /// The places of their rows among the records, two when the upper one names groups.
        let rows: ClosedRange<Int>
        let cells: [String]
    }

    private let records: [Record]
    private let scores: [Int]
    /// The best pair of rows, if there is one that says more than its rows do.
    private let pair: (place: Place, score: Int)?

    init(_ records: [Record], sense: Sheet.HeadingSense?) {
        self.records = records
        let score: ([String]) -> Int = { cells in
            guard let sense else { return 0 }
            return Set(cells.filter { !$0.isEmpty && sense($0) }).count
        }
        let scores = records.map { score($0.cells) }
        self.scores = scores
        var best: (place: Place, score: Int)?
        for row in records.indices.dropLast() where sense != nil {
            guard let pair = HeadingPair(records[row], records[row + 1]) else { continue }
            let joined = score(pair.cells)
            guard joined > max(scores[row], scores[row + 1], best?.score ?? 0) else { continue }
            best = (Place(rows: row...row + 1, cells: pair.cells), joined)
        }
        pair = best
    }

    /// How many headings are understood.
    var understood: Int { max(scores.max() ?? 0, pair?.score ?? 0) }

    /// Where the headings are; nothing where there are no rows.
    var place: Place? {
        if let pair, pair.score == understood, pair.score > 1 { return pair.place }
        return row.map { Place(rows: $0...$0, cells: records[$0].cells) }
    }

    private var row: Int? {
        if let known = scores.firstIndex(of: understood), isConvincing(known) { return known }
        let shape = typicalFilling
        let fitting = records.firstIndex { record in
            let filled = record.filled
            // A title stands in one cell, at the beginning; headings may lack their first.
            return filled * 2 >= shape && (filled > 1 || record.width >= shape)
        }
        return fitting ?? (records.isEmpty ? nil : 0)
    }

    /// One heading that is understood may be the word of a title, unless there is little else.
    private func isConvincing(_ place: Int) -> Bool {
        understood > 1 || understood == 1 && records[place].filled <= 2
    }

    /// How many cells the rows of the table fill: the number that makes the largest table of rows
    /// with at least as many.
    private var typicalFilling: Int {
        let fillings = records.map { min($0.filled, SheetLimit.columns) }.sorted(by: >)
        var best = (filling: fillings.first ?? 0, area: 0)
        for (index, filling) in fillings.enumerated() where index > 0 {
            let area = filling * (index + 1)
            if area > best.area { best = (filling, area) }
        }
        return best.filling
    }
}
