/// One reply of an SMTP server, all its lines put together (RFC 5321 §4.2.1).
struct SMTPReply: Sendable, Equatable {
    /// Three digits; the first one decides (ENV-3).
    let code: Int
    private let lines: [String]

    /// The reply of these lines, which have no line ends; nothing when they are not one.
    init?(lines: [String]) {
        guard let last = lines.last, let code = Self.code(of: last) else { return nil }
        self.code = code
        self.lines = lines
    }

    /// The enhanced status code of RFC 3463, from the first line that has one.
    var enhanced: String? { words.lazy.compactMap(Self.enhanced).first }

    /// `550 5.1.1 No such user here`: the codes once, then the words of each line, as long as they
    /// are no essay.
    var text: String {
        var (text, codes) = ("", "\(code)")
        for line in words {
            let enhanced = Self.enhanced(line)
            if let enhanced, codes.utf8.count == 3 { codes += " " + enhanced }
            let bare = line.utf8.dropFirst(enhanced?.utf8.count ?? 0)
            let rest = enhanced == nil ? bare : bare.drop { $0 == UInt8(ascii: " ") }
            if !rest.isEmpty { text += " " + String(Substring(rest.prefix(Self.longestText))) }
            guard text.utf8.count < Self.longestText else { break }
        }
        return codes + text
    }

    private static let longestText = 2000

    private var words: [String] { lines.map(Self.words(of:)) }

    var isPositive: Bool { (200..<300).contains(code) }
    /// 4yz: again later.
    var isTransient: Bool { (400..<500).contains(code) }
    /// 5yz: not at all.
    var isPermanent: Bool { (500..<600).contains(code) }
    /// Not now, or not at all.
    var isRefusal: Bool { isTransient || isPermanent }
    /// The server closes the connection, whatever was asked (RFC 5321 §3.8).
    var isClosing: Bool { code == 421 }

    /// Whether the line is the last one of its reply: nothing or a blank after the code.
    static func isLast(_ line: String) -> Bool {
        code(of: line) != nil && line.utf8.dropFirst(3).first != UInt8(ascii: "-")
    }

    private static func code(of line: String) -> Int? {
        let digits = line.utf8.prefix(3)
        guard digits.count == 3, digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1) - 48 }
    }

    private static func words(of line: String) -> String {
        guard code(of: line) != nil else { return line }
        return String(decoding: line.utf8.dropFirst(4), as: UTF8.self).trimmingControls()
    }

    private static func enhanced(_ words: String) -> String? {
        let word = words.utf8.prefix { $0 != UInt8(ascii: " ") }
        guard (5...9).contains(word.count) else { return nil }
        let numbers = word.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard numbers.count == 3, numbers[0].count == 1,
            [50, 52, 53].contains(numbers[0].first),
            numbers.dropFirst().allSatisfy({
                (1...3).contains($0.count) && $0.allSatisfy { (48...57).contains($0) }
            })
        else { return nil }
        return String(Substring(word))
    }
}

extension String {
    /// The text without control characters, which a server could use to paint on a terminal.
    fileprivate func trimmingControls() -> String {
        if utf8.allSatisfy({ (32...126).contains($0) }) { return self }
        return String(
            unicodeScalars.filter { scalar in
                switch scalar.properties.generalCategory {
                case .control, .lineSeparator, .paragraphSeparator: false
                default: true
                }
            })
    }
}
