import Convene

/// Headings over two rows, such as `Contact` over `E-mail` and `Telephone`.
///
/// The upper row names groups of columns, the lower one the columns within each; a column of no group
/// has its heading in the upper row and nothing below it. Each column is given both: `Contact:
/// E-mail`.
struct HeadingPair {
    let cells: [String]

    /// Nothing when the rows don't stand to each other as groups and their columns.
    init?(_ upper: Record, _ lower: Record) {
        let width = max(upper.width, lower.width)
        guard upper.filled > 1, lower.filled > 1, width <= SheetLimit.columns,
            upper.flaws.isEmpty, lower.flaws.isEmpty
        else { return nil }
        var group = ""
        var spans = false
        var standsAlone = false
        var cells: [String] = []
        for column in 0..<width {
            let (above, below) = (upper.cell(column), lower.cell(column))
            spans = spans || !below.isEmpty && !group.isEmpty && (above.isEmpty || above == group)
            standsAlone = standsAlone || !above.isEmpty && below.isEmpty
            // A group ends where nothing stands below it.
            if !above.isEmpty || below.isEmpty { group = below.isEmpty ? "" : above }
            guard !above.isEmpty || below.isEmpty || !group.isEmpty else { return nil }
            cells.append(below.isEmpty ? above : "\(group): \(below)")
        }
        guard spans, standsAlone || lower.hasRepetitions else { return nil }
        self.cells = cells
    }
}

extension Record {
    fileprivate func cell(_ column: Int) -> String {
        column < cells.count ? cells[column] : ""
    }

    /// Whether a heading stands in it twice, which only its group tells from the other.
    fileprivate var hasRepetitions: Bool {
        let headings = cells.filter { !$0.isEmpty }
        return Set(headings).count < headings.count
    }
}
