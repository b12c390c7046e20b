extension NameKey {
    /// What each letter becomes in a–z: a table by scalar, so that no name waits for ICU.
    ///
    /// An entry holds up to four ASCII letters, the first in the lowest byte, or one of the signs
    /// below, none of which is a letter.
    enum Letters {
        static let unknown: UInt32 = 0
        static let nothing: UInt32 = 1
        static let gap: UInt32 = 2
        static let contextual: UInt32 = 3

        static func plain(_ scalar: Unicode.Scalar) -> UInt32 {
            let value = Int(scalar.value)
            return value < table.count ? table[value] : unknown
        }

        /// Up to U+2033, the last of the signs that are typed for an apostrophe.
        private static let table: [UInt32] = {
            var table = [UInt32](repeating: unknown, count: 0x2034)
            for value in 0..<128 { table[value] = ascii(UInt8(value)) }
            for value in 0x300...0x36F { table[value] = nothing }
            for (plain, letters) in latin { enter(letters, as: plain, in: &table) }
            for row in cyrillic + armenian + georgian {
                let parts = row.split(separator: " ")
                for pair in parts { enter(pair, in: &table) }
            }
            for mark in apostrophes.unicodeScalars { table[Int(mark.value)] = nothing }
            for letter in "ЎўՈոՒւ".unicodeScalars { table[Int(letter.value)] = contextual }
            return table
        }()

        private static func ascii(_ byte: UInt8) -> UInt32 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte) + 32
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                UInt32(byte)
            default: gap
            }
        }

        /// Enters a pair such as `щ=shch`; `ь=` is dropped from names.
        private static func enter(_ pair: Substring, in table: inout [UInt32]) {
            let sides = pair.split(separator: "=", omittingEmptySubsequences: false)
            guard sides.count == 2 else { return }
            enter(String(sides[0]), as: String(sides[1]), in: &table)
        }

        private static func enter(
            _ letters: String, as plain: String, in table: inout [UInt32]
        ) {
            let packed = plain.utf8.reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            let entry = plain.isEmpty ? nothing : packed
            for letter in letters.unicodeScalars {
                table[Int(letter.value)] = entry
                let upper = letter.properties.uppercaseMapping.unicodeScalars
                if upper.count == 1, let capital = upper.first, Int(capital.value) < table.count {
                    table[Int(capital.value)] = entry
                }
            }
        }

        private static let apostrophes = "'`´¨ªº·ʹʺʻʼʽʾʿˈˊˋ՚\u{2018}\u{2019}\u{201B}\u{2032}"
    }
}
