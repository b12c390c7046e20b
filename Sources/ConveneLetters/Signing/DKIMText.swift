/// The canonical forms of RFC 6376 §3.4 that are called relaxed: what is left of a mail when all that
/// relays do to white space and folding is taken off.
enum DKIMText {
    /// A field on one line: its name in small letters, single blanks, none at the ends (§3.4.2).
    static func field(_ name: String, _ value: some Sequence<UInt8>) -> [UInt8] {
        Array(name.lowercased().utf8) + [colon] + line(value)
    }

    /// The body: single blanks within lines, none at their ends, no empty lines at its end (§3.4.4).
    static func body(_ body: ArraySlice<UInt8>) -> [UInt8] {
        var canonical: [UInt8] = []
        canonical.reserveCapacity(body.count)
        var waiting = 0
        for text in lines(of: body) {
            let line = self.line(text, keepingStart: true)
            guard !line.isEmpty else {
                waiting += 1
                continue
            }
            for _ in 0..<waiting { canonical += lineEnd }
            waiting = 0
            canonical += line
            canonical += lineEnd
        }
        return canonical
    }

    /// The header's fields in their order, and the body behind the first empty line.
    static func parts(of mail: [UInt8]) -> (
        fields: [(name: String, value: ArraySlice<UInt8>)], body: ArraySlice<UInt8>
    ) {
        var fields: [(name: String, value: ArraySlice<UInt8>)] = []
        var rest = mail[...]
        while let end = endOfField(rest) {
            let field = rest[..<end]
            rest = rest[(end + 2)...]
            if field.isEmpty { break }
            guard let colon = field.firstIndex(of: colon) else { continue }
            let name = String(decoding: field[..<colon], as: UTF8.self)
            fields.append((name.trimmed, field[(colon + 1)...]))
        }
        return (fields, rest)
    }

    /// Where a field ends: at a line end that no blank follows.
    private static func endOfField(_ text: ArraySlice<UInt8>) -> Int? {
        var index = text.startIndex
        while index + 1 < text.endIndex {
            let isEnd = text[index] == 13 && text[index + 1] == 10
            let isFolded = index + 2 < text.endIndex && isBlank(text[index + 2])
            if isEnd, index == text.startIndex || !isFolded { return index }
            index += 1
        }
        return nil
    }

    private static func line(_ text: some Sequence<UInt8>, keepingStart: Bool = false) -> [UInt8] {
        var line: [UInt8] = []
        var blank = false
        for byte in text where byte != 13 && byte != 10 {
            if isBlank(byte) {
                blank = true
                continue
            }
            if blank, keepingStart || !line.isEmpty { line.append(space) }
            blank = false
            line.append(byte)
        }
        return line
    }

    private static func lines(of body: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var lines = body.split(separator: 10, omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines.map { $0.last == 13 ? $0.dropLast() : $0 }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }

    static let lineEnd: [UInt8] = [13, 10]
    private static let colon = UInt8(ascii: ":")
    private static let space: UInt8 = 32
}
