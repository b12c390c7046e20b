import Convene

/// The text of one template file, and the name that people know it by.
struct TemplateSource: Sendable {
    /// `ru/invitation.mustache`; with the folder before it where it is one of the office's own.
    let name: String
    /// The text, its lines ended by a line feed.
    let text: String

    init(name: String, text: String) {
        self.name = name
        self.text = text.replacingLineEnds
    }

    /// The text of a file.
    ///
    /// - Throws: `template.faulty` with the line that is not UTF-8: in another encoding its letters
    ///   would be lost without a word.
    init(name: String, bytes: some Collection<UInt8>) throws(Problem) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .templateEncoding(name, line: TemplateSource.firstUnreadableLine(of: bytes))
        }
        self.init(name: name, text: text)
    }

    private static func firstUnreadableLine(of bytes: some Collection<UInt8>) -> Int {
        let lines = Array(bytes).split(separator: 10, omittingEmptySubsequences: false)
        let index = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
        return (index ?? 0) + 1
    }

    var lines: [Substring] { text[...].lines }
}

extension String {
    /// CRLF and CR made LF, and a byte order mark taken off: what editors leave. Nor is there
    /// anything in it that could pass for one of our marks.
    fileprivate var replacingLineEnds: String {
        var text = String.UnicodeScalarView()
        var afterReturn = false
        for scalar in unicodeScalars where scalar != "\u{FEFF}" && !TemplateMarks.isMark(scalar) {
            if scalar == "\r" {
                text.append("\n")
            } else if !(scalar == "\n" && afterReturn) {
                text.append(scalar)
            }
            afterReturn = scalar == "\r"
        }
        return String(text)
    }
}
