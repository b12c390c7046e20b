/// Files of other programs, and archives.
extension FaultyFile {
    private static func beginning(_ bytes: [UInt8], _ name: String, _ sentence: String)
        -> FaultyFile
    {
        FaultyFile(name, sentence) { bytes + [UInt8](repeating: 0x20, count: 600) }
    }

    static let others = [
        beginning(Array("%PDF-1.7\n".utf8), "a PDF named .xlsx", "a PDF document"),
        beginning([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an .xls", "save it as .xlsx"),
        beginning([0x09, 0x08, 0x10, 0x00, 0x00, 0x06], "an .xls of 1993", "save it as .xlsx"),
        beginning(Array("{\\rtf1\\ansi".utf8), "rich text", "a text document"),
        beginning([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a PNG", "a picture"),
        beginning([0xFF, 0xD8, 0xFF, 0xE0], "a photograph", "a picture"),
        beginning(Array("GIF89a".utf8), "a GIF", "a picture"),
        beginning([0x1F, 0x8B, 0x08], "a file of gzip", "a packed file"),
        beginning([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a file of 7-Zip", "a packed file"),
        beginning(Array("Rar!\u{1A}\u{7}".utf8), "a file of RAR", "a packed file"),
        beginning([0x7F, 0x45, 0x4C, 0x46], "a program", "no text at all"),
        beginning(Array("SQLite format 3\0".utf8), "a register", "no text at all"),
        FaultyFile("zeros", "zero byte on line 1") { [UInt8](repeating: 0, count: 1 << 20) },
        FaultyFile("a web page named .xls", "a web page", text: "<html><table><tr><td>a</table>"),
        FaultyFile("a table of a web page", "a web page", text: "\n <TABLE><tr><td>a</table>"),
        FaultyFile(
            "XML of Excel 2003", "a web page or XML", text: "<?xml version=\"1.0\"?><Workbook/>"),
    ]

    static let sound = WorkbookFile(WorkbookFile.rows([["name", "country"], ["Ada", "SE"]]))

    /// An archive with one field changed.
    private static func archive(
        _ name: String, _ sentence: String,
        _ change: @escaping @Sendable (inout ArchiveFile) -> Void
    ) -> FaultyFile {
        FaultyFile(name, sentence) {
            var file = ArchiveFile(sound.entries)
            change(&file)
            return file.bytes
        }
    }

    private static func containing(_ names: [String], _ name: String, _ sentence: String)
        -> FaultyFile
    {
        FaultyFile(name, sentence) { ArchiveFile(names.map { .init($0, "x") }).bytes }
    }

    static let archives = [
        FaultyFile("half a workbook", "damaged") {
            Array(sound.bytes.prefix(sound.bytes.count / 2))
        },
        FaultyFile("a workbook without its end", "damaged") { sound.bytes.dropLast(9) },
        FaultyFile("a workbook without its beginning", "damaged") {
            Array("PK\u{3}\u{4}".utf8) + sound.bytes.dropFirst(900)
        },
        FaultyFile("the mark of an archive", "damaged") { Array("PK\u{3}\u{4}".utf8) },
        FaultyFile("an empty archive", "holds no workbook") { ArchiveFile([]).bytes },
        containing(["list.csv"], "an archive of a list", "holds no workbook"),
        containing(["word/document.xml"], "a .docx", "a text document or a presentation"),
        containing(["ppt/presentation.xml"], "a .pptx", "a text document or a presentation"),
        containing(["mimetype", "content.xml"], "an .ods", "a LibreOffice document"),
        containing(["xl/workbook.bin"], "an .xlsb", "a binary Excel workbook"),
        containing(["Index/Document.iwa"], "a .numbers", "a Numbers document"),
        archive("a password", "protected by a password") { file in
            for index in file.entries.indices { file.entries[index].flags = 1 }
        },
        archive("an entry twice", "damaged") { $0.entries.append(.init("XL/Workbook.xml", "x")) },
        archive("wrong check sums", "damaged") { file in
            for index in file.entries.indices { file.entries[index].checksum ^= 1 }
        },
        archive("wrong sizes", "damaged") { file in
            for index in file.entries.indices { file.entries[index].size += 5 }
        },
        FaultyFile("a bomb that says it is small", "damaged") {
            var bomb = ArchiveFile.Entry(
                "xl/worksheets/sheet1.xml", endless: "<worksheet> ", times: 400_000)
            bomb.size = 1_000
            return ArchiveFile(sound.with(bomb.name, nil).entries + [bomb]).bytes
        },
        archive("a way of packing that nobody knows", "damaged") { file in
            for index in file.entries.indices { file.entries[index].method = 77 }
        },
        archive("what can't be unpacked", "damaged") { file in
            for index in file.entries.indices { file.entries[index].method = 8 }
        },
        archive("more entries than there are", "damaged") { $0.announced = 9_000 },
        archive("far more entries than there are", "far more than a list needs") {
            $0.announced = 60_000
        },
        FaultyFile("twelve thousand entries", "far more than a list needs") {
            ArchiveFile((0..<12_000).map { .init("\($0)", "") }).bytes
        },
        archive("a ZIP64 record that is nowhere", "far more than a list needs") {
            $0.beforeEnd =
                Array("PK\u{6}\u{7}".utf8) + ArchiveFile.bytes(UInt32(0))
                + ArchiveFile.bytes(UInt64.max) + ArchiveFile.bytes(UInt32(1))
        },
        archive("a ZIP64 record of a million million entries", "far more than a list needs") {
            file in
            let start = file.bytes.count - 22
            let many = UInt64(1) << 40
            file.beforeEnd =
                Array("PK\u{6}\u{6}".utf8) + ArchiveFile.bytes(UInt64(44))
                + ArchiveFile.bytes(UInt16(45), UInt16(45))
                + ArchiveFile.bytes(UInt32(0), UInt32(0))
                + ArchiveFile.bytes(many, many, UInt64(0), UInt64(0))
            file.beforeEnd +=
                Array("PK\u{6}\u{7}".utf8) + ArchiveFile.bytes(UInt32(0))
                + ArchiveFile.bytes(UInt64(start)) + ArchiveFile.bytes(UInt32(1))
        },
    ]
}
