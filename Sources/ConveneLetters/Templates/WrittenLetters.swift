import Convene
import Mustache
import Synchronization

/// The texts that officers have written to several people, read and checked as templates are. Each is
/// read once for all who get it.
final class WrittenLetters: Sendable {
    private let read = Mutex<[(text: LetterText, parts: [String], template: MustacheTemplate)]>([])

    /// - Parameter parts: the templates of the language that the text may put in.
    /// - Throws: `template.faulty` with the line of the text, or for its subject.
    func template(_ text: LetterText, parts: [String]) throws(Problem) -> MustacheTemplate {
        if let known = read.withLock({ $0.last { $0.text == text && $0.parts == parts } }) {
            return known.template
        }
        let template = try TemplateShelf.template(written: text, parts: parts)
        read.withLock { read in
            if read.count == Self.room { read.removeFirst() }
            read.append((text, parts, template))
        }
        return template
    }

    /// An officer writes one at a time, for people of a few languages.
    private static let room = 8
}

extension TemplateShelf {
    /// An officer's text between the salutation and the closing, where it has none of its own.
    fileprivate static func template(written text: LetterText, parts: [String]) throws(Problem)
        -> MustacheTemplate
    {
        let subject = TemplateSource(name: "--subject", text: text.subject)
        try TemplateCheck.check(subject, of: .letter)
        let body = TemplateSource(name: text.source, text: text.body)
        try TemplateCheck.check(body, of: .letter, parts: parts)
        let line = subject.lines.joined(separator: " ")
        let salutation = body.text.contains("{{salutation}}") ? "" : "{{salutation}}\n\n"
        let closing =
            parts.contains("closing") && !body.text.contains("closing}}") ? "\n\n{{> closing}}" : ""
        // The text was checked by itself, so that a fault is named with its own line.
        return try parsed(
            "{{% CONTENT_TYPE:TEXT}}Subject: \(line)\n\n\(salutation)"
                + TemplateMarks.mark(body.text) + closing, of: body)
    }
}
