import Convene

/// Writes the blocks of a letter as plain text.
struct PlainWriter {
    let wording: Wording

    func text(_ blocks: [LetterBlock]) -> String {
        blocks.map(text).joined(separator: "\n\n") + "\n"
    }

    /// The facts alone, a line each.
    func facts(_ blocks: [LetterBlock]) -> String {
        blocks.compactMap { if case .facts = $0 { text($0) } else { nil } }.joined(separator: "\n")
    }

    private func text(_ block: LetterBlock) -> String {
        switch block {
        case .paragraph(let text): plain(text, lineBreak: "\n")
        case .facts(let facts): facts.map(line).joined(separator: "\n")
        case .button(let label): heading(label) + "\n" + Letter.linkMark
        }
    }

    /// What takes several lines stands below its name, a little to the right.
    private func line(_ fact: LetterBlock.Fact) -> String {
        fact.value.unicodeScalars.contains(TemplateMarks.lineBreak)
            ? heading(fact.label) + "\n  " + plain(fact.value, lineBreak: "\n  ")
            : wording.fact(fact.label, plain(fact.value, lineBreak: " "))
    }

    private func heading(_ label: String) -> String { wording.fact(label, "").trimmed }

    private func plain(_ text: String, lineBreak: String) -> String {
        text.replacingScalars { scalar in
            switch scalar {
            case TemplateMarks.lineBreak: lineBreak
            case TemplateMarks.link: Letter.linkMark
            default: nil
            }
        }
    }
}
