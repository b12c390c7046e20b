/// A whole name in one cell, taken apart: `Saule AKHMETOVA`, `Сеитова Айгуль Маратовна`,
/// `Petrosyan, Ani`, `Ms Gulnar Seitova`.
///
/// Nothing is guessed from the names themselves but for patronymics, which name what they are. What
/// tells family from given name is, in this order: a comma, capitals, the place of a patronymic, and
/// the order in which the list is written.
struct FullName {
    let name: PersonName
    /// What a form of address before the name says.
    let gender: Gender?

    /// The order in which a list writes whole names.
    enum Order: Sendable { case givenFirst, familyFirst }

    /// - Throws: `name.invalid` when it can't be taken apart: one word alone.
    init(_ text: String, order: Order) throws(Problem) {
        var words = text.withoutBlanksAround.split(whereSeparator: \.isWhitespace).map(String.init)
        gender = Self.title(&words)
        let parts = try Self.parts(words, order: order, of: text)
        name = try PersonName(
            given: parts.given.joined(separator: " "), family: parts.family.joined(separator: " "),
            patronymic: parts.patronymic.joined(separator: " "))
    }

    private struct Parts {
        var given: [String] = []
        var family: [String] = []
        var patronymic: [String] = []
    }

    private static func parts(
        _ words: [String], order: Order, of text: String
    ) throws(Problem) -> Parts {
        if let parts = byComma(words) ?? byCapitals(words) ?? byPatronymic(words, order) {
            guard !parts.given.isEmpty, !parts.family.isEmpty else { throw .nameInOne(text) }
            return parts
        }
        guard words.count > 1, let first = words.first, let last = words.last else {
            throw .nameInOne(text)
        }
        return switch order {
        case .familyFirst: Parts(given: Array(words.dropFirst()), family: [first])
        case .givenFirst: Parts(given: Array(words.dropLast()), family: [last])
        }
    }

    /// `Petrosyan, Ani`.
    private static func byComma(_ words: [String]) -> Parts? {
        guard let comma = words.firstIndex(where: { $0.hasSuffix(",") }), comma < words.count - 1
        else { return nil }
        let family = words[...comma].map { $0.hasSuffix(",") ? String($0.dropLast()) : $0 }
        return split(Array(words[(comma + 1)...]), family: family)
    }

    /// `Saule AKHMETOVA`: the family name alone is in capitals.
    private static func byCapitals(_ words: [String]) -> Parts? {
        let capitals = words.map(\.isInCapitals)
        guard capitals.contains(true), capitals.contains(false),
            let first = capitals.firstIndex(of: true), let last = capitals.lastIndex(of: true),
            capitals[first...last].allSatisfy({ $0 }), first == 0 || last == words.count - 1
        else { return nil }
        let rest = Array(words[..<first] + words[(last + 1)...])
        return split(rest, family: Array(words[first...last]))
    }

    /// `Сеитова Айгуль Маратовна` and `Айгуль Маратовна Сеитова`: a patronymic stands behind the
    /// given name, and the family name before the one or behind the other.
    private static func byPatronymic(_ words: [String], _ order: Order) -> Parts? {
        guard let found = patronymic(in: words) else { return nil }
        let (before, after) = (Array(words[..<found.lowerBound]), Array(words[found.upperBound...]))
        let father = Array(words[found])
        if !after.isEmpty { return Parts(given: before, family: after, patronymic: father) }
        guard before.count > 1 else { return nil }
        return order == .familyFirst || before.count == 2
            ? Parts(given: Array(before.dropFirst()), family: [before[0]], patronymic: father)
            : Parts(
                given: Array(before.dropLast()), family: [before[before.count - 1]],
                patronymic: father)
    }

    /// The rest of a name whose family name is known.
    private static func split(_ rest: [String], family: [String]) -> Parts {
        guard let found = patronymic(in: rest, beside: family), found.lowerBound > 0 else {
            return Parts(given: rest, family: family)
        }
        return Parts(
            given: rest.indices.filter { !found.contains($0) }.map { rest[$0] }, family: family,
            patronymic: Array(rest[found]))
    }

    /// Where the patronymic stands: a word with its ending, or two such as `Али оглы`.
    private static func patronymic(in words: [String], beside family: [String] = []) -> Range<
        Int
    >? {
        for (index, word) in words.enumerated().dropFirst() {
            let key = NameKey.search(word)
            if fatherWords.contains(key), index + family.count > 1 { return index - 1..<index + 1 }
            let isOne = fatherEndings.contains {
                key.hasSuffix($0) && key.utf8.count > $0.utf8.count + 2
            }
            // A family name ends so as well: Petrovich alone behind one word is one.
            if isOne, words.count + family.count > 2 { return index..<index + 1 }
        }
        return nil
    }

    private static let fatherWords: Set = [
        "ogly", "oglu", "oghly", "ogli", "ugli", "uly", "uulu", "kyzy", "kizi", "qizi", "gyzy",
        "kiziy", "kizy",
    ]
    private static let fatherEndings = [
        "ovich", "evich", "ovna", "evna", "ichna", "ivna", "iyivna", "yovych", "ovych", "evych",
        "avich", "avna", "euna", "auna", "ovic", "uly", "uulu", "kyzy", "kizi", "qizi",
    ]

    /// Takes a form of address off the beginning; titles of learning are no part of a name either.
    private static func title(_ words: inout [String]) -> Gender? {
        var gender: Gender?
        while words.count > 1, let first = words.first {
            let key = NameKey.search(first)
            if let said = Title.meanings[key] {
                gender = gender ?? said
            } else if !Title.learned.contains(key) {
                break
            }
            words.removeFirst()
        }
        return gender
    }
}

/// Forms of address, which say a gender, and titles of learning, which say none.
enum Title {
    static let meanings = Wording.meanings(of: [
        (Gender.female, "ms; mrs; miss; madam; г-жа; гжа; госпожа; пані; mme; madame; mlle"),
        (.male, "mr; mister; sir; г-н; гн; господин; пан; monsieur"),
        (.other, "mx"),
    ])

    static let learned: Set = [
        "dr", "prof", "professor", "doctor", "phd", "h e", "d r", "prof-r", "akademik",
    ]

    /// The gender that a column of titles says, or nothing for a title of learning.
    ///
    /// - Throws: `gender.unknown` where it is neither.
    static func gender(_ text: String) throws(Problem) -> Gender? {
        var gender: Gender?
        for word in text.split(whereSeparator: { $0.isWhitespace || $0 == "/" }) {
            let key = NameKey.search(String(word))
            if let said = meanings[key] {
                gender = said
            } else if !learned.contains(key) {
                return try Gender.reading(text)
            }
        }
        return gender
    }
}

extension String {
    /// Whether each letter is a capital, and there are two at least: an initial is none.
    fileprivate var isInCapitals: Bool {
        let letters = unicodeScalars.filter(\.properties.isAlphabetic)
        return letters.count > 1 && letters.allSatisfy { !$0.properties.isLowercase }
    }
}

extension Problem {
    static func nameInOne(_ text: String) -> Problem {
        Problem(
            .nameInvalid,
            "\(text.excerpt) is not a given and a family name: write both, as “Aigul SEITOVA” or"
                + " “Seitova, Aigul”.")
    }
}
