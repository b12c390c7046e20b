import Convene

/// What a file is, found from its bytes and never from its ending.
enum SheetFormat: Equatable {
    /// Text, or what nothing else is.
    case text
    /// An archive, which may be a workbook.
    case archive
    /// Something that holds no list that can be read.
    case foreign(Foreign)

    init(of bytes: [UInt8]) {
        if let kind = Self.signatures.first(where: { bytes.starts(with: $0.mark) })?.kind {
            self = .foreign(kind)
        } else if Self.archives.contains(where: { bytes.starts(with: $0) }) {
            self = .archive
        } else {
            self = .text
        }
    }

    /// Four bytes each: a list whose first heading begins with PK is a list.
    private static let archives = ["PK\u{03}\u{04}", "PK\u{05}\u{06}"].map { Array($0.utf8) }

    private static let signatures: [(mark: [UInt8], kind: Foreign)] = [
        ([0xD0, 0xCF, 0x11, 0xE0], .oldWorkbook),
        // Workbooks from before there were compound documents.
        ([0x09, 0x08, 0x10, 0x00], .oldWorkbook), ([0x09, 0x04, 0x06, 0x00], .oldWorkbook),
        ([0xFF, 0xFE, 0x00, 0x00], .utf32), ([0x00, 0x00, 0xFE, 0xFF], .utf32),
        (Array("%PDF-".utf8), .pdf),
        (Array("{\\rtf".utf8), .document),
        ([0x89, 0x50, 0x4E, 0x47], .picture), ([0xFF, 0xD8, 0xFF], .picture),
        (Array("GIF8".utf8), .picture),
        ([0x1F, 0x8B], .packed), ([0x37, 0x7A, 0xBC, 0xAF], .packed),
        (Array("Rar!".utf8), .packed), (Array("BZh9".utf8), .packed),
        (Array("SQLite format 3\0".utf8), .binary), ([0x7F, 0x45, 0x4C, 0x46], .binary),
    ]

    /// Many systems export a web page or XML and call it a spreadsheet.
    static func isMarkup(_ text: ArraySlice<UInt8>) -> Bool {
        let head = text.drop { $0 <= 0x20 }.prefix(9)
        let word = String(decoding: head, as: UTF8.self).lowercased()
        return ["<!doctype", "<html", "<table", "<?xml"].contains { word.hasPrefix($0) }
    }
}

extension SheetFormat {
    /// What can be recognised but not read: what it seems to be, and how to get a list out of it.
    enum Foreign: CaseIterable {
        case zip, oldWorkbook, binaryWorkbook, openDocument, numbers, document, pdf, picture, packed
        case binary, utf32, codePage, markup

        var description: String {
            switch self {
            case .zip: "a ZIP archive that holds no workbook"
            case .oldWorkbook:
                "an old Excel workbook (.xls), or one that is protected by a password"
            case .binaryWorkbook: "a binary Excel workbook (.xlsb)"
            case .openDocument: "a LibreOffice document"
            case .numbers: "a Numbers document"
            case .document: "a text document or a presentation"
            case .pdf: "a PDF document"
            case .picture: "a picture"
            case .packed: "a packed file"
            case .binary: "no text at all (it has zero bytes)"
            case .utf32: "text in UTF-32"
            case .codePage: "text in an older encoding that can't be told from its letters"
            case .markup: "a web page or XML"
            }
        }

        var remedy: String {
            switch self {
            case .oldWorkbook:
                "open it in a spreadsheet program, take any password away, and save it as .xlsx"
            case .binaryWorkbook, .openDocument, .numbers, .markup:
                "open it in a spreadsheet program and save it as .xlsx"
            case .zip, .packed: "unpack it and import the list in it"
            case .document, .pdf, .picture: "ask for the list as a spreadsheet"
            case .codePage:
                "say which it is with --encoding, for example koi8-r, or open it in a spreadsheet"
                    + " program and save it as .xlsx"
            case .binary, .utf32:
                "open it in a spreadsheet program and save it as .xlsx or as CSV UTF-8"
            }
        }
    }
}
