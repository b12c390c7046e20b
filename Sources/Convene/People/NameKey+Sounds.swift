extension NameKey {
    /// Makes one of the spellings that lists, passports and people give to one sound.
    enum Sounds {
        /// The sounds of a part of a name that is already in plain letters.
        ///
        /// A capital is a sound of several letters: C ч, J ж and дж, Q щ, S ш. Blanks go, and what
        /// is doubled is written once.
        static func of(_ plain: [UInt8]) -> [UInt8] {
            let letters = plain.filter { $0 != UInt8(ascii: " ") }
            var sounds: [UInt8] = []
            sounds.reserveCapacity(letters.count)
            var index = 0
            while index < letters.count {
                index += read(letters, at: index) { sound in
                    if sounds.last != sound { sounds.append(sound) }
                }
            }
            return sounds
        }

        /// Reads one sound and answers how many letters it took.
        private static func read(
            _ letters: [UInt8], at index: Int, into write: (UInt8) -> Void
        ) -> Int {
            switch letters[index] {
            case UInt8(ascii: "j") where isHalfVowel(letters, at: index):
                write(UInt8(ascii: "i"))
                return 1
            case UInt8(ascii: "x"):
                if isKs(letters, at: index) { write(UInt8(ascii: "k")) }
                write(isKs(letters, at: index) ? UInt8(ascii: "s") : UInt8(ascii: "h"))
                return 1
            case let letter:
                let spelling = Spelling.of(letter, in: letters, at: index)
                guard let spelling else {
                    write(letter)
                    return 1
                }
                spelling.sounds.forEach(write)
                return spelling.letters.count
            }
        }
    }
}

extension NameKey.Sounds {
    /// Whether this j is the y of Julia, Tatjana, Sergej, not the j of Jamshed and Nurjan.
    private static func isHalfVowel(_ letters: [UInt8], at index: Int) -> Bool {
        let before = index > 0 ? letters[index - 1] : nil
        let after = index + 1 < letters.count ? letters[index + 1] : nil
        guard let before else {
            return names.contains { letters.starts(with: $0) }
        }
        guard let after, isVowel(after) else { return before != UInt8(ascii: "d") }
        if letters[index...].elementsEqual("jan".utf8) { return false }
        return before == UInt8(ascii: "i") || halfVowelFollows.contains(before)
    }

    /// Whether this x is the ks of Alexey, Oxana, Maxim, not the h of Xasan, Axmedov, Muxammad.
    private static func isKs(_ letters: [UInt8], at index: Int) -> Bool {
        guard index > 0 else { return false }
        let before = letters[index - 1]
        guard index + 1 < letters.count, isVowel(letters[index + 1]) else {
            return index + 1 == letters.count && isVowel(before)
        }
        // Kazakh writes Zhaxybekov for Жаксыбеков.
        if letters[index + 1] == UInt8(ascii: "y") { return true }
        return before == UInt8(ascii: "e") || before == UInt8(ascii: "o")
            || letters.prefix(index + 2).suffix(4).elementsEqual("maxi".utf8)
    }

    private static func isVowel(_ letter: UInt8) -> Bool {
        vowels.contains(letter)
    }

    private static let vowels = Array("aeiouy".utf8)
    private static let halfVowelFollows = Array("tlsfv".utf8)
    private static let names = ["juli", "july", "juri", "jury", "jakov", "jaros"]
        .map { Array($0.utf8) }
}
