import Testing

/// A file that can't be read as a list, or not whole; each is to be answered with a sentence.
struct FaultyFile: CustomTestStringConvertible, Sendable {
    /// What is wrong with it.
    let name: String
    /// A part of the sentence that is to be said.
    let sentence: String
    var sheet: String?
    /// Made when it is needed: some are large.
    let bytes: @Sendable () -> [UInt8]

    init(
        _ name: String, _ sentence: String, sheet: String? = nil,
        bytes: @escaping @Sendable () -> [UInt8]
    ) {
        self.name = name
        self.sentence = sentence
        self.sheet = sheet
        self.bytes = bytes
    }

    init(_ name: String, _ sentence: String, text: String) {
        self.init(name, sentence) { Array(text.utf8) }
    }

    var testDescription: String { name }

    static let all = texts + encodings + others + archives + parts + cells
}

/// Text.
extension FaultyFile {
    static let texts = [
        FaultyFile("nothing", "is empty", text: ""),
        FaultyFile("a byte order mark", "is empty", text: "\u{FEFF}"),
        FaultyFile("line ends", "is empty", text: "\r\n\n\r\n"),
        FaultyFile("delimiters", "is empty", text: ",,,\n,,\n"),
        FaultyFile("blanks", "is empty", text: " \t \u{A0}\n\u{200B}"),
        FaultyFile("a delimiter line", "is empty", text: "sep=;\n"),
        FaultyFile("headings only", "headings but no rows", text: "name,country\n"),
        FaultyFile("headings and blanks", "headings but no rows", text: "name,country\n,\n ,\n"),
        FaultyFile("headings twice", "headings but no rows", text: "name,country\nname,country\n"),
        FaultyFile("a quote open in the headings", "because of line 1", text: "a,\"b\n1,2\n"),
        FaultyFile("a quote open in a row", "never closes", text: "a,b\n1,\"2\n3,4\n"),
        FaultyFile("a quote open in a title", "never closes", text: "a,b,c\n1,2,3\n\"4"),
        FaultyFile(
            "a quote that closes far below", "in the middle of text",
            text: "a,b\n\"1,2\n3,4\n\"5,5\",6\n"),
        FaultyFile("a row too wide", "This row has 3 cells", text: "a,b\n1,2,3\n"),
        FaultyFile("a formula", "instead of its result", text: "a,b\n1,=SUM(A1:A9)\n"),
        FaultyFile(
            "a call for a program", "instead of its result", text: "a,b\n=cmd|'/C calc'!A0,1\n"),
        FaultyFile("an error of Excel", "shows an error", text: "a,b\n1,#REF!\n"),
        FaultyFile("an error of a Russian Excel", "shows an error", text: "a,b\n1,#Н/Д\n"),
        FaultyFile("a column too narrow", "shows an error", text: "a,b\n1,########\n"),
        FaultyFile("a telephone shortened", "has shortened this number", text: "a,b\nx,7.7E+10\n"),
        FaultyFile("a zero byte", "zero byte on line 2, character 3", text: "a,b\n1,\u{0}2\n"),
        FaultyFile("a cell without end", "100,000 characters") {
            Array("a,b\n1,".utf8) + [UInt8](repeating: 0x78, count: 200_000)
        },
        FaultyFile("a heading too many", "has 1001 columns") {
            Array(Array(repeating: "x", count: 1_001).joined(separator: ",").utf8)
                + Array("\n1".utf8)
        },
        FaultyFile("ten million columns", "has 10000000 columns") {
            Array(String(repeating: "x,", count: 10_000_000).utf8)
        },
        FaultyFile("a million commas and a name", "columns") {
            [UInt8](repeating: 0x2C, count: 1_000_000) + Array("x\n1,2\n".utf8)
        },
        FaultyFile("too many cells", "10,000,000 cells") {
            let headings = (0..<1_000).map { "h\($0)" }.joined(separator: ",") + "\n"
            return Array(headings.utf8) + Array(String(repeating: "1,2\n", count: 10_001).utf8)
        },
    ]

    static let encodings = [
        FaultyFile("UTF-8, then Windows-1251", "line 3 is not in the same") {
            Array("Имя,Страна\nАнна,Армения\n".utf8) + [0xC8, 0xE2, 0xE0, 0xED, 0x2C, 0xD0, 0xD4]
        },
        FaultyFile("Windows-1251, then UTF-8", "line 2 is not in the same") {
            [0xC8, 0xEC, 0xFF, 0x2C, 0xCF, 0xEE, 0xEB, 0x0A] + Array("Иван,мужской\n".utf8)
        },
        FaultyFile("one byte of Windows-1252 in UTF-8", "line 2 is not in the same") {
            Array("prénom,pays,été,âge\nAndr".utf8) + [0xE9] + Array(",France\n".utf8)
        },
        FaultyFile("half a character of UTF-16", "no text at all") {
            [0xFF, 0xFE, 0x61, 0x00, 0x2C, 0x00, 0x62]
        },
        FaultyFile("half a pair of UTF-16", "no text at all") {
            [0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8, 0x0A, 0x00]
        },
        FaultyFile("headings only in UTF-16", "headings but no rows") {
            [0xFF, 0xFE] + "a\tb\r\n".utf8.flatMap { [$0, 0] }
        },
        FaultyFile("a zero in UTF-16", "zero byte on line 1") {
            [0xFF, 0xFE] + "a\t\u{0}b\r\n".utf8.flatMap { [$0, 0] }
        },
        FaultyFile("UTF-32", "UTF-32") { [0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0] },
        FaultyFile("KOI8-R", "older encoding") {
            // Фамилия;Имя and Иванов;Иван: capitals behind small letters in Windows-1251.
            [0xE6, 0xC1, 0xCD, 0xC9, 0xCC, 0xC9, 0xD1, 0x3B, 0xE9, 0xCD, 0xD1, 0x0A]
                + [0xE9, 0xD7, 0xC1, 0xCE, 0xCF, 0xD7, 0x3B, 0xE9, 0xD7, 0xC1, 0xCE, 0x0A]
        },
        FaultyFile("a Cyrillic list of DOS", "older encoding") {
            // Фамилия;Имя in code page 866: signs where letters should be, and 0x98 has no meaning.
            [0x94, 0xA0, 0xAC, 0xA8, 0xAB, 0xA8, 0xEF, 0x3B, 0x88, 0xAC, 0xEF, 0x0A]
                + [0x8D, 0x81, 0x98, 0x3B, 0x8D, 0xA5, 0xAD, 0x0A]
        },
        FaultyFile("bytes of no code page", "older encoding") {
            Array("a,b\n".utf8) + [0x81, 0x98, 0x2C, 0x8F, 0x90, 0x0A]
        },
    ]
}
