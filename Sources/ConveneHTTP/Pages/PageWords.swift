package import Convene

/// The words of the pages in one language: `key = text` lines, as in the words of letters.
///
/// A text may have places in braces, `{name}`. A text that depends on a number is several, by the
/// plural categories of CLDR: `seats.one`, `seats.few`, `seats.many`, `seats.other`.
package struct PageWords: Sendable {
    package let language: Language
    let entries: [String: String]
    /// The words by keys that templates can name: a dot would mean something else to them.
    let forTemplates: [String: String]

    /// - Parameter base: the words that hold where these have none.
    /// - Throws: `template.faulty` with the line.
    init(_ text: String, language: Language, name: String, over base: PageWords? = nil)
        throws(Problem)
    {
        var entries = base?.entries ?? [:]
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() {
            let line = line.withoutBlanksAtEnds
            if line.isEmpty || line.hasPrefix("#") { continue }
            guard let sign = line.firstIndex(of: "=") else {
                throw Problem(
                    .templateFaulty, "\(name), line \(number + 1): it is to be “key = text”.")
            }
            entries[line[..<sign].withoutBlanksAtEnds] =
                line[line.index(after: sign)...].withoutBlanksAtEnds
        }
        self.init(entries, language: language)
    }

    /// Words as they are.
    init(_ entries: [String: String], language: Language) {
        self.entries = entries
        self.language = language
        // An office's own words may have a key that only differs by its dots.
        forTemplates = Dictionary(
            entries.sorted { $0.key < $1.key }.map { key, text in
                (String(key.map { $0 == "." ? "-" : $0 }), text)
            }, uniquingKeysWith: { first, _ in first })
    }

    /// The text under a key; nothing where there is none.
    package func text(_ key: String) -> String? { entries[key] }

    /// The text under a key; the key itself, which a test looks for, where there is none.
    package subscript(_ key: String) -> String { entries[key] ?? key }

    /// The text under a key with its places filled in.
    package func text(_ key: String, _ places: KeyValuePairs<String, String>) -> String {
        var text = ""
        var rest = self[key][...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            text += rest[..<open]
            let name = rest[rest.index(after: open)..<close]
            text += places.first { $0.key == name }?.value ?? ""
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }

    /// The text for a number, which its place `{n}` has.
    package func text(_ key: String, count: Int) -> String {
        let category = "\(key).\(Self.category(of: count, in: language))"
        return text(entries[category] == nil ? "\(key).other" : category, ["n": String(count)])
    }

    /// The plural category of a whole number, by CLDR.
    private static func category(of count: Int, in language: Language) -> String {
        switch language.code {
        case "ru", "uk", "be":
            let (ten, hundred) = (count % 10, count % 100)
            if ten == 1, hundred != 11 { return "one" }
            return (2...4).contains(ten) && !(12...14).contains(hundred) ? "few" : "many"
        case "fr": return count < 2 ? "one" : "other"
        default: return count == 1 ? "one" : "other"
        }
    }
}

extension StringProtocol {
    /// The text without white space at its beginning and its end.
    var withoutBlanksAtEnds: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
