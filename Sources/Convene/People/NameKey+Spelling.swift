extension NameKey {
    /// Letters that stand for one sound, or for two.
    struct Spelling {
        let letters: [UInt8]
        let sounds: [UInt8]

        /// The longest spelling that begins with this letter and stands at this place.
        static func of(_ letter: UInt8, in letters: [UInt8], at index: Int) -> Spelling? {
            let place = Int(letter) - 97
            guard table.indices.contains(place) else { return nil }
            return table[place].first { $0.stands(in: letters, at: index) }
        }

        private func stands(in text: [UInt8], at index: Int) -> Bool {
            guard index + letters.count <= text.count else { return false }
            return letters.indices.allSatisfy { text[index + $0] == letters[$0] }
        }

        /// The spellings by their first letter, the longest first.
        private static let table: [[Spelling]] = {
            var table = [[Spelling]](repeating: [], count: 26)
            for pair in pairs.split(whereSeparator: \.isWhitespace) {
                let sides = pair.split(separator: "=").map { Array($0.utf8) }
                guard sides.count == 2, let first = sides[0].first else { continue }
                table[Int(first) - 97].append(Spelling(letters: sides[0], sounds: sides[1]))
            }
            return table.map { $0.sorted { $0.letters.count > $1.letters.count } }
        }()

        /// Sibilants first; then what is breathed; then y, i and the vowels that they soften;
        /// then endings and single letters of other countries' spelling.
        private static let pairs = """
            shch=Q scha=Qa sche=Qe schi=Qi scho=Qo schu=Qu schy=Qi sch=S sh=S
            tsch=C tch=C ch=C dzh=J dj=J zh=J j=J ts=c tz=c
            kh=h gh=g ph=f th=t ck=k q=k w=v ou=u
            y=i you=iu iye=e ije=e ye=e ie=e iyo=e yo=e
            jelen=elen jevg=evg jekat=ekat jegor=egor
            """
    }
}
