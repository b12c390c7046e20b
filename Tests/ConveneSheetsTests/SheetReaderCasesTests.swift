import Convene
import ConveneSheets
import Testing

/// Lists as they really come.
@Suite struct SheetReaderCasesTests {
    private func sheet(_ name: String) throws -> Sheet {
        try SheetReader().read(SheetReader.path(of: name))
    }

    @Test func `a plain list comes through whole`() throws {
        let sheet = try sheet("nominations-kyiv.csv")

        #expect(sheet.file == "nominations-kyiv.csv")
        #expect(sheet.name == nil)
        #expect(sheet.reading == "UTF-8, commas")
        #expect(sheet.headings.count == 9)
        #expect(sheet.rows.count == 40)
        #expect(sheet.faults.isEmpty)
        #expect(
            sheet.rows.first
                == Sheet.Row(
                    line: 2,
                    cells: [
                        "Hayk", "Petrosyan", "male", "AM", "hayk.petrosyan@example.org",
                        "ICOM National Committee", "ngo", "Head of education", "ru",
                    ]))
    }

    @Test func `a list with tabs and a byte order mark is read whatever its ending (CSV-2)`() throws
    {
        let sheet = try sheet("nominations-almaty.csv")

        #expect(sheet.reading == "UTF-8, tabs")
        #expect(sheet.headings.first == "No.")
        #expect(sheet.headings.count == 7)
        #expect(sheet.rows.count == 28)
        #expect(sheet.faults.isEmpty)
        #expect(sheet.rows.last?.line == 29)
    }

    @Test func `two rows of the broken list can't be read, and the others can`() throws {
        let sheet = try sheet("nominations-broken.csv")

        #expect(sheet.rows.map(\.line) == Array(2...7))
        #expect(sheet.faults.map(\.line) == [8, 9])
        let (surplus, quote) = (try #require(sheet.faults.first), try #require(sheet.faults.last))
        #expect(surplus.column == nil)
        #expect(surplus.value == "extra")
        #expect(surplus.message.hasPrefix("This row has 6 cells, the headings are 5: "))
        #expect(quote.column == "given_name")
        #expect(quote.value == "\"Nils,Å,male,SE,nils@example.org")
        #expect(quote.message.contains("never closes"))
    }

    @Test func `semicolons within the cells of a list with commas are text`() throws {
        let sheet = try sheet("events.csv")

        #expect(sheet.reading == "UTF-8, commas")
        #expect(sheet.rows.count == 6)
        #expect(sheet.faults.isEmpty)
        #expect(sheet.rows.first?.cells[10] == "UNESCO Moscow Office;IFESCCO")
        #expect(sheet.rows.first?.cells[12] == "ru;en")
    }

    @Test func `cells keep their line breaks, and rows their lines`() throws {
        let sheet = try sheet("country-action-plan.csv")

        #expect(sheet.rows.count == 42)
        #expect(sheet.faults.isEmpty)
        #expect(sheet.rows.prefix(4).map(\.line) == [2, 3, 5, 6])
        #expect(sheet.rows[1].cells[3].split(separator: "\n").count == 2)
    }

    @Test func `a list of a Russian Excel is read by what its letters make of the names (CSV-1)`()
        throws
    {
        let sheet = try sheet("nominations-kyiv-ru.csv")

        #expect(sheet.source == .text(.windows1251, separator: ";"))
        #expect(sheet.notes == [.encodingGuessed(.windows1251)])
        #expect(
            sheet.headings == [
                "Фамилия", "Имя", "Отчество", "Пол", "Страна", "Организация", "Должность",
                "Эл. почта",
            ])
        #expect(sheet.rows.map(\.line) == Array(2...13))
        #expect(
            sheet.rows[4].cells.prefix(5) == ["Бондаренко", "Андрій", "Алиевич", "м", "Украина"])
        #expect(sheet.faults.isEmpty)
    }

    @Test func `a workbook with titles, an empty row and a total is read (CSV-13)`() throws {
        let sheet = try sheet("nominations-aktau.xlsx")

        #expect(sheet.reading == "Excel workbook, sheet “Участники”")
        #expect(
            sheet.headings == [
                "№", "Ф.И.О.", "Пол", "Страна", "Город", "Организация", "Электронная почта",
            ])
        #expect(sheet.rows.map(\.line) == Array(4...21))
        #expect(sheet.rows.count { $0.cells[2] == "женский" } == 8)
        #expect(sheet.rows.count { $0.cells[2] == "мужской" } == 10)
        #expect(sheet.rows.allSatisfy { $0.cells[6].hasSuffix("@example.org") })
        #expect(sheet.numbering == [0])
        #expect(sheet.letters(ofColumn: 6) == "G")
        #expect(
            sheet.notes == [
                .aboveHeadings(rows: 2), .emptyRows(count: 1), .belowTable(lines: [23]),
                .numbering(column: "№"),
            ])
        #expect(sheet.faults.isEmpty)
    }

    @Test(arguments: [
        "nominations-aktau.xlsx", "nominations-kyiv-ru.csv", "nominations-almaty.csv",
    ])
    func `whoever knows headings finds the same rows`(name: String) throws {
        let known: Set<String> = ["Пол", "Страна", "Фамилия", "Country", "E-mail"]

        let sheet = try SheetReader(sense: known.contains).read(SheetReader.path(of: name))

        #expect(try sheet.rows == self.sheet(name).rows)
    }
}
