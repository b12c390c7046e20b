/// The quoted-printable encoding of RFC 2045 §6.7, for text that is mostly ASCII (MSG-10).
enum QuotedPrintable {
    /// Encodes text whose lines end in CRLF, into lines of 76 octets at most.
    ///
    /// - Returns: nothing when it would come out longer than `limit` octets.
    static func encoded(_ text: [UInt8], limit: Int = .max) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(limit, text.count + text.count / 8))
        var column = 0
        var index = 0
        while index < text.count {
            if isLineEnd(text, at: index) {
                bytes += [carriageReturn, lineFeed]
                column = 0
                index += 2
                continue
            }
            let literal = isLiteral(text, at: index)
            if column + (literal ? 1 : 3) > 75 {
                bytes += [equals, carriageReturn, lineFeed]
                column = 0
            }
            if literal {
                bytes.append(text[index])
            } else {
                bytes += [equals, digits[Int(text[index] >> 4)], digits[Int(text[index] & 15)]]
            }
            column += literal ? 1 : 3
            index += 1
            if bytes.count > limit { return nil }
        }
        return bytes
    }

    private static func isLineEnd(_ text: [UInt8], at index: Int) -> Bool {
        text[index] == carriageReturn && index + 1 < text.count && text[index + 1] == lineFeed
    }

    /// Whether the octet stands for itself. Blanks do, except at the end of a line, where a relay
    /// may take them off.
    private static func isLiteral(_ text: [UInt8], at index: Int) -> Bool {
        switch text[index] {
        case equals: false
        case 33...126: true
        case 9, 32: index + 1 < text.count && !isLineEnd(text, at: index + 1)
        default: false
        }
    }

    private static let equals = UInt8(ascii: "=")
    private static let carriageReturn: UInt8 = 13
    private static let lineFeed: UInt8 = 10
    private static let digits = Array("0123456789ABCDEF".utf8)
}
