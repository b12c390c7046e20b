import FoundationEssentials

/// The encoded-words of RFC 2047, by which a header says what ASCII can't (MSG-6).
enum EncodedWord {
    /// The longest that an encoded-word may be, in characters (§2).
    static let limit = 75

    /// The text as words of base64, each of whole characters; the first at most `first` long, so
    /// that it fits beside the field's name.
    static func words(_ text: String, first: Int) -> [String] {
        var words: [String] = []
        var bytes: [UInt8] = []
        var room = capacity(first)
        for scalar in text.unicodeScalars {
            if bytes.count + UTF8.width(scalar) > room {
                words.append(word(bytes))
                bytes.removeAll(keepingCapacity: true)
                room = capacity(limit)
            }
            bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
        }
        return bytes.isEmpty ? words : words + [word(bytes)]
    }

    /// How many octets a word of this length can hold: never fewer than one character needs.
    private static func capacity(_ length: Int) -> Int {
        max(4, (min(length, limit) - prefix.count - suffix.count) / 4 * 3)
    }

    private static func word(_ bytes: [UInt8]) -> String {
        prefix + Data(bytes).base64EncodedString() + suffix
    }

    private static let prefix = "=?utf-8?B?"
    private static let suffix = "?="
}
