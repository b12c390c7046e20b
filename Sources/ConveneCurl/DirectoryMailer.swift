package import Convene

/// An outbox on disk, `file:FOLDER`: each mail becomes a file `NAME.eml` with exactly its bytes.
///
/// A mail delivered again replaces its file, because it is the same mail. There is no envelope: the
/// addresses stand in the headers.
package struct DirectoryMailer: Mailer, MailLine {
    package let connections = 4
    private let folder: String

    /// - Parameter url: `file:FOLDER` or `file:///FOLDER`; a relative folder is taken from the
    ///   working directory, and made when the first mail comes.
    /// - Throws: `setting.invalid`
    package init(_ url: String) throws {
        folder = try Self.folder(of: url)
    }

    /// A folder has no connections: every line is the folder itself.
    package func line() -> any MailLine { self }

    package func deliver(_ parcel: Parcel, clearance: Clearance) -> Delivery {
        guard Self.isFileName(parcel.name) else {
            return Delivery(
                outcome: .failed,
                reply: "The mail's name is no file name: letters, digits, dots and hyphens are.")
        }
        do {
            try clearance.wait()
        } catch {
            return .heldBack(by: error)
        }
        return write(parcel)
    }

    private func write(_ parcel: Parcel) -> Delivery {
        let name = parcel.name + ".eml"
        do throws(SpoolFile.Failure) {
            try SpoolFile.makeFolder(folder)
            try SpoolFile(folder: folder, name: name).write(parcel.bytes)
            return Delivery(outcome: .sent, code: 250, reply: "written to \(folder)/\(name)")
        } catch {
            return Delivery(
                outcome: .unreachable,
                reply: "Mail can't be written to the folder \(folder): \(error.words).")
        }
    }

    static func isFolderURL(_ url: String) -> Bool { (try? folder(of: url)) != nil }

    private static func folder(of url: String) throws -> String {
        guard url.prefix(5).lowercased() == "file:" else { throw Problem.mailURLInvalid }
        var folder = url.dropFirst(5)
        if folder.hasPrefix("///") { folder = folder.dropFirst(2) }
        guard !folder.isEmpty, !folder.hasPrefix("//"), !folder.utf8.contains(0) else {
            throw Problem.mailURLInvalid
        }
        while folder.count > 1, folder.hasSuffix("/") { folder = folder.dropLast() }
        return String(folder)
    }

    private static func isFileName(_ name: String) -> Bool {
        (1...200).contains(name.utf8.count) && name.first != "."
            && name.utf8.allSatisfy {
                (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
                    || "-.".utf8.contains($0)
            }
    }
}
