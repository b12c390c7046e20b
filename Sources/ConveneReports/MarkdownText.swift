/// Lists and cards as Markdown with GitHub's tables.
///
/// Whatever would be markup in a value is escaped: a name can't become a link, a tag or a cell.
enum MarkdownText {
    static func report(_ report: Report) -> String {
        let shown = report.forPeople
        var blocks = report.title.map { ["## " + escaped($0)] } ?? []
        blocks.append(shown.rows.isEmpty ? escaped(report.empty) : table(shown))
        blocks += report.notes.map(escaped)
        return blocks.joined(separator: "\n\n") + "\n"
    }

    static func card(_ card: Card) -> String {
        var blocks = card.title.map { ["# " + escaped($0)] } ?? []
        let lines = card.lines.map { "- **\(escaped($0.heading)):** \(escaped($0.text))" }
        if !lines.isEmpty { blocks.append(lines.joined(separator: "\n")) }
        blocks += card.notes.map(escaped)
        blocks += card.lists.map { String(Self.report($0).dropLast()) }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    private static func table(_ report: Report) -> String {
        let alignments = report.columns.map { $0.alignment == .leading ? ":---" : "---:" }
        var lines = [line(report.columns.map { escaped($0.heading) }), line(alignments)]
        lines += report.rows.map { line($0.map { escaped($0.reading) }) }
        if let total = report.labelledTotal {
            lines.append(line(total.map { strong(escaped($0.reading)) }))
        }
        return lines.joined(separator: "\n")
    }

    private static func line(_ cells: [String]) -> String {
        "| \(cells.joined(separator: " | ")) |"
    }

    private static func strong(_ text: String) -> String { text.isEmpty ? "" : "**\(text)**" }

    /// By scalars: a bar with a combining mark is another character, and yet ends the cell.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            // CR LF is one line break.
            if scalar != "\n" || previous != "\r" { escaped += self.escaped(scalar) }
            previous = scalar
        }
        return escaped
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\n", "\r", "\u{2028}", "\u{2029}": "<br>"
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        case "|", "\\", "`", "*", "_", "[", "]", "~": "\\\(scalar)"
        default: String(scalar.displayed)
        }
    }
}
