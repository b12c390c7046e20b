import Convene

/// How a file's name stands in a header: as it is in quotes, and where ASCII can't say it, by RFC
/// 2231 with an ASCII name beside it for programs that know no other (MSG-8).
enum FileName {
    /// The parameter, which stands on lines of its own where it is long (RFC 2231 §3).
    static func parameters(_ key: String, _ name: String) -> [String] {
        let name = name.onOneLine
        if name.utf8.count <= longestFallback, name.utf8.allSatisfy(isQuotable) {
            return ["\(key)=\"\(name)\""]
        }
        let fallback = "\(key)=\"\(ascii(name))\""
        guard name != ascii(name) else { return [fallback] }
        let pieces = pieces(of: name)
        // The extended form comes first: programs that take the first of two take the right one.
        guard pieces.count > 1 else { return ["\(key)*=UTF-8''\(pieces.joined())", fallback] }
        return pieces.enumerated().map { index, piece in
            "\(key)*\(index)*=" + (index == 0 ? "UTF-8''" : "") + piece
        } + [fallback]
    }

    /// The name in octets that may stand in a parameter, the others in per cent (RFC 2231 §7), in
    /// pieces that fit on a line.
    private static func pieces(of name: String) -> [String] {
        var pieces = [""]
        for byte in name.utf8 {
            let text = isAttributeCharacter(byte) ? String(UnicodeScalar(byte)) : percent(byte)
            if pieces[pieces.count - 1].utf8.count + text.utf8.count > longestPiece {
                pieces.append("")
            }
            pieces[pieces.count - 1] += text
        }
        return pieces
    }

    /// What is left of a name in ASCII: letters, digits and a few signs, and an underscore for each
    /// other character.
    private static func ascii(_ name: String) -> String {
        let plain = String(
            name.map { character in
                guard let value = character.asciiValue, isQuotable(value) else { return "_" }
                return character
            })
        let limit = plain.prefix(longestFallback)
        guard limit.count < plain.count, let dot = plain.lastIndex(of: "."),
            plain.distance(from: dot, to: plain.endIndex) <= 6
        else { return String(limit) }
        let ending = plain[dot...]
        return String(limit.dropLast(ending.count)) + String(ending)
    }

    private static func isQuotable(_ byte: UInt8) -> Bool {
        (32...126).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
            && byte != UInt8(ascii: "%") && byte != UInt8(ascii: "=")
    }

    private static func isAttributeCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 97...122: true
        case 33, 35, 36, 38, 43, 45, 46, 94...96, 123...126: true
        default: false
        }
    }

    private static func percent(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "%" + (digits.count < 2 ? "0" : "") + digits
    }

    private static let longestPiece = 50
    private static let longestFallback = 50
}

/// The type of a file by the ending of its name; it decides with which program it is opened.
enum FileType {
    static func type(of name: String) -> String {
        let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        return name.contains(".") ? types[ending] ?? unknown : unknown
    }

    private static let unknown = "application/octet-stream"
    private static let office = "application/vnd.openxmlformats-officedocument."
    private static let types = [
        "pdf": "application/pdf", "zip": "application/zip", "rtf": "application/rtf",
        "doc": "application/msword", "xls": "application/vnd.ms-excel",
        "ppt": "application/vnd.ms-powerpoint",
        "docx": office + "wordprocessingml.document", "xlsx": office + "spreadsheetml.sheet",
        "pptx": office + "presentationml.presentation",
        "odt": "application/vnd.oasis.opendocument.text",
        "ods": "application/vnd.oasis.opendocument.spreadsheet",
        "odp": "application/vnd.oasis.opendocument.presentation",
        "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "gif": "image/gif",
        "svg": "image/svg+xml",
    ]
}
