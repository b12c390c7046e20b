/// The name of an organisation as the words that it is made of, each the same in every language:
/// `Национальный музей Республики Казахстан` and `National Museum of Kazakhstan` have the same.
package struct OrganisationWords: Sendable, Hashable {
    /// What the words mean, each once, in the order of the alphabet; names of places and people as
    /// their consonants.
    let meanings: [String]
    /// Those of the meanings that are no word of the table: they make an organisation itself.
    let own: Set<String>
    /// The letters with which each word may begin, in any of the languages; small words are skipped.
    private let initials: [Initial]
    /// The letters of a name that is nothing but an abbreviation, such as `НМ РК`.
    let abbreviation: [UInt8]

    private struct Initial: Hashable {
        let letters: Set<UInt8>
        /// Names of countries and the like, which an abbreviation may leave out.
        let isPlace: Bool
    }

    package init(_ name: String) {
        var meanings: Set<String> = []
        var own: Set<String> = []
        var initials: [Initial] = []
        for written in name.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
            let word = NameKey.lookup(String(written))
            guard !word.isEmpty, !OrganisationTerms.small.contains(word) else { continue }
            let term = OrganisationTerms.term(of: word)
            let first = word.utf8.first.map { [$0] } ?? []
            initials.append(
                Initial(
                    letters: (term?.letters ?? []).union(first), isPlace: term?.isPlace ?? false))
            if let term {
                if term.meaning != OrganisationTerms.republic { meanings.insert(term.meaning) }
            } else {
                let name = NameKey.rough(given: [], family: NameKey.sounds(of: word))
                let key = word.count < 3 ? word : name
                meanings.insert(key)
                own.insert(key)
            }
        }
        self.meanings = meanings.sorted()
        self.own = own
        self.initials = initials
        abbreviation = Self.abbreviation(name)
    }

    var isEmpty: Bool { meanings.isEmpty }

    /// Whether this is likely the same organisation as another.
    func mayBe(_ other: OrganisationWords) -> Bool {
        resemblance(to: other).map { $0.score >= OrganisationResemblance.threshold } ?? false
    }

    /// Whether this is an abbreviation of the other name: each of its letters begins a word, in
    /// order, in one of the languages; a country at the end may be missing.
    func abbreviates(_ other: OrganisationWords) -> Bool {
        guard abbreviation.count > 1, other.abbreviation.isEmpty else { return false }
        var rest = abbreviation[...]
        for initial in other.initials {
            if let letter = rest.first, initial.letters.contains(letter) {
                rest.removeFirst()
            } else if !initial.isPlace {
                return false
            }
        }
        return rest.isEmpty
    }

    private static func abbreviation(_ name: String) -> [UInt8] {
        let words = name.split(whereSeparator: { $0.isWhitespace || $0 == "." })
        let letters = words.joined()
        guard (2...8).contains(letters.count), words.count <= 4,
            letters.allSatisfy({ $0.isLetter && $0.isUppercase })
        else { return [] }
        return letters.compactMap { NameKey.lookup(String($0)).utf8.first }
    }
}
