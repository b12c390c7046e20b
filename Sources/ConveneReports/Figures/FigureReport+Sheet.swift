import Convene

extension FigureReport {
    /// A row for each combination of keys with every measure, and no total, which a spreadsheet
    /// would add up with the rows; for no dimension, the total is the row.
    package var sheet: Report {
        let rows =
            figures.by.isEmpty ? [Figures.Row(keys: [], measures: figures.total)] : figures.rows
        return Report(
            "rows", columns: keyColumns + measureColumns,
            rows: rows.map { cells($0.keys) + cells($0.measures) }, empty: Self.empty)
    }

    private var keyColumns: [Column] {
        figures.by.flatMap { dimension in
            let code = Column(dimension.rawValue, dimension.heading)
            guard dimension.hasNames else { return [code] }
            return [code, Column("\(dimension.rawValue)_name", dimension.heading)]
        }
    }

    private var measureColumns: [Column] {
        let measures = Measures()
        let keys = measures.members.map(\.key) + ["women"] + measures.genders.map(\.key)
        return keys.map { Column.number($0, $0) }
    }

    private func cells(_ keys: [Figures.Key]) -> [Value] {
        zip(figures.by, keys).flatMap { dimension, key in
            dimension.hasNames ? [Value(key.code), .text(key.name)] : [Value(key.code)]
        }
    }

    private func cells(_ measures: Measures) -> [Value] {
        measures.members.map(\.value) + [.ratio(measures.women)] + measures.genders.map(\.value)
    }
}
