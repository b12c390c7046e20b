/// A table that chance made of what is hard to write, and its text by RFC 4180.
struct RandomTable {
    let headings: [String]
    let rows: [[String]]
    let text: String

    init(_ chance: inout Chance) {
        let width = Int.random(in: 2...7, using: &chance)
        headings = (0..<width).map { "h\($0)" + Self.cell(&chance) }
        rows = (0..<Int.random(in: 1...8, using: &chance)).map { _ in
            // A row of nothing would be left out.
            ["x" + Self.cell(&chance)] + (1..<width).map { _ in Self.cell(&chance) }
        }
        text =
            (Bool.random(using: &chance) ? "\u{FEFF}" : "")
            + Self.write(
                [headings] + rows,
                delimiter: [",", ";", "\t", "|"].randomElement(using: &chance) ?? ",",
                end: ["\n", "\r\n", "\r"].randomElement(using: &chance) ?? "\n")
    }

    /// Quotes what any delimiter stands in, since the reader has to find out which it is.
    static func write(_ rows: [[String]], delimiter: String, end: String) -> String {
        rows.map { $0.map(written).joined(separator: delimiter) + end }.joined()
    }

    private static func written(_ cell: String) -> String {
        let isHard = cell.unicodeScalars.contains { "\",;\t|\r\n".unicodeScalars.contains($0) }
        let doubled = cell.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"")
        return isHard ? "\"\(doubled)\"" : cell
    }

    /// Begins and ends with what is neither trimmed nor a guard, has no guards within, and is often empty.
    private static func cell(_ chance: inout Chance) -> String {
        let middle = [
            "\"", "\"\"", ",", ";", "\t", "|", "\n", "\n\n", " ", "\u{A0}", "=", "x'", "🙂",
        ]
        let letters = ["Ж", "я", "Қ", "é", "a", "Z", "7", "语"]
        guard Bool.random(using: &chance) else { return "" }
        let pieces = (0..<Int.random(in: 0...9, using: &chance)).map { _ in
            (Bool.random(using: &chance) ? middle : letters).randomElement(using: &chance) ?? ""
        }
        let ends = (0..<2).map { _ in (letters + ["\""]).randomElement(using: &chance) ?? "" }
        return ends[0] + pieces.joined() + ends[1]
    }
}
