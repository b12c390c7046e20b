/// A piece of a letter's body, from which both the plain text and the HTML are written, so that the
/// two can never say different things (MSG-11).
enum LetterBlock: Equatable, Sendable {
    case paragraph(String)
    case facts([Fact])
    /// A button to the person's answer page, by its label.
    case button(String)

    /// One line of the table of facts.
    struct Fact: Equatable, Sendable {
        let label: String
        let value: String
    }

    /// The blocks of a rendered template: paragraphs between empty lines, facts and buttons by
    /// their marks. A fact with nothing to say is left out.
    static func blocks(of rendered: Substring) -> [LetterBlock] {
        var blocks: [LetterBlock] = []
        var inParagraph = false
        for line in rendered.lines {
            let text = line.trimmed
            let block = LetterBlock(text)
            switch (block, blocks.last) {
            case (.paragraph(let more), .paragraph(let text)) where inParagraph && !more.isBlank:
                blocks[blocks.count - 1] = .paragraph(text + "\n" + more)
            case (.facts(let more), .facts(let facts)):
                blocks[blocks.count - 1] = .facts(facts + more)
            case (.paragraph(let text), _) where text.isBlank: break
            default: blocks.append(block)
            }
            if case .paragraph(let text) = block {
                inParagraph = !text.isBlank
            } else {
                inParagraph = false
            }
        }
        return blocks.filter { $0 != .facts([]) }
    }

    private init(_ line: String) {
        switch line.unicodeScalars.first {
        case TemplateMarks.fact: self = .facts(LetterBlock.facts(line))
        case TemplateMarks.button: self = .button(String(line.unicodeScalars.dropFirst()).trimmed)
        default: self = .paragraph(line)
        }
    }

    private static func facts(_ line: String) -> [Fact] {
        let parts = line.unicodeScalars.dropFirst()
            .split(separator: TemplateMarks.value, maxSplits: 1, omittingEmptySubsequences: false)
            .map { String($0).trimmed }
        guard parts.count == 2, !parts[1].isBlank else { return [] }
        return [Fact(label: parts[0], value: parts[1])]
    }
}

extension String {
    /// Whether there is nothing to read in it.
    var isBlank: Bool {
        unicodeScalars.allSatisfy {
            $0.properties.isWhitespace || $0 == TemplateMarks.lineBreak
        }
    }
}
