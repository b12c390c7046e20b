/// A report in columns for people: headings over a rule, the rows, the total under another rule.
///
/// In a pipe each column is as wide as its widest cell; on a terminal `TableLayout` makes it fit.
struct TableText {
    let text: String

    init(_ report: Report, on screen: Screen) {
        var blocks: [String] = report.title.map { [screen.heading($0)] } ?? []
        var notes = report.notes
        if report.rows.isEmpty {
            blocks.append(screen.sentences([report.empty]))
        } else {
            let grid = Grid(report.forPeople, on: screen)
            blocks.append(grid.lines(on: screen).joined(separator: "\n"))
            notes += grid.leftOutNote
        }
        if !notes.isEmpty { blocks.append(screen.sentences(notes)) }
        text = blocks.joined(separator: "\n\n") + "\n"
    }

    /// Whether a line of the screen holds the report without anything cut to a few letters.
    static func fits(_ report: Report, on screen: Screen) -> Bool {
        Grid(report.forPeople, on: screen).layout.isRoomy
    }
}

/// The cells of a report as text that a terminal may show, laid out for a screen.
private struct Grid {
    let layout: TableLayout
    private let columns: [Column]
    private let headings: [String]
    private let rows: [[String]]
    private let total: [String]?
    private let bars: Bars?

    init(_ report: Report, on screen: Screen) {
        columns = report.columns
        headings = report.columns.map(\.heading.displayed)
        rows = report.rows.map { $0.map(\.reading.displayed) }
        total = report.labelledTotal?.map(\.reading.displayed)
        bars = report.bars
        layout = TableLayout(
            columns, headings: headings, cells: rows + (total.map { [$0] } ?? []),
            bars: bars != nil, on: screen)
    }

    func lines(on screen: Screen) -> [String] {
        let rule = layout.widths.map { String(repeating: "─", count: $0) }
        let rules = screen.dim(rule.joined(separator: Self.gap))
        var lines = [screen.bold(line(headings, bar: barHeading)), rules]
        for (index, row) in rows.enumerated() {
            let bar = bars?.text(index, width: layout.barWidth) ?? ""
            lines.append(line(row, bar: layout.barWidth > 0 ? screen.tinted(bar) : ""))
        }
        if let total { lines += [rules, line(total)] }
        return lines
    }

    /// Says what is not there, where it can be had.
    var leftOutNote: [String] {
        let names = columns.indices.filter { !layout.shown.contains($0) }
            .map { headings[$0].lowercased() }
        guard !names.isEmpty else { return [] }
        return [
            "Not shown for want of room: \(names.joined(separator: ", "))."
                + " A wider window shows more, and every other format all."
        ]
    }

    private static let gap = String(repeating: " ", count: TableLayout.gap)

    private var barHeading: String {
        layout.barWidth > 0 ? bars?.heading.cut(to: layout.barWidth) ?? "" : ""
    }

    private func line(_ cells: [String], bar: String = "") -> String {
        let padded = zip(layout.shown, layout.widths).map { index, width in
            cells[index].cut(to: width).padded(to: width, columns[index].alignment)
        }
        return (padded + [bar]).joined(separator: Self.gap).withoutTrailingSpaces
    }
}
