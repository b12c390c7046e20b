/// How many columns of a terminal a text fills.
///
/// By Unicode's East Asian Width (UAX #11): wide and full-width characters fill two, marks that
/// combine with the letter before them none, everything else one. Ambiguous ones count one, as
/// terminals outside East Asia show them.
enum DisplayWidth {
    static func of(_ text: String) -> Int {
        if isPlain(text) { return text.utf8.count }
        return text.reduce(0) { $0 + of($1) }
    }

    static func of(_ character: Character) -> Int {
        let scalars = character.unicodeScalars
        if isEmoji(scalars) { return 2 }
        return scalars.reduce(0) { $0 + of($1) }
    }

    static func of(_ scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x300 { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        if joinsSyllable(scalar) { return 0 }
        return isWide(scalar) ? 2 : 1
    }

    /// Whether all of it is visible ASCII, which nearly every cell is.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
    }

    /// Whether several scalars make up one picture: a family, a flag's letters, a heart in colour.
    private static func isEmoji(_ scalars: Character.UnicodeScalarView) -> Bool {
        guard let first = scalars.first, first.value > 0x7F, scalars.count > 1 else { return false }
        return first.properties.isEmojiPresentation
            || first.properties.isEmoji && scalars.contains { $0.value == 0xFE0F }
    }

    /// The vowels and final consonants of Hangul, which share the cell of the first consonant.
    private static func joinsSyllable(_ scalar: Unicode.Scalar) -> Bool {
        (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FF).contains(scalar.value)
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= 0x1100 else { return false }
        return scalar.properties.isEmojiPresentation
            || wide.contains { $0.contains(scalar.value) }
    }

    /// The blocks of EastAsianWidth.txt with the values W and F, common ones first; pictures apart.
    private static let wide: [ClosedRange<UInt32>] = [
        0x4E00...0x9FFF, 0xAC00...0xD7A3, 0x3041...0x33FF, 0x2E80...0x303E, 0xFF01...0xFF60,
        0x3400...0x4DBF, 0x1100...0x115F, 0xA000...0xA4CF, 0xF900...0xFAFF, 0xFFE0...0xFFE6,
        0xFE30...0xFE6F, 0xFE10...0xFE19, 0x2329...0x232A, 0xA960...0xA97C, 0x20000...0x3FFFD,
        0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1D300...0x1D376, 0x1F200...0x1F265,
    ]
}
