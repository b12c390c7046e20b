import Convene

/// Reads the tags of a template and refuses what would come out wrong or empty without a word:
/// an unknown field, an unknown part, a section that is not closed (MSG-13).
struct TemplateCheck {
    private let source: TemplateSource
    private let fields: Set<String>
    /// The other templates that may be put in with `{{> name}}`.
    private let parts: Set<String>
    /// The fields that may be put in unescaped, with three braces.
    private let raw: Set<String>
    private var open: [(name: String, line: Int)] = []

    /// Checks the template of a mail. One that leads to no page of the person's own can have neither
    /// link nor button: there would be nothing behind them.
    ///
    /// - Throws: `template.faulty` with the template's name and line.
    static func check(_ source: TemplateSource, of purpose: Message.Purpose, parts: [String] = [])
        throws(Problem)
    {
        try check(source, fields: TemplateField.names(for: purpose), parts: parts)
        guard !purpose.leadsToPage else { return }
        for (number, line) in source.lines.enumerated() where TemplateMarks.isButton(line) {
            throw .templateNoButton(source, line: number + 1)
        }
    }

    /// - Throws: `template.faulty` with the template's name and line.
    static func check(
        _ source: TemplateSource, fields: [String], parts: [String] = [], raw: [String] = []
    ) throws(Problem) {
        try checkSize(of: source)
        var check = TemplateCheck(
            source: source, fields: Set(fields), parts: Set(parts), raw: Set(raw))
        var line = 1
        var rest = source.text[...]
        while let start = rest.firstRange(of: "{{") {
            line += rest[..<start.lowerBound].count { $0 == "\n" }
            rest = rest[start.upperBound...]
            let triple = rest.first == "{"
            guard let end = rest.firstRange(of: triple ? "}}}" : "}}") else {
                throw .templateFaulty(source, line: line, "a tag is not closed by }}")
            }
            let tag = rest[..<end.lowerBound]
            try check.check(triple ? tag.dropFirst() : tag, triple: triple, line: line)
            line += tag.count { $0 == "\n" }
            rest = rest[end.upperBound...]
        }
        if let section = check.open.last {
            throw .templateFaulty(
                source, line: section.line,
                "the section {{#\(section.name)}} has no {{/\(section.name)}}")
        }
    }

    /// Gmail cuts off what is longer, and with it what stands at the end (MSG-12).
    private static func checkSize(of source: TemplateSource) throws(Problem) {
        guard source.text.utf8.count > longest else { return }
        var octets = 0
        for (number, line) in source.lines.enumerated() {
            octets += line.utf8.count + 1
            guard octets > longest else { continue }
            throw .templateTooLarge(source, line: number + 1, limit: longest)
        }
    }

    private static let longest = 100_000

    private init(
        source: TemplateSource, fields: Set<String>, parts: Set<String>, raw: Set<String>
    ) {
        self.source = source
        self.fields = fields
        self.parts = parts
        self.raw = raw
    }

    private mutating func check(_ tag: Substring, triple: Bool, line: Int) throws(Problem) {
        if triple { return try check(field: tag.trimmed, in: raw, line: line) }
        let name = String(tag.dropFirst()).trimmed
        switch tag.first {
        case "!": return
        case "#", "^":
            try check(field: name, in: fields, line: line)
            open.append((name, line))
        case "/": try close(name, line: line)
        case ">": try check(part: name, line: line)
        case "=", "<", "$", "%", "&":
            throw .templateFaulty(
                source, line: line, "{{\(tag.prefix(60))}} is not used here; write {{field}}")
        default: try check(field: tag.trimmed, in: fields, line: line)
        }
    }

    private mutating func close(_ name: String, line: Int) throws(Problem) {
        guard let section = open.popLast() else {
            throw .templateFaulty(source, line: line, "{{/\(name)}} closes nothing")
        }
        guard section.name == name else {
            throw .templateFaulty(
                source, line: line,
                "{{/\(name)}} stands where {{/\(section.name)}} should, to close the section of"
                    + " line \(section.line)")
        }
    }

    private func check(field: String, in known: Set<String>, line: Int) throws(Problem) {
        guard !known.contains(field) else { return }
        throw .templateFaulty(
            source, line: line,
            "there is no field “\(field.prefix(60))” here; the fields are "
                + known.sorted().joined(separator: ", "))
    }

    private func check(part: String, line: Int) throws(Problem) {
        guard !parts.contains(part) else { return }
        throw .templateFaulty(
            source, line: line,
            "there is no part “\(part.prefix(60))” in this language; the parts are "
                + parts.sorted().joined(separator: ", "))
    }
}
