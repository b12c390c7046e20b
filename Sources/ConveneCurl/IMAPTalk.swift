import Convene

/// What is said in one connection with an IMAP server, a command at a time.
final class IMAPTalk {
    private let line: IMAPLine
    private let server: IMAPServer
    private var number = 0

    /// A mail of the folder, by its number.
    struct Listed: Sendable, Equatable {
        let uid: UInt32
        let size: Int
    }

    init(_ mailbox: IMAPMailbox) throws {
        server = mailbox.server
        line = try IMAPLine(mailbox)
    }

    deinit { line.close() }

    /// Opens a folder so that nothing in it changes.
    ///
    /// - Returns: its UIDVALIDITY.
    func examine(_ folder: String) throws -> UInt32 {
        var validity: UInt32?
        try say("EXAMINE \"\(folder)\"") { response in
            if let found = response.number(after: "[UIDVALIDITY ") { validity = found }
        }
        guard let validity else {
            throw Problem.mailboxUnreadable(
                server, "the server numbers its mails in no way that lasts.")
        }
        return validity
    }

    /// The lowest number of the mails that came on a day or after it; nothing where none did.
    func first(since day: Day) throws -> UInt32? {
        var first: UInt32?
        let month = Self.months[day.month - 1]
        try say("UID SEARCH SINCE \(day.day)-\(month)-\(day.year)") { response in
            guard response.text.uppercased().hasPrefix("* SEARCH ") else { return }
            let numbers = response.text.split(separator: " ").compactMap { UInt32($0) }
            first = (numbers + [first].compactMap { $0 }).filter { $0 > 0 }.min()
        }
        return first
    }

    /// As RFC 3501 §9 spells them.
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// The mails with a higher number than this one, lowest first.
    func list(after uid: UInt32) throws -> [Listed] {
        guard uid < .max else { return [] }
        var mails: [Listed] = []
        // `n:*` always names one mail at least, the last, even if its number is lower.
        try say("UID FETCH \(uid + 1):* (UID RFC822.SIZE)") { response in
            guard response.isFetch, let found = response.number(after: "UID "), found > uid else {
                return
            }
            let size = response.number(after: "RFC822.SIZE ") ?? 0
            mails.append(.init(uid: found, size: Int(size)))
        }
        return mails.sorted { $0.uid < $1.uid }
    }

    /// The octets of mails by their number, as far as they are read of one mail.
    func bodies(of uids: [UInt32]) throws -> [UInt32: [UInt8]] {
        var bodies: [UInt32: [UInt8]] = [:]
        let set = uids.map(String.init).joined(separator: ",")
        try say("UID FETCH \(set) (UID BODY.PEEK[]<0.\(RawMail.limit)>)") { response in
            guard response.isFetch, let uid = response.number(after: "UID "), uids.contains(uid),
                let body = response.literal
            else { return }
            bodies[uid] = body
        }
        return bodies
    }

    /// Says one command and hears everything up to its end.
    ///
    /// - Throws: `mailbox.unreadable`, with the server's words where it refuses.
    private func say(_ command: String, _ hear: (IMAPResponse) -> Void) throws {
        number += 1
        let tag = "c\(number)"
        try line.send("\(tag) \(command)\r\n")
        while true {
            let response = try line.receive()
            guard response.text.hasPrefix(tag + " ") else {
                guard !response.text.uppercased().hasPrefix("* BYE") else {
                    throw refusal(response.text.dropFirst(2))
                }
                hear(response)
                continue
            }
            let result = response.text.dropFirst(tag.count + 1)
            guard result.uppercased().hasPrefix("OK") else { throw refusal(result) }
            return
        }
    }

    private func refusal(_ words: Substring) -> Problem {
        .mailboxUnreadable(server, "the server says “\(words.prefix(300))”.")
    }
}

/// One response of an IMAP server: its line, and the first literal in it.
struct IMAPResponse {
    /// The line without what its literals hold.
    var text: String
    var literal: [UInt8]?

    var isFetch: Bool {
        let words = text.split(separator: " ", maxSplits: 3)
        return words.count > 2 && words[0] == "*" && words[2].uppercased() == "FETCH"
    }

    /// The number that stands behind a word.
    func number(after word: String) -> UInt32? {
        guard let range = text.uppercased().firstRange(of: word) else { return nil }
        let rest = text.uppercased()[range.upperBound...]
        return UInt32(rest.prefix { $0.isASCII && $0.isNumber })
    }
}
