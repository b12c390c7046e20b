/// What a file is, found from its bytes and never from its ending.
enum SheetFormat: Equatable {
    /// Delimited text in UTF-8, which begins at this byte, behind the byte order mark (CSV-2).
    case utf8(start: Int)
    /// Something that can't be read yet.
    case foreign(Foreign)

    init(of bytes: [UInt8]) {
        if let kind = Self.signatures.first(where: { bytes.starts(with: $0.mark) })?.kind {
            self = .foreign(kind)
        } else if bytes.contains(0) {
            self = .foreign(.binary)
        } else if !Self.isUTF8(bytes) {
            self = .foreign(.codePage)
        } else {
            let start = bytes.starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0
            self = Self.isMarkup(bytes[start...]) ? .foreign(.markup) : .utf8(start: start)
        }
    }

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private static let signatures: [(mark: [UInt8], kind: Foreign)] = [
        ([0xFF, 0xFE], .utf16),
        ([0xFE, 0xFF], .utf16),
        // Four bytes each: a list whose first heading begins with PK is a list.
        (Array("PK\u{03}\u{04}".utf8), .zip),
        (Array("PK\u{05}\u{06}".utf8), .zip),
        ([0xD0, 0xCF, 0x11, 0xE0], .oldWorkbook),
        (Array("%PDF-".utf8), .pdf),
    ]

    /// Validates piece by piece, so that a large file is not held twice.
    private static func isUTF8(_ bytes: [UInt8]) -> Bool {
        var start = 0
        while start < bytes.count {
            var end = min(start + 65_536, bytes.count)
            // A piece never ends within a character.
            while end > start, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
            guard end > start, String(validating: bytes[start..<end], as: UTF8.self) != nil else {
                return false
            }
            start = end
        }
        return true
    }

    /// Many systems export a web page or XML and call it a spreadsheet.
    private static func isMarkup(_ text: ArraySlice<UInt8>) -> Bool {
        let head = text.drop { $0 <= 0x20 }.prefix(9)
        let word = String(decoding: head, as: UTF8.self).lowercased()
        return ["<!doctype", "<html", "<table", "<?xml"].contains { word.hasPrefix($0) }
    }
}

extension SheetFormat {
    /// What can be recognised but not read: what it seems to be, and how to get a list out of it.
    enum Foreign: CaseIterable {
        case utf16, zip, oldWorkbook, pdf, binary, codePage, markup

        var description: String {
            switch self {
            case .utf16: "text in UTF-16 (\"Unicode text\")"
            case .zip: "an Excel or LibreOffice workbook, or a ZIP archive"
            case .oldWorkbook: "an old Excel workbook or another Office document"
            case .pdf: "a PDF document"
            case .binary: "text in UTF-16 without its mark, or no text at all (it has zero bytes)"
            case .codePage: "text in an older encoding such as Windows-1251 or Windows-1252"
            case .markup: "a web page or XML"
            }
        }

        var remedy: String {
            switch self {
            case .utf16, .zip, .oldWorkbook, .binary, .codePage, .markup:
                "open it in a spreadsheet program and save it as CSV UTF-8"
            case .pdf:
                "ask for the list as a spreadsheet, and save that as CSV UTF-8"
            }
        }
    }
}
