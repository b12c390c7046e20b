/// Text in the language of man pages: the macros of man(7).
struct Roff {
    private(set) var text = ""

    mutating func title(_ name: String, source: String) {
        // No date: a page must not differ for the day on which it was made.
        text += ".TH \"\(Self.text(name.uppercased()))\" 1 \"\" \"\(source)\" \"Convene\"\n"
    }

    mutating func section(_ title: String) { text += ".SH \(Self.quoted(title))\n" }

    mutating func line(_ words: String) { text += Self.guarded(words) + "\n" }

    mutating func item(_ name: String, _ words: String) {
        text += ".TP\n\(Self.guarded(name))\n\(Self.guarded(words))\n"
    }

    /// Paragraphs of --help: command lines stay as they are, sentences are filled.
    mutating func prose(_ paragraphs: String) {
        var isCode = false
        for line in paragraphs.split(separator: "\n", omittingEmptySubsequences: false) {
            let lineIsCode = line.hasPrefix("convene ") || line.hasPrefix("  ")
            if lineIsCode != isCode { text += lineIsCode ? ".PP\n.RS 4\n.nf\n" : ".fi\n.RE\n" }
            isCode = lineIsCode
            text += line.isEmpty ? ".PP\n" : Self.guarded(Self.text(String(line))) + "\n"
        }
        if isCode { text += ".fi\n.RE\n" }
    }

    static func bold(_ words: String) -> String { "\\fB\(text(words))\\fR" }
    static func italic(_ words: String) -> String { "\\fI\(text(words))\\fR" }

    /// Words that roff takes as words: a hyphen stays what a shell understands.
    static func text(_ words: String) -> String {
        words.replacing("\\", with: "\\e").replacing("-", with: "\\-")
            .replacing("\n", with: " ")
    }

    /// A line that begins with a dot or an apostrophe would be a macro.
    private static func guarded(_ line: String) -> String {
        line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
    }

    private static func quoted(_ title: String) -> String { "\"\(text(title))\"" }
}
