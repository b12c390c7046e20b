/// One thing for people: headings at the left, what they stand for beside them, its lists below.
struct CardText {
    let text: String

    init(_ card: Card, on screen: Screen) {
        var blocks: [String] = card.title.map { [screen.heading($0)] } ?? []
        let lines = Self.lines(card, on: screen)
        if !lines.isEmpty { blocks.append(lines.joined(separator: "\n")) }
        if !card.notes.isEmpty {
            blocks.append(screen.sentences(card.notes))
        }
        blocks += card.lists.map { String($0.table(on: screen).dropLast()) }
        text = blocks.joined(separator: "\n\n") + "\n"
    }

    /// A fact is never cut: a card is where it is read whole.
    private static func lines(_ card: Card, on screen: Screen) -> [String] {
        let lines = card.lines.map { (heading: $0.heading.displayed, text: $0.text.displayed) }
        let width = lines.map { DisplayWidth.of($0.heading) }.max() ?? 0
        let indent = String(repeating: " ", count: width + 2)
        return lines.map { line in
            let text = screen.wrapped(line.text, beside: width + 2)
            return screen.bold(line.heading.padded(to: width, .leading)) + "  "
                + text.joined(separator: "\n" + indent)
        }
    }
}
