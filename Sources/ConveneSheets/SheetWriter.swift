package import Convene

/// Writes lists as a workbook in Office Open XML (CSV-12): no encoding, separator, formula or lost
/// zero can come between it and whoever opens it.
///
/// Texts are written as texts whatever they begin with, never as formulas; the same pages give the
/// same bytes.
package struct SheetWriter: Sendable {
    package init() {}

    /// One sheet of the workbook.
    package struct Page: Sendable {
        /// What its tab says; signs that a tab can't show are replaced.
        package var name: String
        /// The first row, bold, which stays in sight.
        package var headings: [String]
        package var rows: [[Cell]]
        /// The widths of the columns in characters; those that are missing follow what stands there.
        package var widths: [Int]

        package init(name: String, headings: [String], rows: [[Cell]], widths: [Int] = []) {
            self.name = name
            self.headings = headings
            self.rows = rows
            self.widths = widths
        }
    }

    /// What stands in a cell.
    package enum Cell: Sendable, Equatable {
        case empty
        case text(String)
        case number(Int)
        case decimal(Double)
        case date(Day)
    }

    /// The workbook that these pages make, as the content of a file.
    ///
    /// - Throws: `file.unwritable` when a page has more rows or columns than a sheet can hold.
    package func bytes(_ pages: [Page]) throws -> [UInt8] {
        let pages = pages.isEmpty ? [Page(name: "", headings: [], rows: [])] : pages
        for page in pages { try check(page) }
        var archive = try ArchiveWriter()
        for (name, text) in WorkbookText(pages: pages).parts {
            try archive.add(name, Array(text.utf8))
        }
        for (index, page) in pages.enumerated() {
            try archive.add("xl/worksheets/sheet\(index + 1).xml", WorksheetText(page).bytes)
        }
        return try archive.finished()
    }

    private func check(_ page: Page) throws {
        let width = page.rows.reduce(page.headings.count) { max($0, $1.count) }
        guard page.rows.count < CellReference.rows, width <= CellReference.columns else {
            throw Problem.workbookTooLarge
        }
    }
}

extension Problem {
    static var workbookTooLarge: Problem {
        Problem(
            .fileUnwritable,
            "A workbook can hold 1,048,575 rows below its headings and 16,384 columns: write fewer."
        )
    }

    /// - Parameter reason: What libzip says.
    static func workbookUnwritable(reason: String) -> Problem {
        Problem(.fileUnwritable, "The workbook can't be put together (\(reason)): try CSV instead.")
    }
}
