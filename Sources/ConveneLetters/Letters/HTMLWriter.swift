import Convene

/// Writes the blocks of a letter as HTML. All text passes through ``escaped(_:)`` here and nowhere
/// else, whether a template or a stranger wrote it (MSG-13).
enum HTMLWriter {
    static func html(_ blocks: [LetterBlock]) -> String {
        blocks.map(html).joined(separator: "\n")
    }

    /// The languages of the world that are written from right to left, by code.
    static func direction(of language: Language) -> String {
        ["ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"]
            .contains(language.code) ? "rtl" : "ltr"
    }

    private static func html(_ block: LetterBlock) -> String {
        switch block {
        case .paragraph(let text): "<p>\(escaped(text))</p>"
        case .facts(let facts):
            "<table class=\"facts\">\n" + facts.map(row).joined(separator: "\n") + "\n</table>"
        case .button(let label):
            "<p><a class=\"button\" href=\"\(Letter.linkMark)\">\(escaped(label))</a></p>"
        }
    }

    /// The writing direction of a value is its own: a name in Arabic may stand in a French letter.
    private static func row(_ fact: LetterBlock.Fact) -> String {
        "<tr><th scope=\"row\">\(escaped(fact.label))</th>"
            + "<td dir=\"auto\">\(escaped(fact.value))</td></tr>"
    }

    static func escaped(_ text: String) -> String {
        text.replacingScalars { scalar in
            switch scalar {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\"": "&quot;"
            case "'": "&#39;"
            case "\n", TemplateMarks.lineBreak: "<br>\n"
            case TemplateMarks.link: "<a href=\"\(Letter.linkMark)\">\(Letter.linkMark)</a>"
            default: nil
            }
        }
    }
}
