package import Convene

/// The one door through which lists are read.
///
/// What a file is, is found from its content: its ending may lie.
package struct SheetReader: Sendable {
    private let sense: Sheet.HeadingSense?

    /// - Parameter sense: Which headings mean something to whoever asks, so that titles above them
    ///   are told from them; without it they are found by the shape of the table.
    package init(sense: Sheet.HeadingSense? = nil) { self.sense = sense }

    /// Reads the list at a path.
    ///
    /// The file is read once from beginning to end, so a pipe serves as well as a file.
    ///
    /// - Parameters:
    ///   - sheet: The name of a sheet of a workbook, or its number counted from 1; otherwise the one
    ///     whose headings are understood.
    ///   - encoding: That of a text; otherwise it is found out.
    /// - Throws: `list.unreadable` when there is no such file, it can't be opened, is too large or
    ///   is not a list; `list.empty` when it has no rows.
    package func read(
        _ path: String, sheet: String? = nil, encoding: Sheet.Encoding? = nil
    ) throws -> Sheet {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return try read(
            bytes: ListFile(path: path).bytes(), file: name, sheet: sheet, encoding: encoding)
    }

    /// Reads the list that these bytes are.
    ///
    /// - Parameters:
    ///   - file: The file's name without its folders, for the sentences and the preview.
    ///   - sheet: The name of a sheet of a workbook, or its number counted from 1.
    ///   - encoding: That of a text; otherwise it is found out.
    /// - Throws: `list.unreadable` when it is too large or not a list; `list.empty` when it has no
    ///   rows.
    package func read(
        bytes: [UInt8], file: String, sheet: String? = nil, encoding: Sheet.Encoding? = nil
    ) throws -> Sheet {
        guard bytes.count <= SheetLimit.bytes else { throw Problem.listTooLarge(file) }
        switch SheetFormat(of: bytes) {
        case .text:
            guard sheet == nil else { throw Problem.listHasNoSheets(file) }
            let text = try DecodedText(bytes, name: file, named: encoding)
            return try DelimitedText(text, file: file).sheet(sense)
        case .archive:
            guard encoding == nil else { throw Problem.listHasNoEncoding(file) }
            return try bytes.withUnsafeBytes { bytes in
                let workbook = try Workbook(Archive(bytes, file: file))
                return try WorkbookList(workbook).sheet(sheet, sense)
            }
        case .foreign(let kind):
            throw Problem.listForeign(file, seemsToBe: kind)
        }
    }
}
