package import Convene
import ConveneSheets

/// The door through which lists come in.
package enum Lists {
    /// Reads a list; what is wrong with single rows is in the sheet.
    ///
    /// - Throws: `list.unreadable`, `list.empty`.
    package static func read(_ path: String) throws -> Sheet { try SheetReader().read(path) }
}
