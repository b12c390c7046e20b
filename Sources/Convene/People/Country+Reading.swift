extension Country {
    /// The country that somebody means who writes a code of two or three letters, or a name in any
    /// language that CLDR knows, an official, a former or a colloquial one: `kz`, `KAZ`,
    /// `Республика Казахстан`, `Киргизия`, `UK`.
    ///
    /// - Throws: `country.unknown`, with the names that are spelled nearly so.
    package static func reading(_ text: String) throws(Problem) -> Country {
        let written = text.withoutBlanksAround
        if let country = Country(code: written) { return country }
        guard written.utf8.count <= 200 else { throw .countryUnknown(written, near: []) }
        if let country = byAlpha3[written.uppercased()] { return country }
        let words = words(of: written)
        if let entry = Names.usual.entries[words.joined()] { return entry.country }
        let forms = [words, words.withoutStatehood, wordsOutsideBrackets(of: written)]
            .map { $0.joined() }.filter { !$0.isEmpty }
        // One collection after the other, for each is slower to make than the one before.
        for names in [{ Names.usual }, { Names.regional }, { Names.every }] {
            let known = names()
            for form in forms {
                if let entry = known.entries[form] { return entry.country }
            }
        }
        throw .countryUnknown(written, near: forms.first.map(namesNear) ?? [])
    }

    /// A name in the form in which names are compared.
    static func key(of name: String) -> String { words(of: name).joined() }

    private static let byAlpha3: [String: Country] = Dictionary(
        uniqueKeysWithValues: Region.members.compactMap { member in
            Country(code: member.code).map { (member.alpha3, $0) }
        })

    /// The words in plain letters, without those that are left out as often as not.
    private static func words(of name: String) -> [String] {
        // An apostrophe parts d’Arménie, and joins nothing that isn't joined again later.
        let parts = name.unicodeScalars.split { "'’‘`".unicodeScalars.contains($0) }
        let parted = parts.map { String($0) }.joined(separator: " ")
        return NameKey.search(parted).split(separator: " ").map {
            $0 == "st" ? "saint" : String($0)
        }
        .filter { !smallWords.contains($0) }
    }

    /// `Iran (Islamic Republic of)` without what stands in brackets.
    private static func wordsOutsideBrackets(of name: String) -> [String] {
        name.contains("(") ? words(of: String(name.prefix { $0 != "(" })) : []
    }

    private static let smallWords: Set = [
        "and", "the", "of", "i", "et", "de", "du", "des", "d", "la", "le", "l",
    ]
}

extension [String] {
    /// `Republic of Moldova` and `Moldova, Republic of` without the republic.
    fileprivate var withoutStatehood: [String] {
        let name = drop { Country.statehood.contains($0) }
        return Array(name.reversed().drop { Country.statehood.contains($0) }.reversed())
    }
}

extension Country {
    fileprivate static let statehood: Set = [
        "republic", "kingdom", "state", "sultanate", "principality", "islamic", "respublika",
        "korolevstvo", "gosudarstvo", "knyazhestvo", "islamskaya", "republique", "royaume", "etat",
        "principaute", "islamique",
    ]
}

extension Problem {
    static func countryUnknown(_ text: String, near names: [String]) -> Problem {
        let subject =
            text.isEmpty
            ? "There is no country" : "\(text.excerpt) is no country that the register knows"
        let offer = names.isEmpty ? "" : " Is \(names.joined(separator: " or ")) meant?"
        return Problem(
            .countryUnknown,
            "\(subject): write its name, or its code of ISO 3166-1, such as Kazakhstan or KZ.\(offer)"
        )
    }
}
