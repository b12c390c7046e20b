import Convene
import Mustache

/// The templates of one language, read and checked, and the words that go with them.
struct TemplateShelf: Sendable {
    let wording: Wording
    private let letters: [Message.Purpose: MustacheTemplate]
    private let library: MustacheLibrary
    /// Those of ``partNames`` that this language has: a text may put them in.
    let parts: [String]
    private let page: MustacheTemplate

    /// The templates that are parts of others: `{{> facts}}`, `{{> closing}}`.
    static let partNames = ["facts", "closing"]
    static let pageName = "layout"
    static let letterNames = Message.Purpose.allCases.map(\.rawValue)

    /// - Parameter sources: the templates by name, without `.mustache`.
    /// - Throws: `template.faulty` with the template's name and line.
    init(wording: Wording, sources: [String: TemplateSource]) throws(Problem) {
        self.wording = wording
        let known = TemplateShelf.partNames.filter { sources[$0] != nil }
        parts = known
        var library = MustacheLibrary()
        for name in known {
            if let source = sources[name] {
                library.register(try TemplateShelf.part(source), named: name)
            }
        }
        self.library = library
        var letters: [Message.Purpose: MustacheTemplate] = [:]
        for purpose in Message.Purpose.allCases {
            if let source = sources[purpose.rawValue] {
                guard source.text.hasPrefix(TemplateShelf.subject) else {
                    throw .templateNoSubject(source)
                }
                letters[purpose] = try TemplateShelf.letter(source, purpose, parts: known)
            }
        }
        self.letters = letters
        page = try TemplateShelf.page(sources[TemplateShelf.pageName])
    }

    func has(_ purpose: Message.Purpose) -> Bool { letters[purpose] != nil }

    /// A letter's subject, not yet on one line and with marks in it, and the blocks of its body.
    ///
    /// - Parameter written: what an officer wrote in place of the template.
    func draft(
        _ purpose: Message.Purpose, written: MustacheTemplate?, _ values: [String: TemplateValue]
    ) -> (subject: String, blocks: [LetterBlock]) {
        let template = written ?? letters[purpose]
        let rendered = template?.render(values, library: library) ?? ""
        let end = rendered.firstIndex(of: "\n") ?? rendered.endIndex
        let subject = rendered[..<end].unicodeScalars.dropFirst(TemplateShelf.subject.count)
        return (
            String(subject),
            LetterBlock.blocks(of: rendered[end...]).filter { block in
                if case .button = block { values[TemplateField.link.rawValue] != nil } else { true }
            }
        )
    }

    /// The page around the HTML of a letter's body.
    func page(subject: String, body: String) -> String {
        page.render([
            TemplateField.Page.language.rawValue: wording.language.code,
            TemplateField.Page.direction.rawValue: HTMLWriter.direction(of: wording.language),
            TemplateField.Page.subject.rawValue: subject,
            TemplateField.Page.body.rawValue: body,
        ])
    }

    private static let subject = "Subject:"

    private static func letter(
        _ source: TemplateSource, _ purpose: Message.Purpose, parts: [String]
    ) throws(Problem) -> MustacheTemplate {
        try TemplateCheck.check(source, of: purpose, parts: parts)
        return try marked(source)
    }

    /// A part may stand in mails that lead to a page and in others.
    private static func part(_ source: TemplateSource) throws(Problem) -> MustacheTemplate {
        try TemplateCheck.check(source, fields: TemplateField.allCases.map(\.rawValue))
        return try marked(source)
    }

    /// Letters are rendered as text; what must be escaped is escaped by the ``HTMLWriter``.
    private static func marked(_ source: TemplateSource) throws(Problem) -> MustacheTemplate {
        try parsed("{{% CONTENT_TYPE:TEXT}}" + TemplateMarks.mark(source.text), of: source)
    }

    private static func page(_ source: TemplateSource?) throws(Problem) -> MustacheTemplate {
        let source = source ?? TemplateSource(name: "layout.mustache", text: "{{{body}}}")
        let fields = TemplateField.Page.allCases.filter { $0 != .body }.map(\.rawValue)
        try TemplateCheck.check(source, fields: fields, raw: [TemplateField.Page.body.rawValue])
        return try parsed(source.text, of: source)
    }

    static func parsed(_ text: String, of source: TemplateSource) throws(Problem)
        -> MustacheTemplate
    {
        do {
            return try MustacheTemplate(string: text)
        } catch let error as MustacheTemplate.ParserError {
            throw .templateFaulty(
                source, line: error.context.lineNumber, "the tag there can't be understood")
        } catch {
            throw .templateFaulty(source, line: 1, "it can't be understood")
        }
    }
}
