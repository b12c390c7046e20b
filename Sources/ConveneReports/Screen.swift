/// Where a table is shown.
package struct Screen: Sendable, Equatable {
    /// How many columns of characters a line has; only a terminal's width cuts anything.
    package var width: Int
    package var isTerminal: Bool
    /// Whether headings and bars may be coloured; counts on a terminal only.
    package var colours: Bool

    package init(width: Int = 80, isTerminal: Bool, colours: Bool = false) {
        self.width = max(width, 20)
        self.isTerminal = isTerminal
        self.colours = colours && isTerminal
    }

    /// A pipe or a file: full width, no colours.
    package static let pipe = Screen(isTerminal: false)

    /// How wide a line may be, or nothing where it may be of any width.
    var limit: Int? { isTerminal ? width : nil }

    /// Sentences, each on a line of its own and broken between words where a terminal ends.
    func sentences(_ sentences: [String]) -> String {
        sentences.flatMap { wrapped($0.displayed) }.joined(separator: "\n")
    }

    /// A title, whose lines are bold each.
    func heading(_ title: String) -> String {
        wrapped(title.displayed).map(bold).joined(separator: "\n")
    }

    func bold(_ text: String) -> String { styled(text, "1") }
    func dim(_ text: String) -> String { styled(text, "2") }
    func tinted(_ text: String) -> String { styled(text, "36") }

    private func styled(_ text: String, _ code: String) -> String {
        colours && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }

    /// Text in lines, broken between words where a terminal ends.
    ///
    /// - Parameter indent: how many columns of each line are taken already.
    func wrapped(_ text: String, beside indent: Int = 0) -> [String] {
        guard let limit = limit.map({ $0 - indent }), DisplayWidth.of(text) > limit else {
            return [text]
        }
        var lines: [String] = []
        for word in text.split(separator: " ") {
            let longer = (lines.last.map { $0 + " " } ?? "") + word
            if lines.isEmpty || DisplayWidth.of(longer) > limit {
                lines.append(String(word))
            } else {
                lines[lines.count - 1] = longer
            }
        }
        return lines
    }
}
