import Convene
import ConveneSheets
import Testing

/// What stands around a table and within it, and is passed over.
@Suite struct ListTableTests {
    private let headings = ["№", "Name", "Country", "E-mail"]

    private func read(_ file: WorkbookFile) throws -> Sheet {
        try SheetReader().read(bytes: file.bytes, file: "list.xlsx")
    }

    @Test(arguments: [
        "List of nominees\n\n№;Name;Country;E-mail\n1;Ada;SE;a\n2;Eva;SE;b\n",
        "Ministry, Kyiv\nList of nominees\n№;Name;Country;E-mail\n1;Ada;SE;a\n2;Eva;SE;b\n",
    ])
    func `titles above the headings of a text are passed over`(text: String) throws {
        let sheet = try SheetReader().read(text: text)

        #expect(sheet.headings == headings)
        #expect(sheet.rows.map(\.line) == [4, 5])
        #expect(sheet.notes.first == .aboveHeadings(rows: 2))
    }

    @Test(arguments: [
        "Total;2;;", "Итого;;;2", ";Всего: 2;;", "Разом;;2;\nУсього;;2;",
        "\nA. Example, secretary;;;",
        "\n\n* by letter;;;\n** by telephone;;;\n\nTotal;2;;",
    ])
    func `totals and remarks below the table are passed over`(below: String) throws {
        let rows = "1;Ada;SE;a\n2;Eva;SE;b\n3;Per;SE;c\n"

        let sheet = try SheetReader().read(text: "№;Name;Country;E-mail\n\(rows)\(below)\n")

        #expect(sheet.rows.map(\.line) == [2, 3, 4])
        #expect(sheet.notes.contains { if case .belowTable = $0 { true } else { false } })
    }

    @Test(arguments: ["4;Total;SE;", "4;Итого;;t@example.org", "\n4;Jon;SE;", "4;;;d"])
    func `a row that may be somebody is no total`(last: String) throws {
        let rows = "1;Ada;SE;a\n2;Eva;SE;b\n3;Per;SE;c\n"

        let sheet = try SheetReader().read(text: "№;Name;Country;E-mail\n\(rows)\(last)\n")

        #expect(sheet.rows.count == 4)
    }

