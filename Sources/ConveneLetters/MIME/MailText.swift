import Convene

/// A text of a letter on its way into a mail: lines ended by CRLF, and the person's own link where
/// the letter holds its place.
enum MailText {
    /// - Throws: `LetterFault.linkMissing` when the text has a place for the link and there is none.
    static func bytes(_ text: String, link: String?) throws(LetterFault) -> [UInt8] {
        let text = Array(text.utf8)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count + text.count / 16)
        let mark = mark
        var index = 0
        while index < text.count {
            let run = text[index...].prefix { $0 != 13 && $0 != 10 && $0 != mark[0] }
            bytes += run
            index = run.endIndex
            guard index < text.count else { break }
            if text[index] != mark[0] {
                bytes.append(13)
                bytes.append(10)
                index +=
                    text[index] == 13 && index + 1 < text.count && text[index + 1] == 10 ? 2 : 1
            } else if text[index...].starts(with: mark) {
                guard let link else { throw .linkMissing }
                bytes += link.utf8
                index += mark.count
            } else {
                bytes.append(mark[0])
                index += 1
            }
        }
        return bytes
    }

    /// A link goes into HTML, plain text and calendar as it is, so it may hold only what none of
    /// them would read as its own: no quote, bracket, ampersand, comma, semicolon or backslash.
    static func checked(_ link: String?) throws(LetterFault) -> String? {
        guard let link else { return nil }
        guard link.hasPrefix("https://") || link.hasPrefix("http://"),
            link.utf8.count <= longestLink, link.utf8.allSatisfy(isSafe)
        else { throw .linkUnusable }
        return link
    }

    private static let mark = Array(Letter.linkMark.utf8)
    /// What every mail program and browser takes (LNK-3).
    private static let longestLink = 2000

    private static func isSafe(_ octet: UInt8) -> Bool {
        switch octet {
        case 48...57, 65...90, 97...122: true
        case 33, 35...37, 40...43, 45...47, 58, 61, 63, 64, 95, 126: true
        default: false
        }
    }
}
