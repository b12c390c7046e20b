import Convene
import ConveneBootstrap
import ConveneReports

/// A report written to a file for somebody's spreadsheet: what it is, its ending says.
enum SheetFile {
    /// Writes `.xlsx`, `.csv` or `.tsv`; nothing is written over.
    ///
    /// - Throws: `file.exists`, `file.unwritable`, `value.invalid` for another ending.
    static func write(_ report: Report, to path: String, on screen: Screen) throws {
        let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
        let bytes: [UInt8]
        switch ending {
        case "xlsx":
            bytes = try Lists.workbook(
                name: report.title ?? report.name, headings: report.columns.map(\.heading),
                rows: report.rows.map { $0.map(\.reading) })
        case "csv", "tsv":
            let format: Format = ending == "csv" ? .csv : .tsv
            bytes = Array(report.render(as: format, on: screen).utf8)
        default:
            throw Problem(
                .valueInvalid,
                "“\(path.prefix(60))” does not say what it is to be: end it with .xlsx, .csv or .tsv."
            )
        }
        try FileText.write(bytes, to: path)
    }
}
