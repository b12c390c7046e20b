/// A list as tab-separated values for command lines: `cut`, `sort` and `awk` need no parser.
///
/// UTF-8 without a mark, a line for each row, ended by LF. Tabs, line breaks and other controls in
/// a cell are replaced by a space each; the guard against formulas is the one of CSV (CSV-11).
struct TSVText {
    let text: String

    init(_ report: Report) {
        let lines = [report.columns.map(\.key)] + report.rows.map { $0.map(Self.cell) }
        text = lines.map { $0.joined(separator: "\t") + "\n" }.joined()
    }

    private static func cell(_ value: Value) -> String {
        let plain = SheetCell.text(value)
        if value.isNumber { return plain }
        return FormulaGuard.guarding(SheetCell.withoutControls(plain, replacedBy: " "))
    }
}
