import Convene

/// The words of one language that letters are put together from: months, kinds of event, roles,
/// salutations, and the patterns of dates. Read from the language's `words.txt`.
struct Wording: Sendable {
    let language: Language
    private let entries: [String: String]
    /// The months in the form that a date has them in: «октября».
    let months: [String]
    /// The months in the form that they have without a day: «октябрь».
    let monthsAlone: [String]

    /// Reads `key = text` lines; lines that begin with `#` are remarks.
    ///
    /// - Parameter base: the words that hold where this file has none.
    /// - Throws: `template.faulty` with the file's name and the line, or the keys that are missing.
    init(_ source: TemplateSource, language: Language, over base: Wording? = nil) throws(Problem) {
        var entries = base?.entries ?? [:]
        for (number, line) in source.lines.enumerated() {
            let text = line.trimmed
            if text.isEmpty || text.hasPrefix("#") { continue }
            let (key, value) = try Wording.entry(text, in: source, line: number + 1)
            entries[key] = value
        }
        let missing = WordingKey.required.filter { entries[$0] == nil }
        guard missing.isEmpty else { throw .wordsMissing(missing, in: source) }
        months = try Wording.months(entries["months"] ?? "", in: source)
        monthsAlone =
            try entries["months-alone"].map { text throws(Problem) in
                try Wording.months(text, in: source)
            } ?? months
        self.entries = entries
        self.language = language
    }

    /// The text under a key, its places filled in.
    func text(_ key: String, _ places: KeyValuePairs<String, String> = [:]) -> String {
        guard let pattern = entries[key] else { return "" }
        guard !places.isEmpty, pattern.utf8.contains(UInt8(ascii: "{")) else { return pattern }
        return Wording.fill(pattern, places)
    }

    func kind(_ kind: Event.Kind) -> String { text("kind." + kind.rawValue) }
    func role(_ role: Role) -> String { text("role." + role.rawValue) }

    /// “A, B and C”.
    func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        let list = items.dropLast().joined(separator: ", ")
        return text("list", ["list": list, "last": last])
    }

    /// A line that names a thing and says it: “Dates: 3–7 October 2011”.
    func fact(_ label: String, _ value: String) -> String {
        text("fact", ["label": label, "value": value])
    }

    private static func months(_ text: String, in source: TemplateSource) throws(Problem)
        -> [String]
    {
        let months = text.split(separator: ",").map(\.trimmed)
        guard months.count == 12 else { throw .wordsMonths(months.count, in: source) }
        return months
    }

    private static func entry(_ text: String, in source: TemplateSource, line: Int) throws(Problem)
        -> (String, String)
    {
        guard let sign = text.firstIndex(of: "=") else {
            throw .wordsNoSign(in: source, line: line)
        }
        let key = String(text[..<sign]).trimmed
        let value = String(text[text.index(after: sign)...]).trimmed
        guard let places = WordingKey.places[key] else {
            throw .wordsUnknownKey(key, in: source, line: line)
        }
        guard !value.isEmpty || WordingKey.optional.contains(key) else {
            throw .wordsEmpty(key, in: source, line: line)
        }
        guard let found = Wording.places(in: value) else {
            throw .wordsOpenPlace(key, in: source, line: line)
        }
        for place in found where !places.contains(place) {
            throw .wordsUnknownPlace(place, of: key, known: places, in: source, line: line)
        }
        return (key, value)
    }

    /// One pass over the pattern, so that a brace in what is filled in stays a brace.
    private static func fill(_ pattern: String, _ places: KeyValuePairs<String, String>) -> String {
        var text = ""
        var rest = pattern.utf8[...]
        while let open = rest.firstIndex(of: UInt8(ascii: "{")),
            let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
        {
            text += Substring(rest[..<open])
            let name = Substring(rest[rest.index(after: open)..<close])
            text += places.first { $0.key == name }?.value ?? ""
            rest = rest[rest.index(after: close)...]
        }
        return text + Substring(rest)
    }

    /// The places of a pattern; nothing where a brace is without its other.
    private static func places(in pattern: String) -> [String]? {
        var places: [String] = []
        var place: String?
        for scalar in pattern.unicodeScalars {
            switch (scalar, place) {
            case ("{", nil): place = ""
            case ("}", let name?):
                places.append(name)
                place = nil
            case ("{", _), ("}", _): return nil
            default: place?.unicodeScalars.append(scalar)
            }
        }
        return place == nil ? places : nil
    }
}
