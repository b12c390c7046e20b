import Foundation

/// Makes text of octets in whatever encoding a mail says that it has.
enum Charset {
    /// The text; what is wrong in it becomes a mark, what no encoding is known for is read as UTF-8 where
    /// it can be, else letter by letter.
    static func text(_ bytes: some Collection<UInt8>, _ name: String?) -> String {
        let name = name?.lowercased().trimmed ?? "utf-8"
        let bytes = Array(bytes)
        if let encoding = encodings[name],
            let text = String(data: Data(bytes), encoding: encoding)
        {
            return text
        }
        if ["utf-8", "utf8", "us-ascii", "ascii", ""].contains(name) || isUTF8(bytes) {
            // Mail that calls itself ASCII and is not, is in UTF-8 more often than in anything else.
            return isUTF8(bytes) ? String(decoding: bytes, as: UTF8.self) : latin(bytes)
        }
        return latin(bytes)
    }

    private static func isUTF8(_ bytes: [UInt8]) -> Bool {
        String(validating: bytes, as: UTF8.self) != nil
    }

    private static func latin(_ bytes: [UInt8]) -> String {
        String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }

    /// By the names of the IANA; those without a name in Foundation by the number that Core
    /// Foundation gives them.
    private static let encodings: [String: String.Encoding] = {
        var encodings: [String: String.Encoding] = [
            "iso-8859-2": .isoLatin2, "windows-1250": .windowsCP1250,
            "windows-1251": .windowsCP1251, "cp1251": .windowsCP1251,
            "windows-1252": .windowsCP1252, "cp1252": .windowsCP1252,
            "windows-1253": .windowsCP1253, "windows-1254": .windowsCP1254,
            "iso-8859-9": .windowsCP1254, "iso-2022-jp": .iso2022JP, "shift_jis": .shiftJIS,
            "euc-jp": .japaneseEUC, "utf-16": .utf16, "utf-16le": .utf16LittleEndian,
            "utf-16be": .utf16BigEndian,
        ]
        let numbers: [String: UInt] = [
            "koi8-r": 0x0A02, "koi8-u": 0x0A08, "iso-8859-5": 0x0205, "iso-8859-7": 0x0207,
            "iso-8859-15": 0x020F, "gb2312": 0x0632, "gbk": 0x0631, "gb18030": 0x0632,
            "big5": 0x0A03, "euc-kr": 0x0940, "ks_c_5601-1987": 0x0422, "cp866": 0x0419,
            "windows-1255": 0x0505, "windows-1256": 0x0506, "windows-1257": 0x0507,
        ]
        for (name, number) in numbers {
            encodings[name] = String.Encoding(rawValue: 0x8000_0000 | number)
        }
        return encodings
    }()
}

extension EncodedWord {
    /// The text of a header field with its encoded-words undone (RFC 2047); words that are broken
    /// stay as they are.
    static func decoded(_ text: String) -> String {
        guard text.contains("=?") else { return text }
        var result = ""
        var rest = text[...]
        var endsInWord = false
        while let start = rest.range(of: "=?") {
            let before = rest[..<start.lowerBound]
            guard let (word, after) = word(rest[start.upperBound...]) else {
                result += rest[..<start.upperBound]
                rest = rest[start.upperBound...]
                endsInWord = false
                continue
            }
            // Blanks between two encoded-words are not part of the text (§6.2).
            if !(endsInWord && before.allSatisfy { $0 == " " || $0 == "\t" }) { result += before }
            result += word
            rest = after
            endsInWord = true
        }
        return result + rest
    }

    /// What stands after `=?`: charset, encoding and text, up to `?=`.
    private static func word(_ text: Substring) -> (String, Substring)? {
        let parts = text.prefix(500).split(
            separator: "?", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let end = parts[2].range(of: "?=") else { return nil }
        let content = parts[2][..<end.lowerBound]
        let charset = parts[0].prefix { $0 != "*" }
        let bytes: [UInt8]
        switch parts[1].lowercased() {
        case "b": bytes = TransferEncoding.base64(content.utf8)
        case "q": bytes = TransferEncoding.quotedPrintable(Array(content.utf8), isHeader: true)
        default: return nil
        }
        return (Charset.text(bytes, String(charset)), text[end.upperBound...])
    }
}
