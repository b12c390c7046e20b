/// Text as XML 1.0 can hold it.
enum XMLText {
    /// The text with entities for what is markup, and `_x0007_` for what XML can't hold, as workbooks
    /// write it (ECMA-376 part 1, 22.4.2.4); what looks like that already keeps its meaning.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        escaped.reserveCapacity(text.utf8.count)
        var rest = text.unicodeScalars[...]
        while let scalar = rest.first {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "_" where isEscape(rest): escaped += "_x005F_"
            case "\r": escaped += "_x000D_"
            case "\t", "\n": escaped.unicodeScalars.append(scalar)
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                escaped += "_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_"
            default: escaped.unicodeScalars.append(scalar)
            }
            rest = rest.dropFirst()
        }
        return escaped
    }

    /// The text up to what a cell of a workbook can hold: 32,767 units of UTF-16.
    static func fitting(_ text: String) -> String {
        let most = 32_767
        guard text.utf16.count > most else { return text }
        return String(decoding: text.utf16.prefix(most - 1), as: UTF16.self) + "…"
    }

    /// Whether an escape such as `_x000D_` begins here.
    private static func isEscape(_ text: Substring.UnicodeScalarView) -> Bool {
        let head = Array(text.prefix(7))
        return head.count == 7 && head[1] == "x" && head[6] == "_"
            && head[2...5].allSatisfy { $0.properties.isASCIIHexDigit }
    }
}
