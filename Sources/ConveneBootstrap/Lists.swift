package import Convene
import ConveneSheets

/// The door through which lists come in.
package enum Lists {
    /// Reads a list; what is wrong with single rows is in the sheet.
    ///
    /// - Parameters:
    ///   - sheet: The name of a sheet of a workbook, or its number counted from 1.
    ///   - encoding: That of a text; otherwise it is found out.
    ///   - sense: Which headings mean something, by which they are told from titles above them.
    /// - Throws: `list.unreadable`, `list.empty`.
    package static func read(
        _ path: String, sheet: String? = nil, encoding: Sheet.Encoding? = nil,
        sense: Sheet.HeadingSense? = nil
    ) throws -> Sheet {
        try SheetReader(sense: sense).read(path, sheet: sheet, encoding: encoding)
    }

    /// Reads a list that was handed in.
    ///
    /// - Parameter file: its name, for the sentences and the book of lists.
    /// - Throws: as ``read(_:sheet:encoding:sense:)``.
    package static func read(
        bytes: [UInt8], file: String, sheet: String? = nil, encoding: Sheet.Encoding? = nil,
        sense: Sheet.HeadingSense? = nil
    ) throws -> Sheet {
        try SheetReader(sense: sense).read(
            bytes: bytes, file: file, sheet: sheet, encoding: encoding)
    }

    /// A workbook of one sheet of texts, as the content of a file.
    ///
    /// - Throws: `file.unwritable` when it is larger than a workbook can be.
    package static func workbook(name: String, headings: [String], rows: [[String]]) throws
        -> [UInt8]
    {
        try SheetWriter().bytes([
            .init(
                name: name, headings: headings,
                rows: rows.map { $0.map { $0.isEmpty ? .empty : .text($0) } })
        ])
    }
}
