import Convene

/// One measure by two dimensions: the first down, the second across, totals at both edges.
struct CrossTab {
    private let figures: Figures
    private let measure: Measures.Name
    private let cells: [[Figures.Key]: Measures]

    /// Nothing unless there are two dimensions and something at their edges.
    ///
    /// The edges come from the figures and are never added up here: somebody who stands in two
    /// columns counts once at the end of the row.
    init?(_ figures: Figures, measure: Measures.Name) {
        guard figures.by.count == 2, figures.margins.count == 2 else { return nil }
        self.figures = figures
        self.measure = measure
        cells = Dictionary(
            figures.rows.map { ($0.keys, $0.measures) }, uniquingKeysWith: { first, _ in first })
    }

    func report(notes: [String]) -> Report {
        let (down, across) = (figures.by[0], figures.by[1])
        let columns = figures.margins[1].map { edge in
            var column = Column.number(edge.code, edge.name)
            column.isNamedByData = true
            return column
        }
        var report = Report(
            "rows", title: "\(measure.heading) by \(down.inSentence) and \(across.inSentence)",
            columns: [Column(down.rawValue, down.heading)] + columns + [.number("total", "Total")],
            rows: figures.margins[0].map(row),
            total: [.nothing] + figures.margins[1].map { number($0.measures) }
                + [number(figures.total)],
            notes: notes, empty: FigureReport.empty)
        report.bars = Bars(
            heading: "", values: figures.margins[0].map { $0.measures[measure] })
        return report
    }

    private func row(_ edge: Figures.Row) -> [Value] {
        let inside = figures.margins[1].map { number(cells[edge.keys + $0.keys] ?? Measures()) }
        return [.text(edge.name)] + inside + [number(edge.measures)]
    }

    private func number(_ measures: Measures) -> Value { .number(measures[measure]) }
}

extension Figures.Row {
    /// The key of a row at an edge, which has one.
    fileprivate var name: String { keys.first?.name ?? "" }
    fileprivate var code: String { keys.first?.code ?? "" }
}

extension FigureQuery.Dimension {
    fileprivate var inSentence: String { heading.lowercased() }
}
