extension Term {
    /// Characters that belong together: digits, the letters of a word, or one sign.
    enum Run: Equatable {
        case digits(String)
        case word(String)
        case sign(Character)

        static func all(in text: String) -> [Run] {
            var runs: [Run] = []
            var rest = Substring(text)
            while let character = rest.first {
                switch character {
                case "0"..."9":
                    let digits = rest.prefix { ("0"..."9").contains($0) }
                    runs.append(.digits(String(digits)))
                    rest = rest.dropFirst(digits.count)
                case _ where character.isLetter:
                    let word = rest.prefix(while: \.isLetter)
                    runs.append(.word(String(word)))
                    rest = rest.dropFirst(word.count)
                default:
                    if !character.isWhitespace { runs.append(.sign(plain(character))) }
                    rest = rest.dropFirst()
                }
            }
            return runs
        }

        /// The hyphen for every dash that a word processor may have made of it.
        private static func plain(_ sign: Character) -> Character {
            switch sign {
            case "‐", "‑", "‒", "–", "—", "―", "−": "-"
            case "…": "/"
            default: sign
            }
        }
    }
}
