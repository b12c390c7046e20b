/// Bars, as the template `chart` draws them in SVG: one for each line, divided where there are
/// several series.
///
/// Each series has a pattern of its own, so that it can be told from the others in black and white;
/// text and strokes have the colour of the text around, in light and in dark. The table beside it
/// says the same in numbers.
struct BarChart {
    var title: String
    var series: [String]
    var lines: [Line]

    struct Line {
        let name: String
        /// One for each series.
        let values: [Int]
        /// How far it was to come, where that was said.
        var goal: Int?

        var total: Int { values.reduce(0, +) }
    }

    /// How many lines are drawn; the table has all.
    private static let most = 40
    private static let (width, step, row) = (360, 40, 20)

    /// What the template sees: everything with its place.
    var forTemplate: [String: Any] {
        let drawn = Array(lines.prefix(Self.most).enumerated())
        return [
            "chart-title": title, "chart-width": Self.width,
            "chart-height": top + drawn.count * Self.step + 4,
            "texts": keys + drawn.flatMap { texts(of: $1, at: top + $0 * Self.step) },
            "bars": swatches + drawn.flatMap { bars(of: $1, at: top + $0 * Self.step) },
            "goals": drawn.compactMap { goal(of: $1, at: top + $0 * Self.step) },
        ]
    }

    /// Where the lines begin, below what says which pattern is which.
    private var top: Int { series.count > 1 ? Self.row * ((series.count + 1) / 2) + 6 : 0 }

    private var keys: [[String: Any]] {
        guard series.count > 1 else { return [] }
        return series.enumerated().map { index, name in
            let place = Self.place(ofKey: index)
            return text(name.cut(26), place.x + 20, place.y + 14)
        }
    }

    private var swatches: [[String: Any]] {
        guard series.count > 1 else { return [] }
        return series.indices.map { index in
            let place = Self.place(ofKey: index)
            return bar(Double(place.x + 1), place.y + 3, 14, index)
        }
    }

    private static func place(ofKey index: Int) -> (x: Int, y: Int) {
        ((index % 2) * width / 2, (index / 2) * row)
    }

    private func texts(of line: Line, at y: Int) -> [[String: Any]] {
        let said = line.goal.map { "\(line.total) / \($0)" } ?? String(line.total)
        return [
            text(line.name.cut(46), 0, y + 13), text(said, Self.width, y + 13, isEnd: true),
        ]
    }

    private func bars(of line: Line, at y: Int) -> [[String: Any]] {
        var x = 0.0
        return line.values.enumerated().compactMap { index, value in
            guard value > 0 else { return nil }
            defer { x += Double(value) * scale }
            return bar(x, y + 18, Double(value) * scale, index)
        }
    }

    private func goal(of line: Line, at y: Int) -> [String: Any]? {
        line.goal.map { goal in
            [
                "x": min(Double(Self.width) - 1, Double(goal) * scale).tenths, "y": y + 15,
                "end": y + 33,
            ]
        }
    }

    private func text(_ text: String, _ x: Int, _ y: Int, isEnd: Bool = false) -> [String: Any] {
        ["text": text, "x": x, "y": y, "is-end": isEnd]
    }

    private func bar(_ x: Double, _ y: Int, _ width: Double, _ index: Int) -> [String: Any] {
        [
            "x": x.tenths, "y": y, "width": width.tenths,
            "fill": index == 0 ? "currentColor" : "url(#fill-\((index - 1) % 6 + 1))",
        ]
    }

    private var scale: Double {
        let most = lines.map { max($0.total, $0.goal ?? 0) }.max() ?? 0
        return most > 0 ? Double(Self.width - 2) / Double(most) : 0
    }
}

extension Double {
    /// To a tenth, with a point.
    fileprivate var tenths: String {
        let tenths = Int((self * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}

extension String {
    /// So many letters of it at most.
    fileprivate func cut(_ length: Int) -> String {
        count <= length ? self : prefix(length - 1) + "…"
    }
}
