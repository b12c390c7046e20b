/// The forms in which a command shows its result, as `--format` names them.
package enum Format: String, CaseIterable, Sendable {
    /// Columns for people, at a terminal or in a pipe.
    case table
    /// For spreadsheets: UTF-8 with its mark, lines ended by CR LF (CSV-10).
    case csv
    /// For command lines: UTF-8 without a mark, lines ended by LF.
    case tsv
    /// For programs.
    case json
    /// For mails, wikis and reports.
    case markdown
}
