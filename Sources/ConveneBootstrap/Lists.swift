package import Convene
import ConveneSheets

/// The door through which lists come in.
package enum Lists {
    /// Reads a list; what is wrong with single rows is in the sheet.
    ///
    /// - Parameters:
    ///   - sheet: The name of a sheet of a workbook, or its number counted from 1.
    ///   - sense: Which headings mean something, by which they are told from titles above them.
    /// - Throws: `list.unreadable`, `list.empty`.
    package static func read(
        _ path: String, sheet: String? = nil, sense: Sheet.HeadingSense? = nil
    ) throws -> Sheet {
        try SheetReader(sense: sense).read(path, sheet: sheet)
    }
}
