package import Convene
import Foundation

/// One mail in a file, or on standard input.
package struct MailFile: Mailbox {
    let path: String

    init(_ path: String) { self.path = path }

    package var name: String { path == Self.input ? "standard input" : "file:" + url.path }

    /// The name without what mail programs put behind it.
    var place: String { String(url.lastPathComponent.prefix { $0 != ":" }) }

    /// - Throws: `mailbox.unreadable`
    package func open(after memory: MailboxMemory) async throws -> any MailboxReading {
        MailFiles([self])
    }

    /// What of the mail is read; nothing where the file is empty, or has gone, as it does when a mail
    /// program moves or deletes it.
    func raw() throws -> RawMail? {
        guard path != Self.input else { return try Self.read(.standardInput, place: "1") }
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        return try Self.read(file, place: place)
    }

    private static func read(_ file: FileHandle, place: String) throws -> RawMail? {
        var bytes: [UInt8] = []
        var size = 0
        while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
            size += piece.count
            // All of a pipe is read, or whoever writes to it would not end.
            bytes += piece.prefix(RawMail.limit - bytes.count)
        }
        return size == 0 ? nil : RawMail(place: place, bytes: bytes, size: size)
    }

    private var url: URL { URL(filePath: path).standardizedFileURL }

    static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            && isFolder.boolValue
    }

    static func names(in folder: String) throws -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder)
                .filter { !$0.hasPrefix(".") }
        } catch {
            throw Problem.mailboxUnreadable(folder, "it can't be opened")
        }
    }

    fileprivate static let input = "-"
}

extension MailFile {
    /// Where mail is read from, by what somebody wrote: `-` for one mail on standard input, a Maildir,
    /// an mbox file, or a file with one mail in it. An empty file is an mbox without mails.
    ///
    /// - Throws: `mailbox.unreadable`
    package static func mailbox(at path: String) throws -> any Mailbox {
        if path == input { return MailFile(input) }
        if isFolder(path) { return try MaildirFolder(path) }
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw Problem.mailboxUnreadable(path, "it is not there, or may not be read")
        }
        defer { try? file.close() }
        let start = try file.read(upToCount: 5) ?? Data()
        return start.isEmpty || start == Data("From ".utf8) ? MboxFile(path) : MailFile(path)
    }
}

/// Mails in files of their own, opened one after the other.
actor MailFiles: MailboxReading {
    nonisolated let count: Int
    private var files: ArraySlice<MailFile>

    init(_ files: [MailFile]) {
        self.files = files[...]
        count = files.count
    }

    func next() throws -> RawMail? {
        while let file = files.popFirst() {
            if let raw = try file.raw() { return raw }
        }
        return nil
    }
}

extension Problem {
    /// - Parameter reason: what is wrong, as the end of a sentence.
    package static func mailboxUnreadable(_ mailbox: String, _ reason: String) -> Problem {
        Problem(
            .mailboxUnreadable,
            "The mailbox \(mailbox.prefix(200)) can't be read: \(reason).")
    }
}
