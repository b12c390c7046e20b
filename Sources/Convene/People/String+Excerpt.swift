extension String {
    /// What somebody wrote, as it may stand in a sentence of ours: 60 characters at most, and with
    /// nothing in it that breaks the line, turns the writing direction or can't be seen.
    var excerpt: String {
        let shown: [Character] = unicodeScalars.prefix(60).map {
            $0.isUnseen ? "\u{FFFD}" : Character($0)
        }
        let whole = unicodeScalars.dropFirst(60).isEmpty
        return "“" + String(shown) + (whole ? "”" : "…”")
    }
}

extension Unicode.Scalar {
    /// Whether this is a control, a line break, a mark of the writing direction or the like.
    var isUnseen: Bool {
        if isASCII { return value < 0x20 || value == 0x7F }
        return switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: true
        default: false
        }
    }

    /// Whether this may stand around what somebody meant without being meant: white space, and the
    /// marks of no width that spreadsheets and web pages leave behind.
    var isBlank: Bool {
        if isASCII { return value == 0x20 || (0x9...0xD).contains(value) }
        return properties.isWhitespace || value == 0x200B || value == 0x2060 || value == 0xFEFF
    }
}

extension String {
    /// The text without blanks at its ends, those of no width included.
    var withoutBlanksAround: String {
        let start = unicodeScalars.firstIndex { !$0.isBlank } ?? endIndex
        let last = unicodeScalars.lastIndex { !$0.isBlank }
        let end = last.map { unicodeScalars.index(after: $0) } ?? start
        return String(unicodeScalars[start..<end])
    }
}
