package import Convene
import Foundation

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
