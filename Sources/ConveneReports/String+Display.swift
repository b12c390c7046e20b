extension String {
    /// The text as a terminal may show it: nothing in it moves the cursor, changes colours, breaks
    /// the line or turns the writing direction; what would is replaced by a visible sign.
    var displayed: String {
        guard unicodeScalars.contains(where: \.drivesTerminal) else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.map(\.displayed)))
    }

    /// The text in as many columns as given at most, ended by … where something is left out.
    func cut(to width: Int) -> String {
        guard DisplayWidth.of(self) > width else { return self }
        var kept = ""
        var room = width - 1
        for character in self {
            room -= DisplayWidth.of(character)
            guard room >= 0 else { break }
            kept.append(character)
        }
        return kept + "…"
    }

    /// The text with spaces up to the width, before it or after it.
    func padded(to width: Int, _ alignment: Column.Alignment) -> String {
        let spaces = String(repeating: " ", count: Swift.max(0, width - DisplayWidth.of(self)))
        return switch alignment {
        case .leading: self + spaces
        case .trailing: spaces + self
        }
    }

    /// The text without spaces at its end.
    var withoutTrailingSpaces: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}

extension Unicode.Scalar {
    /// Whether a terminal obeys it rather than shows it, or shows nothing where something is:
    /// controls, line separators, and the format characters except those that spelling needs.
    var drivesTerminal: Bool {
        // Nearly everything is a letter of a few scripts; asking for its category takes longer.
        if value < 0xA0 { return isControl }
        return switch properties.generalCategory {
        case .lineSeparator, .paragraphSeparator: true
        // The joiners of Persian, Hindi and of pictures; the plain marks of direction.
        case .format: ![0x200C, 0x200D, 0x200E, 0x200F, 0x061C].contains(value)
        default: false
        }
    }

    /// Whether it is a control character: those of ASCII and the second set, U+0080 to U+009F.
    var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }

    /// Itself, or the sign that stands for it: ␛ for the escape character.
    var displayed: Unicode.Scalar {
        guard drivesTerminal else { return self }
        switch value {
        case 0...0x1F: return Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}"
        case 0x7F: return "\u{2421}"
        default: return "\u{FFFD}"
        }
    }
}
