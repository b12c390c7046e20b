import Convene

/// The text of one template file, and the name that people know it by.
struct TemplateSource: Sendable {
    /// `ru/invitation.mustache`; with the folder before it where it is one of the office's own.
    let name: String
    /// The text, its lines ended by a line feed.
    let text: String

    init(name: String, bytes: some Sequence<UInt8>) {
        self.name = name
        text =
            String(decoding: Array(bytes), as: UTF8.self)
            .replacingLineEnds
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
