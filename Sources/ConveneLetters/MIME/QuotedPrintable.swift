/// The quoted-printable encoding of RFC 2045 §6.7, for text that is mostly ASCII (MSG-10).
enum QuotedPrintable {
    /// Encodes text whose lines end in CRLF, into lines of 76 octets at most.
    static func encoded(_ text: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count + text.count / 4)
        text.withUnsafeBufferPointer { write($0, to: &bytes) }
        return bytes
    }

    private static func write(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        var column = 0
        var index = 0
        while index < text.count {
            let run = literals(text, from: index, atMost: longestLine - column)
            if run > 0 {
                bytes.append(contentsOf: text[index..<index + run])
                column += run
                index += run
            } else if isLineEnd(text, at: index) {
                bytes.append(carriageReturn)
                bytes.append(lineFeed)
                column = 0
                index += 2
            } else if column + 3 > longestLine || isLiteral(text, at: index) {
                bytes.append(equals)
                bytes.append(carriageReturn)
                bytes.append(lineFeed)
                column = 0
            } else {
                bytes.append(equals)
                bytes.append(digit(text[index] >> 4))
                bytes.append(digit(text[index] & 15))
                column += 3
                index += 1
            }
        }
    }

    /// How many octets stand for themselves from there on; most text is copied in whole lines.
    private static func literals(
        _ text: UnsafeBufferPointer<UInt8>, from start: Int, atMost count: Int
    ) -> Int {
        let end = min(text.count, start + count)
        var index = start
        while index < end, isLiteral(text, at: index) { index += 1 }
        return index - start
    }

    private static func isLineEnd(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        text[index] == carriageReturn && index + 1 < text.count && text[index + 1] == lineFeed
    }

    /// Whether the octet stands for itself. Blanks do, except at the end of a line, where a relay
    /// may take them off.
    private static func isLiteral(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        switch text[index] {
        case equals: false
        case 33...126: true
        case 9, 32: index + 1 < text.count && !isLineEnd(text, at: index + 1)
        default: false
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }

    /// Without the sign of a soft line break, for which there is always room.
    private static var longestLine: Int { 75 }
    private static var equals: UInt8 { UInt8(ascii: "=") }
    private static var carriageReturn: UInt8 { 13 }
    private static var lineFeed: UInt8 { 10 }
}
