import Convene

/// A text of a letter on its way into a mail: lines ended by CRLF, and the person's own link where
/// the letter holds its place.
enum MailText {
    /// - Parameter text: in UTF-8.
    /// - Throws: `LetterFault.linkMissing` when the text has a place for the link and there is none.
    static func bytes(_ text: [UInt8], link: String?) throws(LetterFault) -> [UInt8] {
        let link = link.map { Array($0.utf8) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count + text.count / 16)
        let isWhole = text.withUnsafeBufferPointer { write($0, link: link, to: &bytes) }
        guard isWhole else { throw .linkMissing }
        return bytes
    }

    /// The mark is looked for by its colon: texts have fewer of them than of its other signs.
    ///
    /// - Returns: whether the link was there where it was needed.
    private static func write(
        _ text: UnsafeBufferPointer<UInt8>, link: [UInt8]?, to bytes: inout [UInt8]
    ) -> Bool {
        let (scheme, path) = (scheme, path)
        var rest = text[...]
        while let stop = rest.firstIndex(where: { $0 == 13 || $0 == 10 || $0 == 58 }) {
            let (before, after) = (rest[..<stop], rest[stop...])
            if rest[stop] != 58 {
                bytes.append(contentsOf: before)
                bytes.append(13)
                bytes.append(10)
                rest = after.dropFirst(after.starts(with: [13, 10]) ? 2 : 1)
            } else if after.starts(with: path), before.suffix(scheme.count).elementsEqual(scheme) {
                guard let link else { return false }
                bytes.append(contentsOf: before.dropLast(scheme.count))
                bytes.append(contentsOf: link)
                rest = after.dropFirst(path.count)
            } else {
                bytes.append(contentsOf: text[before.startIndex...stop])
                rest = after.dropFirst()
            }
        }
        bytes.append(contentsOf: rest)
        return true
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

    /// The link's mark before its colon, and from there on.
    private static let scheme = Array(Letter.linkMark.utf8.prefix { $0 != 58 })
    private static let path = Array(Letter.linkMark.utf8.drop { $0 != 58 })
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
