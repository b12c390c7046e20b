package import Convene

/// Figures as `stats` shows them.
///
/// A screen gets what is read most easily: a card for no dimension, a row for each key of one, a
/// cross-tab of two, rows with all keys of more. Programs get every measure in every format.
package struct FigureReport: Sendable {
    let figures: Figures
    /// What a cross-tab holds and what bars show.
    let measure: Measures.Name

    package init(_ figures: Figures, measure: Measures.Name = .attended) {
        self.figures = figures
        self.measure = measure
    }
}

extension FigureReport: Presentable {
    package func table(on screen: Screen) -> String {
        guard let crossTab, TableText.fits(crossTab, on: screen) else {
            return figures.by.isEmpty ? card.table(on: screen) : list.table(on: screen)
        }
        return crossTab.table(on: screen)
    }

    package var markdown: String {
        crossTab?.markdown ?? (figures.by.isEmpty ? card.markdown : list.markdown)
    }

    private var crossTab: Report? {
        CrossTab(figures, measure: measure).map { $0.report(notes: notes(withPeople: false)) }
    }

    private func notes(withPeople: Bool) -> [String] {
        FigureNotes(figures, withPeople: withPeople || measure == .people).sentences
    }

    /// The total alone.
    private var card: Card {
        let total = figures.total
        var fields = Measures.Name.allCases.map { name in
            Card.Field(name.rawValue, name.heading, .number(total[name]))
        }
        fields.append(Card.Field("rate", "Rate", .ratio(total.rate)))
        fields.append(Card.Field("women", "Women", .ratio(total.women)))
        return Card(fields: fields, notes: notes(withPeople: true))
    }

    /// A row for each combination of keys, with all measures.
    private var list: Report {
        let measures = MeasureColumns(
            featured: measure, withWomen: !figures.by.contains(.gender))
        var report = Report(
            "rows", columns: figures.by.map { Column($0.rawValue, $0.heading) } + measures.columns,
            rows: figures.rows.map { row in
                row.keys.map { .text($0.name) } + measures.cells(row.measures)
            },
            total: figures.by.map { _ in .nothing } + measures.cells(figures.total),
            notes: notes(withPeople: true), empty: Self.empty)
        if figures.by.count == 1 {
            report.bars = Bars(
                heading: measure.heading, values: figures.rows.map { $0.measures[measure] })
        }
        return report
    }

    static let empty = "Nobody is registered there yet."
}
