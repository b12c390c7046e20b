package import Convene

/// A list as it came with a column more that says what is wrong, or may be, to be sent back to whoever
/// sent it.
package enum FaultFile {
    /// - Parameter heading: that of the column more.
    package static func report(
        _ sheet: Sheet, _ report: ListReport, heading: String = "What is wrong"
    ) -> Report {
        let byLine = Dictionary(grouping: report.faults + report.warnings, by: \.line)
        let lines = Set(sheet.rows.map(\.line))
        let rows = sheet.rows.map { row in
            (line: row.line, cells: row.cells, faults: byLine[row.line] ?? [])
        }
        let unread = byLine.filter { !lines.contains($0.key) }.map { line, faults in
            // What could not be read as a row stands in its first cell, as far as it was kept.
            (line: line, cells: faults.compactMap(\.value).prefix(1).map { $0 }, faults: faults)
        }
        return Report(
            "list",
            columns: (sheet.headings + [heading]).map { Column($0, $0) },
            rows: (rows + unread).sorted { $0.line < $1.line }.map { row in
                sheet.headings.indices.map {
                    .text($0 < row.cells.count ? row.cells[$0] : "")
                } + [.text(row.faults.map(words).joined(separator: " "))]
            }, empty: "")
    }

    private static func words(_ fault: Fault) -> String {
        (fault.column.map { "\($0): " } ?? "") + fault.message
    }
}
