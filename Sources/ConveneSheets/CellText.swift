/// How the bytes of a cell become its text (CSV-4, CSV-11).
enum CellText {
    /// The text without the blanks at its ends and without the guard against formulas.
    ///
    /// - Parameter bytes: Valid UTF-8, and the range begins and ends between characters.
    static func text(_ bytes: [UInt8], _ range: Range<Int>) -> String {
        var range = trimmed(bytes, range)
        if isGuarded(bytes, range) { range = trimmed(bytes, range.dropFirst()) }
        return String(decoding: bytes[range], as: UTF8.self)
    }

    /// The range without spaces, no-break spaces and zero-width characters at both ends.
    static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
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

    /// Whether an apostrophe keeps a spreadsheet from taking the cell for a formula, as our own
    /// exports write it.
    private static func isGuarded(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        guard range.count > 1, bytes[range.lowerBound] == .apostrophe else { return false }
        return formulaSigns.contains { bytes[range].dropFirst().starts(with: $0) }
    }

    /// The full-width ones count: spreadsheets fold them.
    private static let formulaSigns = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]
        .map { Array($0.utf8) }

    /// The length in bytes of the blank character that begins here, or 0.
    private static func blankLength(_ bytes: [UInt8], at index: Int, before end: Int) -> Int {
        let first = bytes[index]
        if first <= .space { return 1 }
        guard first >= 0xC2, index + 1 < end else { return 0 }
        let second = bytes[index + 1]
        if first == 0xC2 { return second == 0xA0 ? 2 : 0 }
        guard index + 2 < end else { return 0 }
        return isBlank(first, second, bytes[index + 2]) ? 3 : 0
    }

    private static func lastBlankLength(_ bytes: [UInt8], from start: Int, before end: Int) -> Int {
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
