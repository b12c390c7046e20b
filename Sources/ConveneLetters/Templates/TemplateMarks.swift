import Convene

/// The signs by which a rendered template still tells its own layout from what was filled in.
///
/// They are of the private use area and are taken out of every value, so that no title or name can
/// pass for a line of the table or a button.
enum TemplateMarks {
    /// Begins a line of the table of facts: `| Dates | {{when}}`.
    static let fact: Unicode.Scalar = "\u{F0000}"
    /// Stands between a fact's name and what is said.
    static let value: Unicode.Scalar = "\u{F0001}"
    /// Begins a line that is a button to the answer page: `[Answer the invitation]`.
    static let button: Unicode.Scalar = "\u{F0002}"
    /// A line break inside of a value.
    static let lineBreak: Unicode.Scalar = "\u{F0003}"
    /// The address of the answer page.
    static let link: Unicode.Scalar = "\u{F0004}"
    /// The person's salutation, and their name, on a sheet that is filled in for many.
    static let salutation = LetterField.salutation.mark
    static let name = LetterField.name.mark

    /// A value on one line, without marks and without anything that could pass for the link's place.
    static func line(_ text: String) -> String { cleaned(text).onOneLine }

    /// A value of several lines, which keeps its line breaks as marks.
    static func lines(_ text: String) -> String {
        let lines = cleaned(text).split(
            omittingEmptySubsequences: false, whereSeparator: { $0.isNewline })
        return lines.map { String($0).onOneLine }
            .joined(separator: "\n").trimmingLineFeeds
            .replacing("\n", with: String(lineBreak))
    }

    /// The source of a template with marks where its lines begin as a fact or a button.
    static func mark(_ source: String) -> String {
        source[...].lines.map(markLine).joined(separator: "\n")
    }

    private static func markLine(_ line: Substring) -> String {
        let start = afterSections(line)
        let text = String(line[start...]).trimmed
        if text.hasPrefix("|") {
            let row = text.dropFirst()
            guard let bar = row.firstIndex(of: "|") else { return String(line) }
            let value = String(row[row.index(after: bar)...]).trimmed
            return line[..<start] + String(fact) + String(row[..<bar]).trimmed
                + String(Self.value) + (value.hasSuffix("|") ? String(value.dropLast()) : value)
        }
        if isLabel(text) { return line[..<start] + String(button) + text.dropFirst().dropLast() }
        return String(line)
    }

    /// Whether a line of a template is a button.
    static func isButton(_ line: Substring) -> Bool {
        isLabel(String(line[afterSections(line)...]).trimmed)
    }

    private static func isLabel(_ text: String) -> Bool {
        text.hasPrefix("[") && text.hasSuffix("]")
    }

    /// Where the line begins behind `{{#note}}` and the like.
    private static func afterSections(_ line: Substring) -> Substring.Index {
        var start = line.startIndex
        while line[start...].hasPrefix("{{#") || line[start...].hasPrefix("{{^"),
            let end = line[start...].firstRange(of: "}}")
        {
            start = end.upperBound
        }
        return start
    }

    private static func cleaned(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == firstOctet || $0 == UInt8(ascii: ":") }) else {
            return text
        }
        return breakingLinkMarks(text.replacingScalars { isMark($0) ? "" : nil })
    }

    /// The text without the colon of whatever could pass for the link's place. Were the whole mark
    /// taken out, what stood around it could make another; without its colon no part of it can.
    ///
    /// It is looked for in octets, as ``MailText`` does: to a search by characters, a mark with an
    /// accent after it is none.
    private static func breakingLinkMarks(_ text: String) -> String {
        let octets = Array(text.utf8)
        let mark = Array(Letter.linkMark.utf8)
        let scheme = mark.prefix { $0 != UInt8(ascii: ":") }.count
        let colons = octets.indices.filter { index in
            octets[index] == UInt8(ascii: ":") && index >= scheme
                && octets[(index - scheme)...].starts(with: mark)
        }
        guard !colons.isEmpty else { return text }
        var broken = octets
        for index in colons.reversed() { broken.remove(at: index) }
        return String(decoding: broken, as: UTF8.self)
    }

    static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        (0xF0000...0xF003F).contains(scalar.value)
    }

    /// The octet that every mark begins with in UTF-8.
    private static let firstOctet: UInt8 = 0xF3
}

extension String {
    fileprivate var trimmingLineFeeds: String {
        var rest = self[...]
        while rest.first == "\n" { rest.removeFirst() }
        while rest.last == "\n" { rest.removeLast() }
        return String(rest)
    }
}
