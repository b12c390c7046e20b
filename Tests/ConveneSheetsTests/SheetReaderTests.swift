import Convene
import ConveneSheets
import Testing

/// How text is divided into rows and cells.
@Suite struct SheetReaderTests {
    private let reader = SheetReader()

    @Test(arguments: [
        ("a,b\n1,2\n", "UTF-8, commas"), ("a;b\n1;2\n", "UTF-8, semicolons"),
        ("a\tb\n1\t2\n", "UTF-8, tabs"), ("a|b\n1|2\n", "UTF-8, bars"),
    ])
    func `the delimiter is found (CSV-3)`(text: String, reading: String) throws {
        let sheet = try reader.read(text: text)

        #expect(sheet.reading == reading)
        #expect(sheet.headings == ["a", "b"])
        #expect(sheet.rows.map(\.cells) == [["1", "2"]])
    }

    @Test(arguments: [
        // The decimal commas disagree on a number of columns; the semicolons agree.
        ("name;share\nAnn;1,5\nEva;2,25\nJon;3\n", "UTF-8, semicolons"),
        // Both stand in every row: the one that gives more columns.
        ("a,x;b;c\n1,y;2;3\n", "UTF-8, semicolons"),
        // Within quotes nothing counts, nor behind a doubled quote.
        ("a,b\n\"1;;;\"\"\",2\n\";;\"\"x;;\",4\n", "UTF-8, commas"),
        // A row that is too long has one vote of three.
        ("a,b\n1,2\n1,2,3\n1,2\n", "UTF-8, commas"),
        // What stands among the headings goes before what does not.
        ("a,b\n1\n2\nx;y\nx;y\n", "UTF-8, commas"),
    ])
    func `the delimiter is the one that gives most rows the same columns (CSV-3)`(
        text: String, reading: String
    ) throws {
        let sheet = try reader.read(text: text)

        #expect(sheet.reading == reading)
    }

    @Test func `only the first 50 records vote on the delimiter (CSV-3)`() throws {
        let head = "a,b;c\n" + String(repeating: "1,2\n", count: 49)

        let sheet = try reader.read(text: head + String(repeating: "1;2\n", count: 200))

        #expect(sheet.reading == "UTF-8, commas")
    }

    @Test(arguments: [
        "sep=,\na,b\n1,2\n", "sep=;\r\na;b\r\n1;2\r\n", "SEP=^\ra^b\r1^2\r",
        "\"sep=;\"\na;b\n1;2\n", "\u{FEFF}sep=\t\na\tb\n1\t2\n",
    ])
    func `a first line names the delimiter, and counts as a line (CSV-3)`(text: String) throws {
        let sheet = try reader.read(text: text)

        #expect(sheet.headings == ["a", "b"])
        #expect(sheet.rows == [Sheet.Row(line: 3, cells: ["1", "2"])])
    }

    @Test func `the named delimiter is believed against the vote (CSV-3)`() throws {
        let sheet = try reader.read(text: "sep=|\na,b\n1,2\n")

        #expect(sheet.headings == ["a,b"])
        #expect(sheet.reading == "UTF-8, bars")
    }

    @Test(arguments: ["sep=x\n1\n", "sep=\u{1B}\n1\n", "separate\n1\n", "sep=,,\n1\n"])
    func `what only looks like such a line is the headings`(text: String) throws {
        let sheet = try reader.read(text: text)

        #expect(sheet.headings.first?.hasPrefix("sep") == true)
        #expect(sheet.rows.first?.line == 2)
    }

    @Test func `a list of one column keeps the commas of its cells`() throws {
        let sheet = try reader.read(text: "title\nMuseums\nRoads, bridges; \"ways\"\n")

        #expect(sheet.reading == "UTF-8, one column")
        #expect(sheet.rows.map(\.cells) == [["Museums"], ["Roads, bridges; \"ways\""]])
    }

    @Test(arguments: [
        ("\"x \"\"y\"\" z\"", "x \"y\" z"), ("\"x,y\"", "x,y"), ("\"x\ny\"", "x\ny"),
        ("\"x\r\ny\rz\"", "x\ny\nz"), ("\"\"", ""), ("\"\"\"\"", "\""), (" \"x,y\" ", "x,y"),
        ("x \"y\" z", "x \"y\" z"), ("5\"", "5\""), ("\"Aurora\" gallery", "\"Aurora\" gallery"),
    ])
    func `quotes enclose a cell, doubled ones are text (CSV-4)`(cell: String, text: String) throws {
        let rows = try reader.rows("a,b,c\n1,\(cell),3\n")

        #expect(rows == [["1", text, "3"]])
    }

    @Test(arguments: ["\n", "\r", "\r\n"], [true, false])
    func `lines end in any of three ways, the last also in none (CSV-4)`(
        end: String, hasLast: Bool
    ) throws {
        let text = ["a,b", "1,2", "", "3,\"x\(end)y\"", "5,6"].joined(separator: end)

        let sheet = try reader.read(text: text + (hasLast ? end : ""))

        #expect(sheet.headings == ["a", "b"])
        #expect(
            sheet.rows == [
                Sheet.Row(line: 2, cells: ["1", "2"]), Sheet.Row(line: 4, cells: ["3", "x\ny"]),
                Sheet.Row(line: 6, cells: ["5", "6"]),
            ])
    }

    @Test func `blank lines and rows of nothing are left out (CSV-4)`() throws {
        let sheet = try reader.read(text: "\n , \na,b\n\n,\n \u{A0},\"\"\n1,2\n\n")

        #expect(sheet.headings == ["a", "b"])
        #expect(sheet.rows == [Sheet.Row(line: 7, cells: ["1", "2"])])
    }

    @Test(arguments: [
        "\u{A0}x\u{A0}", "\u{200B}x\u{FEFF}", " \t\u{202F}x\u{2007} ", "\u{202A}x\u{202C}",
        "\u{3000}x\u{2060}", "\"  x\n\"",
    ])
    func `invisible characters at the ends of a cell are gone (CSV-4)`(cell: String) throws {
        let sheet = try reader.read(text: "\(cell),b\n1,\(cell)\n")

        #expect(sheet.headings == ["x", "b"])
        #expect(sheet.rows.map(\.cells) == [["1", "x"]])
    }

    @Test(arguments: ["é", "Ё", "я", "’", "€", "”", "ÿ", "語", "🙂", "x\u{A0}y", "à"])
    func `visible characters at the ends of a cell stay`(cell: String) throws {
        let rows = try reader.rows("a,b\n\(cell),\(cell)\n")

        #expect(rows == [[cell, cell]])
    }

    @Test(arguments: [
        ("'=1+1", "=1+1"), ("'+7 701", "+7 701"), ("'-", "-"), ("'@x", "@x"), ("'＝x", "＝x"),
        ("\"'\tx\"", "x"), ("'", "'"), ("'x'", "'x'"), ("''=x", "'=x"),
        ("x|'=1|'-2", "x|=1|-2"), ("\"x,'+7\"", "x,+7"), ("O'-Brien", "O'-Brien"),
        ("=\"00123\"", "00123"), ("\"=\"\"007\"\"\"", "007"), (" =x", "=x"),
    ])
    func `the guards against formulas are taken off (CSV-5, CSV-11)`(cell: String, text: String)
        throws
    {
        let rows = try reader.rows("a,b\n1,\(cell)\n")

        #expect(rows == [["1", text]])
    }
}
