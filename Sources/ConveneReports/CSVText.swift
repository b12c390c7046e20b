/// What stands between the cells of a CSV file.
package enum CSVSeparator: Sendable {
    case comma
    /// For spreadsheets of locales in which the comma divides decimals; shares are written with
    /// one there, since Excel takes 1.5 for the first of May.
    case semicolon

    var text: String { self == .comma ? "," : ";" }
}

/// A list as CSV for spreadsheets (CSV-10, CSV-11, RFC 4180).
///
/// UTF-8 with its byte order mark, lines ended by CR LF, cells quoted where they need it, the keys
/// of the columns as the header row. Control characters other than tabs and line breaks are
/// replaced by U+FFFD: RFC 4180 has no place for them, and terminals would obey them.
struct CSVText {
    let text: String

    init(_ report: Report, separator: CSVSeparator = .comma) {
        let rows = report.rows.map { row in row.map { Self.cell($0, separator) } }
        let lines = [report.columns.map(\.key)] + rows
        text =
            "\u{FEFF}"
            + lines.map { $0.joined(separator: separator.text) + "\r\n" }.joined()
    }

    private static func cell(_ value: Value, _ separator: CSVSeparator) -> String {
        let plain = SheetCell.text(value)
        if value.isNumber {
            return separator == .comma ? plain : String(plain.map { $0 == "." ? "," : $0 })
        }
        let text = FormulaGuard.guarding(SheetCell.withoutControls(plain, keeping: "\t\r\n"))
        return needsQuotes(text) ? "\"\(doublingQuotes(text))\"" : text
    }

    /// Both separators need them, and spaces at the ends, which some readers would drop.
    private static func needsQuotes(_ text: String) -> Bool {
        text.utf8.contains { [0x22, 0x2C, 0x3B, 0x09, 0x0D, 0x0A].contains($0) }
            || text.first == " " || text.last == " "
    }

    /// By scalars: a quote with a combining mark is another character, and yet ends the cell.
    private static func doublingQuotes(_ text: String) -> String {
        var doubled = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == "\"" { doubled.append(scalar) }
            doubled.append(scalar)
        }
        return String(doubled)
    }
}
