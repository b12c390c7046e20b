/// Records of the DNS as people paste them: lines of a zone file, or what dig, host and nslookup
/// print. What is no record of TXT or MX is passed over.
package struct DNSRecords: Sendable, Equatable {
    private var texts: [String: [String]] = [:]
    private var exchangers: [String: [String]] = [:]

    package init(_ pasted: String) {
        for line in Self.lines(of: pasted) { read(line) }
    }

    package func texts(of name: String) -> [String] { texts[Self.key(name)] ?? [] }

    package func exchangers(of name: String) -> [String] { exchangers[Self.key(name)] ?? [] }

    private mutating func read(_ line: String) {
        let words = Self.words(of: line)
        guard let owner = words.first?.text, words.count >= 2 else { return }
        // “NAME [TTL] [IN] TYPE …” as dig says it, “NAME descriptive text …” as host does, “NAME
        // text = …” as nslookup does.
        for (index, word) in words.enumerated().dropFirst() where !word.isQuoted {
            let rest = words[(index + 1)...]
            switch word.text.lowercased() {
            case "txt", "text":
                let value = rest.filter { $0.isQuoted || $0.text != "=" }
                let isQuoted = value.contains(where: \.isQuoted)
                texts[Self.key(owner), default: []].append(
                    value.filter { !isQuoted || $0.isQuoted }.map(\.text)
                        .joined(separator: isQuoted ? "" : " "))
                return
            case "mx", "exchanger", "handled":
                let host = rest.last?.text ?? ""
                exchangers[Self.key(owner), default: []].append(host)
                return
            default: continue
            }
        }
    }

    /// Lines without remarks; what stands in parentheses over several is one.
    private static func lines(of text: String) -> [String] {
        var lines: [String] = []
        var open = ""
        var depth = 0
        for line in text.split(whereSeparator: \.isNewline) {
            var isQuoted = false
            for character in line {
                if character == "\"" { isQuoted.toggle() }
                if !isQuoted {
                    if character == ";" { break }
                    if character == "(" || character == ")" {
                        depth = max(0, depth + (character == "(" ? 1 : -1))
                        continue
                    }
                }
                open.append(character)
            }
            guard depth == 0 else {
                open += " "
                continue
            }
            lines.append(open)
            open = ""
        }
        return lines + (open.isEmpty ? [] : [open])
    }

    private struct Word {
        var text: String
        var isQuoted: Bool
    }

    private static func words(of line: String) -> [Word] {
        var words: [Word] = []
        var open: Word?
        for character in line {
            if character == "\"" {
                if let word = open { words.append(word) }
                open = open?.isQuoted == true ? nil : Word(text: "", isQuoted: true)
            } else if character.isWhitespace, open?.isQuoted != true {
                if let word = open { words.append(word) }
                open = nil
            } else {
                open = open ?? Word(text: "", isQuoted: false)
                open?.text.append(character)
            }
        }
        return words + (open.map { [$0] } ?? [])
    }

    private static func key(_ name: String) -> String {
        let name = name.lowercased()
        return name.hasSuffix(".") ? String(name.dropLast()) : name
    }
}
