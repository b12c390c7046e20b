import Convene
import ConveneSheets
import Testing

/// Files that are refused as a whole, each with a sentence that says what to do.
@Suite struct SheetReaderRefusalTests {
    private let reader = SheetReader()

    @Test func `a list in zeros is named with the line of the first (CSV-1)`() throws {
        let problem = try #require(reader.refusal(text: "a,b\n1,2\n3,\u{0}4\n"))

        #expect(problem.code == .listUnreadable)
        #expect(problem.message.hasPrefix("list.csv has a zero byte on line 3, character 3"))
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
        let row = line.replacing("x", with: "y")

        let sheet = try reader.read(text: "\(line)\n\(row)\n")
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
