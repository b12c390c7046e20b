import Convene

/// Figures as a table and as a chart: one dimension with every measure, two as a cross-tab of one.
struct FigureTable {
    private let figures: Figures
    private let measure: Measures.Name
    private let naming: KeyNaming

    init(_ figures: Figures, _ measure: Measures.Name, _ naming: KeyNaming) {
        self.figures = figures
        self.measure = measure
        self.naming = naming
    }

    func grid(_ words: PageWords) -> Grid {
        isCrossTab ? crossTab(words) : list(words)
    }

    func chart(_ words: PageWords) -> BarChart {
        guard isCrossTab else {
            return BarChart(
                title: title(words), series: [words["desk.measure.\(measure.rawValue)"]],
                lines: figures.rows.map {
                    .init(name: name(of: $0), values: [$0.measures[measure]])
                })
        }
        return BarChart(
            title: title(words), series: across.map { naming.name($0, of: figures.by[1]) },
            lines: figures.margins[0].map { row in
                .init(
                    name: naming.name(row.keys[0], of: figures.by[0]),
                    values: across.map { cell(row.keys[0], $0) })
            })
    }

    private var isCrossTab: Bool { figures.by.count == 2 && figures.margins.count == 2 }
    private var across: [Figures.Key] { figures.margins[1].compactMap(\.keys.first) }

    private func title(_ words: PageWords) -> String {
        let by = figures.by.map { words["desk.by.\($0.rawValue)"] }.joined(separator: ", ")
        return "\(words["desk.measure.\(measure.rawValue)"]): \(by)"
    }

    private func name(of row: Figures.Row) -> String {
        zip(row.keys, figures.by).map { naming.name($0, of: $1) }.joined(separator: ", ")
    }

    private func cell(_ down: Figures.Key, _ across: Figures.Key) -> Int {
        figures.rows.first { $0.keys == [down, across] }?.measures[measure] ?? 0
    }

    /// The edges come from the figures and are never added up: people stand in several columns.
    private func crossTab(_ words: PageWords) -> Grid {
        let rows = figures.margins[0].map { row in
            Grid.Row(
                [.init(naming.name(row.keys[0], of: figures.by[0]))]
                    + across.map { .init(String(cell(row.keys[0], $0))) }
                    + [.init(String(row.measures[measure]))])
        }
        let total = Grid.Row(
            [.init(words["desk.total"])]
                + figures.margins[1].map { .init(String($0.measures[measure])) }
                + [.init(String(figures.total[measure]))])
        return Grid(
            "figures", title(words),
            columns: [words["desk.by.\(figures.by[0].rawValue)"]]
                + across.map { naming.name($0, of: figures.by[1]) } + [words["desk.total"]],
            numbers: Set(1...(across.count + 1)), none: words["desk.none"],
            rows: rows.isEmpty ? [] : rows + [total])
    }

    private func list(_ words: PageWords) -> Grid {
        func cells(_ name: String, _ measures: Measures) -> Grid.Row {
            Grid.Row(
                [.init(name)] + Measures.Name.allCases.map { .init(String(measures[$0])) })
        }
        return Grid(
            "figures", title(words),
            columns: [figures.by.map { words["desk.by.\($0.rawValue)"] }.joined(separator: ", ")]
                + Measures.Name.allCases.map { words["desk.measure.\($0.rawValue)"] },
            numbers: Set(1...Measures.Name.allCases.count), none: words["desk.none"],
            rows: figures.rows.map { cells(name(of: $0), $0.measures) }
                + [cells(words["desk.total"], figures.total)])
    }
}
