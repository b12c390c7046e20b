/// Whether bytes are UTF-8, and where they cease to be.
enum UTF8Check {
    static func isValid(_ bytes: [UInt8]) -> Bool { firstInvalid(in: bytes) == nil }

    /// The first byte that is no part of a character in UTF-8.
    static func firstInvalid(in bytes: [UInt8]) -> Int? {
        do {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch { return error.byteOffsets.lowerBound }
    }

    /// A place in a text, as an editor shows it.
    struct Place: Equatable {
        /// Both are counted from 1.
        let line: Int
        let character: Int

        /// Counts a byte that is no part of a character as one.
        init(of index: Int, in bytes: [UInt8]) {
            var (line, start) = (1, 0)
            for position in 0..<index {
                let isPair = bytes[position] == .carriageReturn && bytes[position + 1] == .lineFeed
                if bytes[position] == .lineFeed || bytes[position] == .carriageReturn && !isPair {
                    (line, start) = (line + 1, position + 1)
                }
            }
            self.line = line
            character = bytes[start..<index].count { $0 & 0xC0 != 0x80 } + 1
        }
    }

    /// Where a text that is not UTF-8 changes between UTF-8 and a code page, if it does.
    ///
    /// Three characters of UTF-8 on a line that is valid are no accident of a code page: it would
    /// have to be three capitals, each followed by a sign such as № or °.
    static func mixture(in bytes: [UInt8]) -> Place? {
        var first: (isUTF8: Bool, start: Int)?
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: .lineFeed) ?? bytes.count
            if let isUTF8 = verdict(bytes[start..<end]) {
                if let first, first.isUTF8 != isUTF8 {
                    return Place(of: firstForeign(bytes, start..<end, isUTF8: isUTF8), in: bytes)
                }
                first = first ?? (isUTF8, start)
            }
            start = end + 1
        }
        return nil
    }

    /// Whether a line is surely UTF-8 or surely not; nothing when it may be either.
    private static func verdict(_ line: ArraySlice<UInt8>) -> Bool? {
        guard let high = line.firstIndex(where: { $0 >= 0x80 }) else { return nil }
        guard String(validating: line[high...], as: UTF8.self) != nil else { return false }
        return line[high...].count { $0 >= 0xC0 } >= 3 ? true : nil
    }

    /// The first byte of a line that is not as the lines before.
    private static func firstForeign(
        _ bytes: [UInt8], _ line: Range<Int>, isUTF8: Bool
    ) -> Int {
        let high = bytes[line].firstIndex { $0 >= 0x80 } ?? line.lowerBound
        guard !isUTF8 else { return high }
        var index = high
        while index < line.upperBound {
            let length = max(1, (~bytes[index]).leadingZeroBitCount)
            let next = min(index + length, line.upperBound)
            guard String(validating: bytes[index..<next], as: UTF8.self) != nil else {
                return index
            }
            index = next
        }
        return high
    }
}
