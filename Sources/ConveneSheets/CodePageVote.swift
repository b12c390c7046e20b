/// The finding of the code page of a text, by what its letters make of words (CSV-1).
///
/// The languages that are written in Windows-1251 have words of nothing but letters beyond ASCII;
/// those in Latin have one here and there among letters of ASCII. So each word votes: by its mixture
/// of alphabets, by the pairs of its letters, and by where its capitals stand. Which of the Latin
/// pages it is, is a vote of its own.
struct CodePageVote {
    /// The words that are looked at, which keeps the vote short for long lists.
    private static let voters = 20_000

    private var cyrillic = 0
    private var western = 0
    /// High bytes that are letters, and those that are no signs that stand in lists either: text of
    /// DOS has many.
    private var letters = 0
    private var others = 0
    /// Words of high bytes, and those of them with a capital behind a small letter: text of KOI8-R
    /// has hardly any other.
    private var oddWords = 0
    private var words = 0

    /// Nothing when the bytes make no words in any page.
    static func winner(for bytes: [UInt8]) -> CodePage? {
        var vote = CodePageVote()
        vote.count(bytes)
        let used = Set(bytes.lazy.filter { $0 >= 0x80 })
        let canBeCyrillic = used.allSatisfy { CodePage.cyrillic.scalar($0) != nil }
        if canBeCyrillic, vote.cyrillic > vote.western {
            return vote.isSoundCyrillic ? .cyrillic : nil
        }
        let latin = LatinPageVote.winner(for: Array(bytes.prefix(sample)), using: used)
        return latin ?? (canBeCyrillic && vote.isSoundCyrillic ? .cyrillic : nil)
    }

    /// As much of a text as shows its language.
    private static let sample = 1 << 20

    private var isSoundCyrillic: Bool { others * 2 <= letters && oddWords * 4 <= words }

    private mutating func count(_ bytes: [UInt8]) {
        var start = 0
        var looked = 0
        while start < bytes.count, looked < Self.voters {
            guard Self.isLetter(bytes[start]) else {
                if bytes[start] >= 0x80, !Self.signs.contains(bytes[start]) { others += 1 }
                start += 1
                continue
            }
            let end = bytes[start...].firstIndex { !Self.isLetter($0) } ?? bytes.count
            if bytes[start..<end].contains(where: { $0 >= 0x80 }) {
                count(word: bytes[start..<end])
                looked += 1
            }
            start = end
        }
    }

    private mutating func count(word: ArraySlice<UInt8>) {
        letters += word.count { $0 >= 0x80 }
        // A single letter may be и or è; ж and м stand alone in lists, æ and ì in no language.
        if let only = word.first, word.count == 1 {
            if Self.lonely.contains(only) { cyrillic += 1 }
            return
        }
        var isOdd = false
        for (left, right) in zip(word, word.dropFirst()) {
            switch (left >= 0x80, right >= 0x80) {
            case (true, true):
                isOdd = isOdd || !Self.isCapital(left) && Self.isCapital(right)
                count(pair: left, right)
            case (true, false), (false, true): western += 3
            case (false, false): break
            }
        }
        words += 1
        if isOdd { oddWords += 1 }
    }

    /// Two letters beyond ASCII side by side.
    private mutating func count(pair left: UInt8, _ right: UInt8) {
        cyrillic += Self.frequent.contains(Self.key(left, right)) ? 4 : 1
        if Self.westernPairs.contains(Self.key(left, right)) { western += 3 }
    }
}

/// What is known of the letters.
extension CodePageVote {
    private static func isLetter(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0xFF: true
        // Ё ё Є є І і Ї ї Ґ ґ Ў ў of Windows-1251.
        case 0xA8, 0xB8, 0xAA, 0xBA, 0xB2, 0xB3, 0xAF, 0xBF, 0xA5, 0xB4, 0xA1, 0xA2: true
        // Š Œ Ž š œ ž Ÿ of Windows-1252.
        case 0x8A, 0x8C, 0x8E, 0x9A, 0x9C, 0x9E, 0x9F: true
        default: false
        }
    }

    /// Quotes, dashes, №, the no-break space and the like, which mean the same in both or little.
    private static let signs: Set<UInt8> = [
        0x82, 0x84, 0x85, 0x88, 0x8B, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0x9B, 0xA0,
        0xA7, 0xA9, 0xAB, 0xAE, 0xB0, 0xB1, 0xB7, 0xB9, 0xBB,
    ]

    private static func isCapital(_ byte: UInt8) -> Bool {
        switch byte {
        case 0xC0...0xDF, 0xA8, 0xAA, 0xB2, 0xAF, 0xA5, 0xA1: true
        default: false
        }
    }

    private static let lonely: Set<UInt8> = [0xE6, 0xEC, 0xC6, 0xCC]

    private static func key(_ left: UInt8, _ right: UInt8) -> Int {
        Int(small(left)) << 8 | Int(small(right))
    }

    private static func small(_ byte: UInt8) -> UInt8 {
        switch byte {
        case 0xC0...0xDF: byte + 0x20
        case 0xA8, 0xAA: byte + 0x10
        case 0xB2: 0xB3
        case 0xAF: 0xBF
        default: byte
        }
    }

    /// The pairs of letters that are most frequent in names and in the words of lists, in Russian,
    /// Ukrainian and Belarusian.
    private static let frequent: Set<Int> = pairs(
        """
        ст но то на ен ов ни ра во ко ро не по пр ал ли ре ор ер ан ел от ла ва ом де та ол ле ин \
        ка ос ес ат ск ит ти ри те го од ет ки ми ог мо об да ар ив ия ич вн сь ев ей ий ая \
        ый ье ья ир ил им ис ам ас ай ук ур ус ак ад аб аз їв іє ів ін ії ць нк єв юк
        """, in: .cyrillic)

    /// Accented letters that do stand side by side: créée, nações, Größe in capitals.
    private static let westernPairs: Set<Int> = pairs(
        "ée éé çã çõ ãí öß üß äß äö öö üü áí íá éá óí ñó åä äå ïö ñé ñá úí", in: .western)

    private static func pairs(_ text: String, in page: CodePage) -> Set<Int> {
        let bytes = Dictionary(
            (0x80...0xFF).compactMap { byte in
                page.scalar(UInt8(byte)).map { ($0, UInt8(byte)) }
            }, uniquingKeysWith: { first, _ in first })
        let keys = text.split(separator: " ").compactMap { pair -> Int? in
            let letters = pair.unicodeScalars.compactMap { bytes[$0] }
            return letters.count == 2 ? key(letters[0], letters[1]) : nil
        }
        return Set(keys)
    }
}
