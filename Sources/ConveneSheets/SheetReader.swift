package import Convene

/// The one door through which lists are read.
///
/// What a file is, is found from its content: its ending may lie. A format that can't be read yet is
/// named in the refusal; its reader takes its place in `read(bytes:file:)`.
package struct SheetReader: Sendable {
    package init() {}

    /// Reads the list at a path.
    ///
    /// The file is read once from beginning to end, so a pipe serves as well as a file.
    ///
    /// - Throws: `list.unreadable` when there is no such file, it can't be opened, is too large or
    ///   is not a list; `list.empty` when it has no rows.
    package func read(_ path: String) throws -> Sheet {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return try read(bytes: ListFile(path: path).bytes(), file: name)
    }

    /// Reads the list that these bytes are.
    ///
    /// - Parameter file: The file's name without its folders, for the sentences and the preview.
    /// - Throws: `list.unreadable` when it is too large or not a list; `list.empty` when it has no
    ///   rows.
    package func read(bytes: [UInt8], file: String) throws -> Sheet {
        guard bytes.count <= SheetLimit.bytes else { throw Problem.listTooLarge(file) }
        switch SheetFormat(of: bytes) {
        case .utf8(let start):
            return try DelimitedText(bytes: bytes, start: start, file: file).sheet()
        case .foreign(let kind):
            throw Problem.listForeign(file, seemsToBe: kind)
        }
    }
}
