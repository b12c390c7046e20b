import Convene

/// The finding of the row that has the headings, among the first rows that hold something.
///
/// Whoever asked for the list may know headings; the row with most of them is it. Otherwise it is
/// the first row that has the shape of the table: titles fill one cell or two, rows fill many.
struct HeadingSearch {
    private let records: [Record]
    private let scores: [Int]

    init(_ records: [Record], sense: Sheet.HeadingSense?) {
        self.records = records
        scores = records.map { record in
            guard let sense else { return 0 }
            return Set(record.cells.filter { !$0.isEmpty && sense($0) }).count
        }
    }

    /// How many headings are understood.
    var understood: Int { scores.max() ?? 0 }

    /// The place of the headings among the records.
    var place: Int? {
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
