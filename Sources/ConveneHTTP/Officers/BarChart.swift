/// Bars drawn as SVG: one for each line, divided where there are several series.
///
/// Each series has a pattern of its own, so that it can be told from the others in black and white;
/// text and strokes have the colour of the text around, in light and in dark. It has no style of its
/// own, which the pages' policy would not let in. The table beside it says the same in numbers.
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
    static let most = 40

    var svg: String {
        let drawn = lines.prefix(Self.most)
        let legend = series.count > 1 ? Self.row * ((series.count + 1) / 2) : 0
        let height = legend + drawn.count * Self.step + 4
        var svg =
            "<svg class=\"bars\" viewBox=\"0 0 \(Self.width) \(height)\" role=\"img\""
            + " aria-labelledby=\"chart-title\">\n<title id=\"chart-title\">\(title.escaped)</title>\n"
            + Self.patterns + "\n"
        if series.count > 1 { svg += self.legend }
        for (index, line) in drawn.enumerated() {
            svg += bar(line, at: legend + index * Self.step)
        }
        return svg + "</svg>"
    }

    private var legend: String {
        series.enumerated().map { index, name in
            let (x, y) = ((index % 2) * Self.width / 2, (index / 2) * Self.row)
            return "<rect x=\"\(x + 1)\" y=\"\(y + 3)\" width=\"14\" height=\"12\""
                + " \(Self.fill(index)) stroke=\"currentColor\"/>"
                + "<text x=\"\(x + 20)\" y=\"\(y + 14)\" font-size=\"12\" fill=\"currentColor\">"
                + "\(name.cut(28).escaped)</text>\n"
        }.joined()
    }

    private func bar(_ line: Line, at y: Int) -> String {
        let said = line.goal.map { "\(line.total) / \($0)" } ?? String(line.total)
        var svg =
            "<text x=\"0\" y=\"\(y + 13)\" font-size=\"12\" fill=\"currentColor\">"
            + "\(line.name.cut(46).escaped)</text><text x=\"\(Self.width)\" y=\"\(y + 13)\""
            + " font-size=\"12\" text-anchor=\"end\" fill=\"currentColor\">\(said)</text>\n"
        var x = 0.0
        for (index, value) in line.values.enumerated() where value > 0 {
            let width = Double(value) * scale
            svg +=
                "<rect x=\"\(x.tenths)\" y=\"\(y + 18)\" width=\"\(width.tenths)\" height=\"12\""
                + " \(Self.fill(index)) stroke=\"currentColor\"/>"
            x += width
        }
        if let goal = line.goal {
            let mark = min(Double(Self.width) - 1, Double(goal) * scale).tenths
            svg +=
                "<line x1=\"\(mark)\" x2=\"\(mark)\" y1=\"\(y + 15)\" y2=\"\(y + 33)\""
                + " stroke=\"currentColor\" stroke-width=\"2\"/>"
        }
        return svg + "\n"
    }

    private var scale: Double {
        let most = lines.map { max($0.total, $0.goal ?? 0) }.max() ?? 0
        return most > 0 ? Double(Self.width - 2) / Double(most) : 0
    }

    private static func fill(_ index: Int) -> String {
        index == 0 ? "fill=\"currentColor\"" : "fill=\"url(#p\((index - 1) % 6 + 1))\""
    }

    private static let (width, step, row) = (360, 40, 20)

    /// Stripes one way, blank, dots, stripes the other way, a grid, and upright lines.
    private static let patterns =
        "<defs>"
        + [
            "<path d=\"M0 6L6 0M-1 1L1 -1M5 7L7 5\" stroke=\"currentColor\"/>", "",
            "<circle cx=\"3\" cy=\"3\" r=\"1.2\" fill=\"currentColor\"/>",
            "<path d=\"M0 0L6 6M-1 5L1 7M5 -1L7 1\" stroke=\"currentColor\" stroke-width=\"2\"/>",
            "<path d=\"M0 3H6M3 0V6\" stroke=\"currentColor\"/>",
            "<path d=\"M3 0V6\" stroke=\"currentColor\" stroke-width=\"2\"/>",
        ].enumerated().map { index, mark in
            "<pattern id=\"p\(index + 1)\" width=\"6\" height=\"6\""
                + " patternUnits=\"userSpaceOnUse\">\(mark)</pattern>"
        }.joined() + "</defs>"
}

extension Double {
    /// To a tenth, with a point.
    fileprivate var tenths: String {
        let tenths = Int((self * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}

extension String {
    /// As the text of XML.
    fileprivate var escaped: String {
        var text = ""
        for character in self {
            switch character {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            default: text.append(character)
            }
        }
        return text
    }

    /// So many letters of it at most.
    fileprivate func cut(_ length: Int) -> String {
        count <= length ? self : prefix(length - 1) + "…"
    }
}
