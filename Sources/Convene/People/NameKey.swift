/// A name without what people write in different ways: the form in which names are looked up and
/// held against each other. It is never shown.
package struct NameKey: Hashable, Sendable {
    /// The form itself, as `match(given:family:)` makes it.
    package let text: String

    /// The key under which spellings of one person's name meet.
    package init(_ name: PersonName) {
        text = NameKey.match(given: name.given, family: name.family)
    }

    /// What is typed to find a name, and what is looked through: `Сеитова Айгуль` and
    /// `SEITOVA  Aygul` both become `seitova aygul`.
    ///
    /// Lower case, no diacritics, no apostrophes; Cyrillic, Armenian and Georgian in the letters
    /// a–z as English-language lists write them; anything else between words is one blank. Letters
    /// of further scripts stay, in lower case. A Ye at a word's beginning becomes an e, for Ершов
    /// signs as Ershov and as Yershov.
    package static func search(_ text: String) -> String {
        var folded = Transcript()
        folded.append(text)
        return String(decoding: folded.bytes, as: UTF8.self)
    }

    /// The key under which people are found by the beginning of a name, however й and doubled
    /// letters were written: `Айгуль`, `Aigul` and `Aygul` begin alike, so do `Сеитова` and
    /// `Seyitova`.
    package static func lookup(_ text: String) -> String {
        var folded: [UInt8] = []
        for letter in search(text).utf8 {
            let plain = letter == UInt8(ascii: "y") ? UInt8(ascii: "i") : letter
            if plain != folded.last || !isLetter(plain) { folded.append(plain) }
        }
        return String(decoding: folded, as: UTF8.self)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }

    /// A coarser key, equal for the spellings of one name in Latin letters and for the name in the
    /// other script: `Юлия`, `Yulia`, `Iuliia`, `Julia`.
    ///
    /// The order of the two doesn't matter, nor do hyphens and blanks within one. That two names
    /// have one key makes them worth a second look; it doesn't make them one person.
    package static func match(given: String, family: String) -> String {
        let first = sounds(of: given)
        let second = sounds(of: family)
        let ordered = second.lexicographicallyPrecedes(first) ? [second, first] : [first, second]
        let parts = ordered.filter { !$0.isEmpty }
        return String(decoding: Array(parts.joined(separator: " ".utf8)), as: UTF8.self)
    }

    /// The sounds of a part of a name, blanks and hyphens left out.
    static func sounds(of part: String) -> [UInt8] {
        var folded = Transcript()
        folded.append(part)
        return Sounds.of(folded.bytes)
    }
}
