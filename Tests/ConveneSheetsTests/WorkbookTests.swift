import Convene
import ConveneSheets
import Testing

/// What the cells of a workbook are read as (CSV-13).
@Suite struct WorkbookTests {
    private func read(_ file: WorkbookFile, sheet: String? = nil) throws -> Sheet {
        try SheetReader().read(bytes: file.bytes, file: "list.xlsx", sheet: sheet)
    }

    /// What a single cell below a heading is read as.
    private func cell(
        _ xml: String, strings: [String] = [], formats: [String] = [], properties: String = ""
    ) throws -> String? {
        let rows = WorkbookFile.rows([["a", "b"]]) + "<row r=\"2\">\(xml)</row>"
        let file = WorkbookFile(rows, strings: strings, formats: formats, properties: properties)
        return try read(file).rows.first?.cells.first
    }

    @Test(arguments: [
        ("<c t=\"s\"><v>0</v></c>", "shared"), ("<c t=\"s\"><v>1</v></c>", "rich text"),
        ("<c t=\"s\"><v>2</v></c>", "東京"),
        ("<c t=\"inlineStr\"><is><t>in</t></is></c>", "in"),
        ("<c t=\"inlineStr\"><is><r><t>in </t></r><r><t>runs</t></r></is></c>", "in runs"),
        ("<c t=\"str\"><f>A1&amp;B1</f><v>joined</v></c>", "joined"),
        ("<c><f>1+1</f><v>2</v></c>", "2"), ("<c t=\"b\"><v>1</v></c>", "TRUE"),
        ("<c t=\"b\"><v>0</v></c>", "FALSE"),
        ("<c t=\"d\"><v>2011-10-03T00:00:00</v></c>", "2011-10-03"),
        ("<c t=\"d\"><v>2011-10-03T09:30:00</v></c>", "2011-10-03 09:30"),
        ("<c t=\"str\"><v>a_x000D_b_x005F_x0041_</v></c>", "a\rb_x0041_"),
        ("<c t=\"str\"><v><![CDATA[a<b]]></v></c>", "a<b"),
        ("<c t=\"str\"><v> \u{A0}x </v></c>", "x"), ("<c t=\"str\"><v>'+7 701</v></c>", "+7 701"),
        ("<c t=\"str\"><v>=1</v></c>", "=1"), ("<c t=\"str\"><v>1.5E+11</v></c>", "1.5E+11"),
    ])
    func `cells of every kind are read`(xml: String, text: String) throws {
        let strings = [
            "<t>shared</t>",
            "<r><rPr><b/></rPr><t>rich</t></r><r><t xml:space=\"preserve\"> text</t></r>",
            "<t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh><phoneticPr fontId=\"1\"/>",
        ]

        let cell = try cell(xml, strings: strings)

        #expect(cell == text)
    }

    @Test(arguments: [
        ("18", "18"), ("18.0", "18"), ("-5", "-5"), ("0.30000000000000004", "0.3"),
        ("7.7011234567E10", "77011234567"), ("1.5", "1.5"), ("0", "0"), ("007", "7"),
        ("123456789012345", "123456789012345"), ("1E-7", "1e-07"), ("0.8", "0.8"),
    ])
    func `numbers are read as they are shown`(value: String, text: String) throws {
        let cell = try cell("<c><v>\(value)</v></c>")

        #expect(cell == text)
    }

    @Test(arguments: [
        ("14", "40819", "2011-10-03"), ("dd.mm.yyyy", "40819", "2011-10-03"),
        ("[$-419]d mmmm yyyy;@", "40819", "2011-10-03"),
        ("22", "40819.395833333", "2011-10-03 09:30"),
        ("yyyy\\-mm\\-dd hh:mm:ss", "40819.5", "2011-10-03 12:00"), ("20", "0.395833333", "09:30"),
        ("[h]:mm", "1.5", "36:00:00"), ("14", "1", "1900-01-01"), ("14", "59", "1900-02-28"),
        ("14", "60", "60"), ("14", "61", "1900-03-01"), ("14", "2958465", "9999-12-31"),
        ("14", "2958466", "2958466"), ("14", "-1", "-1"), ("00000", "123", "00123"),
        ("0.00", "1.5", "1.5"), ("#,##0\\ &quot;days&quot;", "40819", "40819"),
        ("General", "40819", "40819"),
        ("[Red]0", "40819", "40819"), ("mmm yy", "40819", "2011-10-03"),
    ])
    func `a number is a date where its format says so`(
        format: String, value: String, text: String
    ) throws {
        let cell = try cell("<c s=\"1\"><v>\(value)</v></c>", formats: [format])

        #expect(cell == text)
    }

    @Test func `days may be counted from 1904`() throws {
        let cell = try cell(
            "<c s=\"1\"><v>39357</v></c>", formats: ["14"],
            properties: "<workbookPr date1904=\"1\"/>")

        #expect(cell == "2011-10-03")
    }

    @Test func `a prefix of the main namespace is no part of a name`() throws {
        let sheet = """
            <x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c t="inlineStr"><x:is><x:t>a</x:t>\
            </x:is></x:c></x:row><x:row r="2"><x:c><x:v>1</x:v></x:c></x:row></x:sheetData>\
            </x:worksheet>
            """

        let read = try read(FaultyFile.sound.with("xl/worksheets/sheet1.xml", sheet))

        #expect(read.rows == [Sheet.Row(line: 2, cells: ["1"])])
    }

    @Test func `each cell with an error is a fault at its place`() throws {
        let rows =
            WorkbookFile.rows([["name", "country"], ["Ada", "SE"]])
            + "<row r=\"3\"><c r=\"A3\" t=\"e\"><v>#REF!</v></c><c r=\"B3\"><f>C3</f></c></row>"

        let sheet = try read(WorkbookFile(rows))

        #expect(sheet.rows.map(\.line) == [2])
        #expect(sheet.faults.map(\.line) == [3, 3])
        #expect(sheet.faults.map(\.column) == ["name", "country"])
        #expect(sheet.faults.map(\.sheet) == ["People", "People"])
        #expect(sheet.faults.first?.value == "#REF!")
    }

    private static let two = WorkbookFile(sheets: [
        ("Notes", WorkbookFile.rows([["Programme", "of the", "days"], ["7", "2", "3"]])),
        ("People", WorkbookFile.rows([["name", "country"], ["Ada", "SE"]])),
    ])

    @Test(arguments: [("People", "Ada"), ("people", "Ada"), ("2", "Ada"), ("1", "7")])
    func `a sheet is named, in any case, or numbered`(choice: String, cell: String) throws {
        let sheet = try read(Self.two, sheet: choice)

        #expect(sheet.rows.first?.cells.first == cell)
        #expect(sheet.notes.allSatisfy { if case .otherSheets = $0 { false } else { true } })
    }

    @Test func `the sheet is read whose headings are understood`() throws {
        let known: Set<String> = ["name", "country"]

        let sheet = try SheetReader(sense: known.contains).read(
            bytes: Self.two.bytes, file: "list.xlsx")

        #expect(sheet.name == "People")
        #expect(sheet.notes == [.otherSheets(["Notes"])])
    }

    @Test func `a sheet that is not there is refused with those that are`() throws {
        let problem = #expect(throws: Problem.self) { try read(Self.two, sheet: "3") }

        #expect(problem?.details == ["1 Notes", "2 People"])
    }
}
