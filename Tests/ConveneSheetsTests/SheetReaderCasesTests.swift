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
}
