/// How people who are to be forgotten may be named in what others wrote.
///
/// A name is found in either script and with the endings of Russian and Ukrainian cases (`поручить
/// Сеитовой`); where given name, patronymic or their initials stand beside the family name, they go
/// with it. A family name that stands alone goes only where nobody else in the register bears it.
struct NamesToForget {
    private let names: [Name]
    private let addresses: [String]

    /// What stands in the place of a name.
    static let mark = "(forgotten)"

    /// - Parameter standsAlone: whether a family name, by its key, means nobody else.
    init(_ people: [Person], standsAlone: (String) throws -> Bool) rethrows {
        names = try people.flatMap { [$0.name] + ($0.otherName.map { [$0] } ?? []) }
            .compactMap { try Name($0, standsAlone: standsAlone) }
        addresses = people.flatMap(\.addresses).map { $0.text.lowercased() }
    }

    /// The text without them; nothing where they are not in it.
    func rewriting(_ text: String) -> String? {
        let words = TextWord.all(in: text)
        var spans = addressSpans(in: text)
        var index = 0
        while index < words.count {
            guard let span = names.lazy.compactMap({ $0.span(at: index, in: words) }).first else {
                index += 1
                continue
            }
            spans.append(
                words[span.lowerBound].range.lowerBound..<words[span.upperBound].range.upperBound)
            index = span.upperBound + 1
        }
        guard !spans.isEmpty else { return nil }
        var rest = text.startIndex
        var rewritten = ""
        for span in spans.sorted(by: { $0.lowerBound < $1.lowerBound }) where span.upperBound > rest
        {
            if span.lowerBound >= rest { rewritten += text[rest..<span.lowerBound] + Self.mark }
            rest = span.upperBound
        }
        return rewritten + text[rest...]
    }

    func areIn(_ text: String) -> Bool { rewriting(text) != nil }

    private func addressSpans(in text: String) -> [Range<String.Index>] {
        guard text.utf8.contains(UInt8(ascii: "@")) else { return [] }
        return addresses.flatMap { address in
            text.ranges(of: address) + text.lowercasedRanges(of: address)
        }
    }
}

extension NamesToForget {
    /// A name as keys of its words.
    private struct Name {
        let given: [String]
        let family: [String]
        let patronymic: [String]
        let familyStandsAlone: Bool

        init?(_ name: PersonName, standsAlone: (String) throws -> Bool) rethrows {
            func keys(_ part: String) -> [String] { TextWord.all(in: part).map(\.key) }
            given = keys(name.given)
            family = keys(name.family).isEmpty ? given : keys(name.family)
            patronymic = keys(name.patronymic)
            guard !family.isEmpty else { return nil }
            let key = family.joined(separator: " ")
            familyStandsAlone = try key.count > 3 && standsAlone(key)
        }

        /// The words from this one on, and around it, that are the name.
        func span(at index: Int, in words: [TextWord]) -> ClosedRange<Int>? {
            guard index + family.count <= words.count,
                zip(family, words[index...]).allSatisfy({ $1.isForm(of: $0) })
            else { return nil }
            let end = index + family.count - 1
            var first = index
            while first > 0, index - first < 3, words[first].isNear, isBeside(words[first - 1]) {
                first -= 1
            }
            var last = end
            while last + 1 < words.count, last - end < 3, words[last + 1].isNear,
                isBeside(words[last + 1])
            {
                last += 1
            }
            if first < index || last > end { return first...last }
            return familyStandsAlone && words[index].isCapital ? index...end : nil
        }

        /// Whether a word is a part of the rest of the name, or an initial of it.
        private func isBeside(_ word: TextWord) -> Bool {
            (given + patronymic).contains { part in
                word.isForm(of: part)
                    || word.isLetter && part.hasPrefix(word.key) && !word.key.isEmpty
            }
        }
    }
}

/// A word of a text, with the key under which names are looked up.
private struct TextWord {
    let range: Range<String.Index>
    let key: String
    /// Whether nothing but blanks, a comma or a dot is between it and the word before it.
    let isNear: Bool
    let isCapital: Bool
    /// Whether it is one letter, as an initial is.
    let isLetter: Bool

    static func all(in text: String) -> [TextWord] {
        var words: [TextWord] = []
        var start: String.Index?
        var index = text.startIndex
        func end(_ end: String.Index) {
            if let from = start {
                let gap = text[(words.last?.range.upperBound ?? text.startIndex)..<from]
                words.append(
                    TextWord(text, from..<end, isNear: gap.allSatisfy(" ,.\u{A0}".contains)))
            }
            start = nil
        }
        while index < text.endIndex {
            let next = text.index(after: index)
            if text[index] == "\\", next < text.endIndex {
                // In JSON a letter behind this is no letter of a word.
                end(index)
                index = text.index(after: next)
                continue
            }
            if text[index].isPartOfName { start = start ?? index } else { end(index) }
            index = next
        }
        end(text.endIndex)
        return words
    }

    private init(_ text: String, _ range: Range<String.Index>, isNear: Bool) {
        self.range = range
        self.isNear = isNear
        key = NameKey.lookup(String(text[range]))
        isCapital = text[range.lowerBound].isUppercase || !text[range.lowerBound].isCased
        isLetter = text.index(after: range.lowerBound) == range.upperBound
    }

    /// Whether it is this name in one of its cases.
    func isForm(of name: String) -> Bool {
        if key == name { return true }
        let stem = name.utf8.reversed().drop { "aeiou".utf8.contains($0) }.reversed()
        guard stem.count > 2, key.utf8.starts(with: stem) else { return false }
        return Self.endings.contains(
            String(decoding: key.utf8.dropFirst(stem.count), as: UTF8.self))
    }

    /// The endings of the cases of names, as keys have them.
    private static let endings: Set<String> = [
        "", "a", "u", "e", "i", "o", "oi", "ei", "oiu", "eiu", "om", "em", "im", "ia", "iu", "ie",
        "iem", "ii", "aia", "uiu", "ogo", "omu", "ego", "emu", "ovi", "evi",
    ]
}

extension Character {
    fileprivate var isPartOfName: Bool { isLetter || "'’‘ʻʼ`".contains(self) }
}

extension String {
    /// Where a text in small letters stands in this one, whatever its capitals.
    fileprivate func lowercasedRanges(of text: String) -> [Range<String.Index>] {
        let small = lowercased()
        guard small.count == count, small != self else { return [] }
        return small.ranges(of: text).map { range in
            let start = index(
                startIndex, offsetBy: small.distance(from: small.startIndex, to: range.lowerBound))
            return start..<index(start, offsetBy: text.count)
        }
    }
}
