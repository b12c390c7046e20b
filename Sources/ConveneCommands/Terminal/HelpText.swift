import ConveneReports

/// What the parser says of a command, as a terminal holds it.
enum HelpText {
    /// The text with its usage line, which the parser leaves as long as it is, broken between the
    /// arguments; what follows the first line stands under its first argument.
    static func folded(_ text: String, for screen: Screen) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            guard line.count > screen.width, line.hasPrefix("USAGE: ") || line.hasPrefix("Usage: ")
            else { return String(line) }
            return usage(line, width: screen.width)
        }.joined(separator: "\n")
    }

    private static func usage(_ line: Substring, width: Int) -> String {
        let parts = arguments(of: line)
        let words = parts.prefix { !"[<-".contains($0.first ?? "[") }
        let indent = min(words.joined(separator: " ").count + 1, width / 2)
        var lines = [words.joined(separator: " ")]
        for part in parts.dropFirst(words.count) {
            if lines[lines.count - 1].count + 1 + part.count > width {
                lines.append(String(repeating: " ", count: indent) + part)
            } else {
                lines[lines.count - 1] += " " + part
            }
        }
        return lines.joined(separator: "\n")
    }

    /// The words of the line, with what stands between brackets in one piece, and an option with
    /// its value.
    private static func arguments(of line: Substring) -> [String] {
        var parts: [String] = []
        var isOpen = false
        for word in line.split(separator: " ") {
            let belongs = isOpen || (parts.last?.hasPrefix("--") == true && word.hasPrefix("<"))
            if belongs {
                parts[parts.count - 1] += " " + word
            } else {
                parts.append(String(word))
            }
            let part = parts[parts.count - 1]
            isOpen = part.hasPrefix("[") && part.count { $0 == "[" } > part.count { $0 == "]" }
        }
        return parts
    }
}
