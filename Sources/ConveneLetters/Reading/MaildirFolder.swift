package import Convene
import Foundation

/// A Maildir: a file a mail, in `new` and `cur`. No file is moved, marked or deleted.
package struct MaildirFolder: Mailbox {
    package let name: String
    private let path: String

    /// - Throws: `mailbox.unreadable` where there is no Maildir.
    package init(_ path: String) throws {
        guard Self.isMaildir(path) else {
            throw Problem.mailboxUnreadable(
                path, "it has no folders “new” and “cur”, as a Maildir has")
        }
        self.path = path
        name = "maildir:" + URL(filePath: path).standardizedFileURL.path
    }

    package static func isMaildir(_ path: String) -> Bool {
        ["new", "cur"].allSatisfy { MailFile.isFolder(path + "/" + $0) }
    }

    /// - Throws: `mailbox.unreadable`
    package func open(after memory: MailboxMemory) async throws -> any MailboxReading {
        let files = try ["cur", "new"].flatMap { folder in
            try MailFile.names(in: path + "/" + folder).map { MailFile(path + "/\(folder)/" + $0) }
        }
        // The name up to the colon stays when a mail program marks the mail; it begins with the time.
        let unread = files.filter { !memory.places.contains($0.place) }
            .sorted { $0.place < $1.place }
        return MailFiles(unread)
    }
}

/// An mbox file: many mails, each behind a line that begins with `From ` (RFC 4155), of which those
/// in the text have a `>` before them.
package struct MboxFile: Mailbox {
    package let name: String
    private let path: String

    package init(_ path: String) {
        self.path = path
        name = "mbox:" + URL(filePath: path).standardizedFileURL.path
    }

    /// - Throws: `mailbox.unreadable`
    package func open(after memory: MailboxMemory) async throws -> any MailboxReading {
        try MboxReading(path)
    }
}

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

    /// What of the mail is read; nothing where the file has gone, as it does when a mail program
    /// moves or deletes it.
    func raw() throws -> RawMail? {
        guard path != Self.input else { return try Self.read(.standardInput, place: "1") }
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        return try Self.read(file, place: place)
    }

    private static func read(_ file: FileHandle, place: String) throws -> RawMail {
        var bytes: [UInt8] = []
        var size = 0
        while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
            size += piece.count
            // All of a pipe is read, or whoever writes to it would not end.
            bytes += piece.prefix(RawMail.limit - bytes.count)
        }
        return RawMail(place: place, bytes: bytes, size: size)
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
    /// an mbox file, or a file with one mail in it.
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
        return start == Data("From ".utf8) ? MboxFile(path) : MailFile(path)
    }
}

/// Mails in files of their own, opened one after the other.
private actor MailFiles: MailboxReading {
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

/// An mbox on its way through, a piece at a time; never more of it in memory than one mail.
private actor MboxReading: MailboxReading {
    nonisolated let count: Int
    private let file: FileHandle
    private let path: String
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false
    private var number = 0
    private var hasBegun = false

    init(_ path: String) throws {
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw Problem.mailboxUnreadable(path, "it is not there, or may not be read")
        }
        self.file = file
        self.path = path
        count = 0
    }

    deinit { try? file.close() }

    func next() throws -> RawMail? {
        if !hasBegun {
            hasBegun = true
            _ = try line()
        }
        var bytes: [UInt8] = []
        var size = 0
        var isEmpty = true
        while let line = try line() {
            if line.starts(with: "From ".utf8) {
                number += 1
                return RawMail(place: "\(number)", bytes: bytes, size: size)
            }
            isEmpty = false
            let text = Self.unquoted(line)
            size += text.count
            bytes += text.prefix(max(0, RawMail.limit - bytes.count))
        }
        guard !isEmpty else { return nil }
        number += 1
        return RawMail(place: "\(number)", bytes: bytes, size: size)
    }

    /// A line with its end; of a line longer than any mail's the next piece.
    private func line() throws -> ArraySlice<UInt8>? {
        while true {
            if let end = buffer[start...].firstIndex(of: 10) {
                defer { start = end + 1 }
                return buffer[start...end]
            }
            if buffer.count - start > Self.longestLine || isAtEnd {
                defer { start = buffer.count }
                return start < buffer.count ? buffer[start...] : nil
            }
            try fill()
        }
    }

    private func fill() throws {
        buffer.removeFirst(start)
        start = 0
        let piece: Data?
        do { piece = try file.read(upToCount: 1 << 20) } catch {
            throw Problem.mailboxUnreadable(path, "it can't be read to its end")
        }
        guard let piece, !piece.isEmpty else {
            isAtEnd = true
            return
        }
        buffer += piece
    }

    /// `>From` is `From`, `>>From` is `>From`.
    private static func unquoted(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard line.first == 62 else { return line }
        return line.drop { $0 == 62 }.starts(with: "From ".utf8) ? line.dropFirst() : line
    }

    private static let longestLine = 1 << 20
}

extension Problem {
    /// - Parameter reason: what is wrong, as the end of a sentence.
    package static func mailboxUnreadable(_ mailbox: String, _ reason: String) -> Problem {
        Problem(
            .mailboxUnreadable,
            "The mailbox \(mailbox.prefix(200)) can't be read: \(reason).")
    }
}
