extension String {
    /// The text on one line: control characters and line breaks become blanks, blanks become one,
    /// and none is left at the ends (MSG-5).
    var onOneLine: String {
        if isSurelyOnOneLine { return self }
        var line = String.UnicodeScalarView()
        var blank = false
        for scalar in unicodeScalars {
            if scalar == " " || scalar.breaksLine {
                blank = true
                continue
            }
            if blank, !line.isEmpty { line.append(" ") }
            blank = false
            line.append(scalar)
        }
        return String(line)
    }

    /// The text with some characters replaced; nothing says that one stays. What stays between two
    /// that go is copied in one piece.
    func replacingScalars(_ replacement: (Unicode.Scalar) -> String?) -> String {
        var text = ""
        var start = startIndex
        for index in unicodeScalars.indices {
            guard let new = replacement(unicodeScalars[index]) else { continue }
            text += self[start..<index]
            text += new
            start = unicodeScalars.index(after: index)
        }
        return start == startIndex ? self : text + self[start...]
    }

    /// A quick look at the octets, which says yes for nearly every name: no control character, no
    /// two blanks together or at an end, and none of the octets that longer separators begin with.
    private var isSurelyOnOneLine: Bool {
        var blank = true
        for byte in utf8 {
            if byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2 { return false }
            if byte == 0x20, blank { return false }
            blank = byte == 0x20
        }
        return !blank
    }
}

extension Substring {
    /// The lines, which end in a line feed; empty ones too.
    var lines: [Substring] {
        utf8.split(separator: 10, omittingEmptySubsequences: false).map(Substring.init)
    }
}

extension StringProtocol {
    /// The text without blanks and tabs at its ends.
    var trimmed: String {
        var rest = Substring(self).utf8
        while let first = rest.first, first == 32 || first == 9 { rest.removeFirst() }
        while let last = rest.last, last == 32 || last == 9 { rest.removeLast() }
        return String(Substring(rest))
    }
}

extension Unicode.Scalar {
    /// A control character, or a separator of lines or paragraphs.
    var breaksLine: Bool {
        value < 0x20 || (0x7F...0x9F).contains(value) || value == 0x2028 || value == 0x2029
    }
}