    @Test func `numbers of columns, headings once more and numbers without a row are passed over`()
        throws
    {
        let text = """
            №;Name;Country;E-mail
            1;2;3;4
            1;Ada;SE;a
            №;Name;Country;E-mail
            2;Eva;SE;b
            3;;;
            4;;;
            """

        let sheet = try SheetReader().read(text: text)

        #expect(sheet.rows.map(\.line) == [3, 5])
        #expect(
            sheet.notes == [
                .columnNumbers(line: 2), .emptyRows(count: 2), .repeatedHeadings(lines: [4]),
                .numbering(column: "№"),
            ])
    }

    @Test(arguments: [
        ("No.", ["1.", "2.", ""], true), ("Nr", ["3", "7", "9"], true),
        ("", ["1", "2", "3"], true),
        ("Seat", ["1", "2", "3"], true), ("Seat", ["1", "2", "4"], false),
        ("№", ["1", "x", "3"], false),
    ])
    func `a column that counts the rows is known by its numbers`(
        heading: String, cells: [String], isNumbering: Bool
    ) throws {
        let names = ["Ada", "Eva", "Per"]
        let text = zip(cells, names).map { "\($0),\($1),SE\n" }.joined()

        let sheet = try SheetReader().read(text: "\(heading),Name,Country\n\(text)")

        #expect(sheet.numbering == (isNumbering ? [0] : []))
        #expect(sheet.headings.count == 3)
    }

    /// What a list of people knows, roughly.
    private static let people: Sheet.HeadingSense = { heading in
        let known = ["№", "Name", "Country", "E-mail", "Telephone", "Family", "Given", "Position"]
        return known.contains { heading == $0 || heading.hasSuffix(": \($0)") }
    }

    @Test(arguments: [
        (
            "№;Name;Contact;;Country\n;;E-mail;Telephone;\n1;Ada;a;b;SE\n",
            ["№", "Name", "Contact: E-mail", "Contact: Telephone", "Country"]
        ),
        (
            "Forum, Kyiv\n№;Name;Work;;Contact;\n;;Country;Position;E-mail;Telephone\n1;2;3;4;5;6\n1;Ada;SE;b;c;d\n",
            [
                "№", "Name", "Work: Country", "Work: Position", "Contact: E-mail",
                "Contact: Telephone",
            ]
        ),
        (
            "In Latin;;In Cyrillic;\nFamily;Given;Family;Given\nLind;Eva;Линд;Ева\n",
            ["In Latin: Family", "In Latin: Given", "In Cyrillic: Family", "In Cyrillic: Given"]
        ),
        (
            "Name;Contact;Contact\n;E-mail;Telephone\nAda;a;b\n",
            ["Name", "Contact: E-mail", "Contact: Telephone"]
        ),
    ])
    func `headings in two rows are read together`(text: String, headings: [String]) throws {
        let sheet = try SheetReader(sense: Self.people).read(text: text)

        #expect(sheet.headings == headings)
        #expect(sheet.rows.count == 1)
        #expect(sheet.notes.contains { if case .headingsInTwoRows = $0 { true } else { false } })
    }

    @Test(arguments: [
        "Name;Country;;\nAda;SE;x;y\n", "Name;Country;Contact;\nAda;SE;;\nEva;;a;b\n",
        "Name;Country;Position\nAda;SE;Position\n", "Name;Country\n;E-mail\n",
        "Participants;Forum;;\nName;Country;E-mail;Telephone\nAda;SE;a;b\n",
    ])
    func `a row of the list is no second row of headings`(text: String) throws {
        let sheet = try SheetReader(sense: Self.people).read(text: text)

        #expect(!sheet.headings.contains { $0.contains(": ") })
        #expect(!sheet.notes.contains { if case .headingsInTwoRows = $0 { true } else { false } })
    }

    @Test
    func `two rows of headings in a workbook are read together, and passed over further down`()
        throws
    {
        let upper = ["№", "Name", "Contact", "", "Country"]
        let lower = ["", "", "E-mail", "Telephone"]
        let rows = [upper, lower, ["1", "Ada", "a", "b", "SE"], upper, lower, ["2", "Eva"]]
        let merges = """
            <mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:B2"/><mergeCell ref="C1:D1"/>\
            </mergeCells>
            """

        let sheet = try SheetReader(sense: Self.people).read(
            bytes: WorkbookFile(WorkbookFile.rows(rows), after: merges).bytes, file: "list.xlsx")

        #expect(
            sheet.headings == ["№", "Name", "Contact: E-mail", "Contact: Telephone", "Country"])
        #expect(sheet.rows.map(\.line) == [3, 6])
        #expect(
            sheet.notes.prefix(2) == [
                .headingsInTwoRows(lines: [1, 2]), .repeatedHeadings(lines: [4, 5]),
            ])
    }

    @Test func `a heading that means something is no numbering`() throws {
        let sheet = try SheetReader(sense: { $0 == "number" }).read(
            text: "number,title\n1,Museums\n2,Roads\n")

        #expect(sheet.numbering.isEmpty)
    }

    @Test func `merged titles within the table are passed over, merged values hold for each row`()
        throws
    {
        let rows = [
            headings, ["Kazakhstan"], ["1", "Ada", "KZ", "a"], ["2", "Eva", "", "b"],
            ["3", "Per", "", "c"],
        ]
        let merges = "<mergeCells><mergeCell ref=\"A2:D2\"/><mergeCell ref=\"C3:C5\"/></mergeCells>"

        let sheet = try read(WorkbookFile(WorkbookFile.rows(rows), after: merges))

        #expect(sheet.rows.map(\.line) == [3, 4, 5])
        #expect(sheet.rows.map { $0.cells[2] } == ["KZ", "KZ", "KZ"])
        #expect(
            sheet.notes == [
                .titles(lines: [2]), .mergedDownwards(cells: 1), .numbering(column: "№"),
            ])
    }

    @Test func `what the workbook hides is read and said`() throws {
        let rows =
            WorkbookFile.rows([headings, ["1", "Ada", "SE", "a"]])
            + "<row r=\"3\" hidden=\"1\"><c t=\"str\"><v>2</v></c><c t=\"str\"><v>Eva</v></c></row>"
        let columns = "<cols><col min=\"3\" max=\"4\" hidden=\"true\"/></cols>"

        let sheet = try read(WorkbookFile(rows, before: columns))

        #expect(sheet.rows.count == 2)
        #expect(sheet.notes.contains(.hiddenRows(count: 1)))
        #expect(sheet.notes.contains(.hiddenColumns(["Country", "E-mail"])))
    }

    @Test func `cells without a heading are left out and said`() throws {
        let rows = [
            ["Name", "", "Country"], ["Ada", "x", "SE", "", "remark"], ["Eva", "", "SE"],
        ]

        let sheet = try read(WorkbookFile(WorkbookFile.rows(rows)))

        #expect(sheet.headings == ["Name", "", "Country"])
        #expect(sheet.faults.isEmpty)
        #expect(sheet.notes == [.withoutHeading(columns: ["B", "E"])])
    }

    @Test func `every note is a sentence`() {
        let notes: [Sheet.Note] = [
            .encodingGuessed(.windows1251), .otherSheets(["A"]), .aboveHeadings(rows: 2),
            .headingsInTwoRows(lines: [1, 2]), .columnNumbers(line: 2), .emptyRows(count: 1),
            .titles(lines: [2, 3]),
            .repeatedHeadings(lines: [4]), .belowTable(lines: Array(1...12)),
            .numbering(column: "№"), .withoutHeading(columns: ["B"]), .mergedDownwards(cells: 1),
            .hiddenRows(count: 2), .hiddenColumns(["C"]),
        ]

        #expect(notes.map(\.text).allSatisfy { $0.hasSuffix(".") })
        #expect(
            Sheet.Note.aboveHeadings(rows: 2).text == "2 rows above the headings were passed over.")
        #expect(Sheet.Note.belowTable(lines: Array(1...12)).text.contains("9, 10 and 2 more"))
    }
}
