/// A result of a command, which can be shown in each of the formats.
package protocol Presentable: Sendable {
    /// What programs read.
    var json: Value { get }
    /// What a spreadsheet reads: one table, without a total that would be added up twice.
    var sheet: Report { get }
    /// What people read, on a screen or in a pipe; ends in a line break.
    func table(on screen: Screen) -> String
    /// What people read once Markdown has been rendered; ends in a line break.
    var markdown: String { get }
}

extension Presentable {
    /// The whole result as text that ends in a line break.
    ///
    /// This is the one place where formats are matched: a new one is a compile error here.
    package func render(
        as format: Format, on screen: Screen = .pipe, separator: CSVSeparator = .comma
    ) -> String {
        switch format {
        case .table: table(on: screen)
        case .csv: CSVText(sheet, separator: separator).text
        case .tsv: TSVText(sheet).text
        case .json: JSONText(json).text
        case .markdown: markdown
        }
    }
}
