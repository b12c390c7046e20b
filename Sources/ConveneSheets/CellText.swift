/// How the bytes of a cell become its text (CSV-4, CSV-11).
enum CellText {
    /// The most bytes that are kept of a cell that is too long.
    static let most = 4 * SheetLimit.characters + 4

    /// A part of a text in UTF-8 that begins and ends between characters, and what is known of it.
    struct Stretch {
        var range: Range<Int>
        /// Whether an apostrophe may stand in it.
        var mayBeGuarded = true
    }

    /// The text without the blanks at its ends and without the guards against formulas.
    ///
    /// - Parameter bytes: Valid UTF-8.
    static func text(_ bytes: Span<UInt8>, _ stretch: Stretch) -> String {
        text(bytes, stretch) { string($0) }
    }

    /// - Parameter make: Makes the text of the bytes that are left; nothing is taken off any more.
    static func text(
        _ bytes: Span<UInt8>, _ stretch: Stretch, making make: (Span<UInt8>) -> String
    ) -> String {
        let content = bytes.extracting(trimmed(bytes, stretch.range))
        guard stretch.mayBeGuarded, content.indices.contains(where: { content[$0] == .apostrophe })
        else { return make(content) }
        let plain = FormulaGuard.removed(from: content)
        return make(plain.span.extracting(trimmed(plain.span, plain.indices)))
    }

    /// The bytes were found to be UTF-8 when the file was opened, and are not looked at once more.
    static func string(_ bytes: Span<UInt8>) -> String {
        String(copying: UTF8Span(unchecked: bytes, isKnownASCII: bytes.isASCII))
    }

    /// The text of a cell of a workbook, in which a character that XML can't hold is written
    /// `_x000D_` (ECMA-376 part 1, 22.4.2.4).
    static func text(unescaped text: String) -> String {
        let bytes = Array(text.utf8)
        let isPlain = !bytes.contains(.apostrophe) && !bytes.contains(UInt8(ascii: "_"))
        if isPlain, trimmed(bytes.span, bytes.indices) == bytes.indices { return text }
        let whole = Array(unescaped(text).utf8)
        return self.text(whole.span, Stretch(range: whole.indices))
    }

    private static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
        return text.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
            UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? "\u{FFFD}"
        }
    }

    /// The range without spaces, no-break spaces and zero-width characters at both ends.
    static func trimmed(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        guard start < end, mayBeBlank(bytes[start]) || mayBeBlank(lastLead(bytes, range)) else {
            return range
        }
        while start < end {
            let length = blankLength(bytes, at: start, before: end)
            guard length > 0 else { break }
            start += length
        }
        while start < end {
            let length = lastBlankLength(bytes, from: start, before: end)
            guard length > 0 else { break }
            end -= length
        }
        return start..<end
    }

    /// The beginning of a text that may be long, for a fault.
    static func excerpt(_ text: some StringProtocol) -> String {
        let limit = 60
        let start = text.unicodeScalars.prefix(limit + 1)
        guard start.count > limit else { return String(text) }
        return String(String.UnicodeScalarView(start.dropLast())) + "…"
    }

    /// Whether a blank character can begin with this byte.
    private static func mayBeBlank(_ lead: UInt8) -> Bool {
        lead <= .space || lead == 0xC2 || lead == 0xE2 || lead == 0xE3 || lead == 0xEF
    }

    /// The byte that the last character of at most three bytes begins with.
    private static func lastLead(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt8 {
        let last = range.upperBound - 1
        if bytes[last] < 0x80 || last == range.lowerBound { return bytes[last] }
        if bytes[last - 1] >= 0xC0 || last - 1 == range.lowerBound { return bytes[last - 1] }
        return bytes[last - 2]
    }

    /// The length in bytes of the blank character that begins here, or 0.
    private static func blankLength(_ bytes: Span<UInt8>, at index: Int, before end: Int) -> Int {
        let first = bytes[index]
        if first <= .space { return 1 }
        guard first >= 0xC2, index + 1 < end else { return 0 }
        let second = bytes[index + 1]
        if first == 0xC2 { return second == 0xA0 ? 2 : 0 }
        guard index + 2 < end else { return 0 }
        return isBlank(first, second, bytes[index + 2]) ? 3 : 0
    }

    private static func lastBlankLength(_ bytes: Span<UInt8>, from start: Int, before end: Int)
        -> Int
    {
        let last = bytes[end - 1]
        if last <= .space { return 1 }
        guard last >= 0x80 else { return 0 }
        for length in 2...3 where end - length >= start {
            if blankLength(bytes, at: end - length, before: end) == length { return length }
        }
        return 0
    }

    /// The blanks of three bytes in UTF-8: spaces of other widths, characters of no width, and the
    /// marks of direction that come with what is copied from an address book.
    private static func isBlank(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        switch (first, second, third) {
        case (0xE2, 0x80, 0x80...0x8F): true  // U+2000 to U+200F
        case (0xE2, 0x80, 0xA8...0xAF): true  // U+2028 to U+202F
        case (0xE2, 0x81, 0x9F...0xA9): true  // U+205F to U+2069
        case (0xE3, 0x80, 0x80): true  // U+3000
        case (0xEF, 0xBB, 0xBF): true  // U+FEFF
        default: false
        }
    }
}
