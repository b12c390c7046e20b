import Convene
import ConveneSheets
import Testing

/// Files that are refused as a whole, each with a sentence that says what to do.
@Suite struct SheetReaderRefusalTests {
    private let reader = SheetReader()

    @Test(
        arguments: [
            ([0xFF, 0xFE, 0x61, 0x00], "UTF-16"), ([0xFE, 0xFF, 0x00, 0x61], "UTF-16"),
            (Array("PK\u{03}\u{04}\u{14}\u{00}".utf8), "workbook"),
            (Array("PK\u{05}\u{06}\u{00}".utf8), "workbook"),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], "old Excel workbook"),
            (Array("%PDF-1.7\n".utf8), "PDF"), (Array("a,b\n1,\u{0}\n".utf8), "zero bytes"),
            // Фамилия;Имя in Windows-1251, and the same behind much that is valid.
            ([0xD4, 0xE0, 0xEC, 0x3B, 0xC8, 0xEC, 0xFF, 0x0A], "older encoding"),
            (Array(String(repeating: "я,b\n", count: 40_000).utf8) + [0xE9], "older encoding"),
            ([UInt8](repeating: 0x80, count: 200_000), "older encoding"),
            (Array("  <!DOCTYPE html><table>".utf8), "web page"),
            (Array("\u{FEFF}<?xml version=\"1.0\"?>".utf8), "web page"),
        ] as [([UInt8], String)])
    func `what is not a list in UTF-8 is named, with the way to one`(
        bytes: [UInt8], kind: String
    ) throws {
        let problem = try #require(reader.refusal(bytes))

        #expect(problem.code == .listUnreadable)
        #expect(problem.message.hasPrefix("list.csv seems to be "))
        #expect(problem.message.contains(kind))
        #expect(problem.message.hasSuffix("CSV UTF-8."))
    }

    @Test func `a list whose first heading is PK is a list`() throws {
        let sheet = try reader.read(text: "PK,name\n1,x\n")

        #expect(sheet.headings == ["PK", "name"])
    }

    @Test func `characters that straddle the pieces of a long file are valid`() throws {
        for offset in 0..<4 {
            let text =
                String(repeating: "x", count: offset) + ",b\n"
                + String(repeating: "1,🙂語я\n", count: 12_000)

            let sheet = try reader.read(text: text)

            #expect(sheet.rows.count == 12_000)
        }
    }

    @Test(arguments: ["", "\u{FEFF}", "\n\r\n\n", " , ,\n,,\n", "sep=;", "sep=;\r\n"])
    func `an empty file is refused`(text: String) throws {
        let problem = try #require(reader.refusal(text: text))

        #expect(problem.code == .listEmpty)
        #expect(problem.message.hasPrefix("list.csv is empty"))
    }

    @Test(arguments: ["a,b", "a,b\r\n", "sep=;\na;b\n\n;;\n"])
    func `headings alone are refused`(text: String) throws {
        let problem = try #require(reader.refusal(text: text))

        #expect(problem.code == .listEmpty)
        #expect(problem.message.contains("has headings but no rows"))
    }

    @Test func `headings that can't be read are refused with their line`() throws {
        let problem = try #require(reader.refusal(text: "\na,\"b\n1,2\n"))

        #expect(problem.code == .listUnreadable)
        #expect(problem.message.contains("because of line 2"))
    }

    @Test func `a thousand columns are read and one more is not`() throws {
        let line = Array(repeating: "x", count: 1_000).joined(separator: ",")

        let sheet = try reader.read(text: "\(line)\n\(line)\n")
        let problem = try #require(reader.refusal(text: "\(line),y\n\(line)\n"))

        #expect(sheet.headings.count == 1_000)
        #expect(sheet.rows.count == 1)
        #expect(problem.code == .listUnreadable)
        #expect(problem.message.contains("has 1001 columns"))
    }

    @Test func `a million rows are read and one more is not`() throws {
        let million = "a\n" + String(repeating: "1\n", count: 1_000_000)

        let sheet = try reader.read(text: million)
        let problem = try #require(reader.refusal(text: million + "1\n"))

        #expect(sheet.rows.count == 1_000_000)
        #expect(problem.code == .listUnreadable)
        #expect(problem.message.contains("more than 1,000,000 rows"))
    }
}
