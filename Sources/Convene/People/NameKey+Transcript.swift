extension NameKey {
    /// A text on its way into plain letters, a scalar at a time.
    struct Transcript {
        /// UTF-8; of the scripts that are transcribed, only a–z, 0–9 and single blanks.
        private(set) var bytes: [UInt8] = []
        private var previous: UInt32 = 0
        private var wordStart = 0
        /// Whether the last Armenian ո began its word.
        private var beganWord = false

        mutating func append(_ text: String) {
            bytes.reserveCapacity(bytes.count + text.utf8.count * 2)
            for scalar in text.unicodeScalars { append(scalar) }
            shortenYe()
            if bytes.last == blank { bytes.removeLast() }
        }

        private mutating func append(_ scalar: Unicode.Scalar) {
            switch Letters.plain(scalar) {
            case Letters.unknown: appendUntranscribed(scalar)
            case Letters.nothing: appendMark(scalar.value)
            case Letters.gap: endWord()
            case Letters.contextual: appendByContext(scalar.value)
            case let plain: append(packed: plain)
            }
            previous = scalar.value
        }

        private mutating func append(packed: UInt32) {
            var rest = packed
            while rest > 0 {
                bytes.append(UInt8(truncatingIfNeeded: rest))
                rest >>= 8
            }
        }

        private mutating func appendUntranscribed(_ scalar: Unicode.Scalar) {
            guard scalar.isPartOfWord else { return endWord() }
            bytes += scalar.properties.lowercaseMapping.utf8
        }

        /// й may come as и with a breve.
        private mutating func appendMark(_ mark: UInt32) {
            guard mark == 0x306, previous == 0x438 || previous == 0x418 else { return }
            bytes[bytes.count - 1] = UInt8(ascii: "y")
        }

        /// The letters that sound by where they stand.
        private mutating func appendByContext(_ scalar: UInt32) {
            switch scalar {
            case 0x40E, 0x45E:
                // ў is a u behind a vowel, as in Belarusian, and elsewhere the Uzbek o‘.
                bytes.append(
                    bytes.last.map(isVowel) == true ? UInt8(ascii: "u") : UInt8(ascii: "o"))
            case 0x548, 0x578:
                // The Armenian ո is vo at the beginning of a word.
                beganWord = isAtWordStart
                if beganWord { bytes.append(UInt8(ascii: "v")) }
                bytes.append(UInt8(ascii: "o"))
            default:
                // The Armenian ւ makes the ո before it a u.
                guard previous == 0x548 || previous == 0x578 else { return }
                bytes.removeLast(beganWord ? 2 : 1)
                bytes.append(UInt8(ascii: "u"))
            }
        }

        private mutating func endWord() {
            guard !bytes.isEmpty, bytes.last != blank else { return }
            shortenYe()
            bytes.append(blank)
            wordStart = bytes.count
        }

        private mutating func shortenYe() {
            guard bytes.count > wordStart + 1, bytes[wordStart] == UInt8(ascii: "y"),
                bytes[wordStart + 1] == UInt8(ascii: "e")
            else { return }
            bytes.remove(at: wordStart)
        }

        private var isAtWordStart: Bool { bytes.count == wordStart }
    }
}

private let blank = UInt8(ascii: " ")

private func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
        UInt8(ascii: "u"), UInt8(ascii: "y"):
        true
    default: false
    }
}

extension Unicode.Scalar {
    fileprivate var isPartOfWord: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .nonspacingMark, .spacingMark:
            true
        default: false
        }
    }
}
