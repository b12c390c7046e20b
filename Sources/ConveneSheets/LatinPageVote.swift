import Convene

/// The finding of the Latin code page of a text, by the letters that its languages have (CSV-1).
///
/// The same byte is `è` in Windows-1252 and `č` in Windows-1250. A list is mostly in one language, so
/// each language is held against all letters beyond ASCII: those that it has speak for it, others
/// against it, and vowels and consonants take turns in words. Where that says nothing, or both
/// readings are the same, it is Windows-1252.
struct LatinPageVote {
    /// A letter beyond ASCII between its neighbours, each a small letter or none.
    private struct Place: Hashable {
        let left: UInt8
        let byte: UInt8
        let right: UInt8
    }

    /// How often each letter stands where.
    private var places: [Place: Int] = [:]

    private init(_ bytes: [UInt8]) {
        let text = bytes.span
        for index in text.indices where text[index] >= 0x80 {
            let left = index > 0 ? Self.letter(text[index - 1]) : Self.none
            let right = index + 1 < text.count ? Self.letter(text[index + 1]) : Self.none
            places[Place(left: left, byte: text[index], right: right), default: 0] += 1
        }
    }

    /// Nothing when the bytes make no words in any of the pages.
    ///
    /// - Parameter bytes: A part of the text is enough.
    /// - Parameter used: The bytes that stand anywhere in the text.
    static func winner(for bytes: [UInt8], using used: Set<UInt8>) -> CodePage? {
        let vote = LatinPageVote(bytes)
        var best: (page: CodePage, score: Int)?
        for tongue in Tongue.all where used.allSatisfy({ tongue.page.scalar($0) != nil }) {
            let score = vote.score(of: tongue)
            if score > best?.score ?? -1 { best = (tongue.page, score) }
        }
        guard let best else { return nil }
        let isSame = used.allSatisfy { best.page.scalar($0) == CodePage.western.scalar($0) }
        return isSame ? .western : best.page
    }

    private func score(of tongue: Tongue) -> Int {
        places.reduce(0) { $0 + $1.value * Self.weight(of: $1.key, in: tongue) }
    }

    private static func weight(of place: Place, in tongue: Tongue) -> Int {
        guard let scalar = tongue.page.scalar(place.byte) else { return -4 }
        guard scalar.properties.isAlphabetic, !ordinals.contains(scalar) else {
            return weight(ofSign: scalar, at: place)
        }
        guard tongue.letters.contains(scalar) else { return -4 }
        let isVowel = !consonants.contains(scalar)
        let neighbours = [place.left, place.right].filter { $0 != none && $0 < 0x80 }
        return tongue.weight
            + neighbours.reduce(0) { $0 + (vowels.contains($1) == isVowel ? -1 : 1) }
    }

    /// A sign within a word, or one that begins it, is a letter of another page.
    private static func weight(ofSign sign: Unicode.Scalar, at place: Place) -> Int {
        guard place.right != none, !punctuation.contains(sign) else { return 0 }
        if place.left != none { return -4 }
        return openers.contains(sign) ? 0 : -2
    }
}

/// What is known of letters and signs.
extension LatinPageVote {
    /// A small letter of ASCII, the byte itself beyond ASCII, or none.
    private static func letter(_ byte: UInt8) -> UInt8 {
        switch byte {
        case 0x41...0x5A: byte | 0x20
        case 0x61...0x7A: byte
        // Quotes, dashes and the no-break space end a word in each of the pages.
        case 0x82, 0x84, 0x85, 0x91...0x97, 0xA0, 0xAB, 0xBB: none
        default: byte >= 0x80 ? byte : none
        }
    }

    private static let none: UInt8 = 0
    private static let vowels = Set("aeiouy".utf8)
    private static let consonants = both("çčćďđðğĺľłñńňřŕśšşťţþźžżß")
    private static let punctuation = Set("‚„…‹‘’“”•–—™›\u{A0}§©«\u{AD}®°·»".unicodeScalars)
    private static let openers = Set("¿¡".unicodeScalars)
    /// Of nº and 1ª; Unicode counts them among the letters.
    private static let ordinals = Set("ªº".unicodeScalars)

    fileprivate static func both(_ letters: String) -> Set<Unicode.Scalar> {
        Set((letters + letters.uppercased()).unicodeScalars)
    }
}

/// A language, or several, with the code page that it is written in and its letters beyond ASCII.
private struct Tongue {
    let page: CodePage
    let letters: Set<Unicode.Scalar>
    /// What a letter of it says for it.
    let weight: Int

    private init(_ page: CodePage, _ letters: String) {
        self.page = page
        self.letters = LatinPageVote.both(letters)
        weight = 4
    }

    /// All languages of a page at once, for lists of people from several countries.
    private init(all page: CodePage) {
        self.page = page
        letters = Set((0x80...0xFF).compactMap { page.scalar($0) })
        weight = 3
    }

    /// Where two fit equally well, the first is taken.
    static let all: [Tongue] =
        [
            "àâæçéèêëïîôœùûüÿ", "äöüß", "áéíñóúü", "áâãàçéêíóôõúü", "àèéìíòóùú", "åäöé", "æøåéö",
            "äöõüšž", "éèëïöüá",
        ].map { Tongue(.western, $0) } + [Tongue(all: .western)]
        + [Tongue(.turkish, "çğıİöşüâîû")]
        + [
            "ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "ăâîşţ", "čćđšž",
        ].map { Tongue(.centralEuropean, $0) } + [Tongue(all: .centralEuropean)]
        + [Tongue(.western, "áðéíóúýþæö")]
}
