import Convene
import ConveneSheets
import Foundation
import Testing

/// Workbooks that are written (CSV-12).
@Suite struct SheetWriterTests {
    private func page(_ rows: [[SheetWriter.Cell]], name: String = "Список") -> SheetWriter.Page {
        SheetWriter.Page(name: name, headings: ["Имя", "b", "c"], rows: rows)
    }

    @Test func `what is written is read back`() throws {
        let day = try #require(Day("2011-10-03"))
        let rows: [[SheetWriter.Cell]] = [
            [.text("=HYPERLINK(\"x\")"), .number(18), .date(day)],
            [.text("Айгуль & <b>\n_x000D_\u{7}🙂"), .decimal(0.5), .empty],
            [.text("+254 123"), .text("00123"), .text("1.23E+11")],
        ]

        let bytes = try SheetWriter().bytes([page(rows)])
        let sheet = try SheetReader().read(bytes: bytes, file: "list.xlsx")

        #expect(sheet.name == "Список")
        #expect(sheet.headings == ["Имя", "b", "c"])
        #expect(
            sheet.rows.map(\.cells) == [
                ["=HYPERLINK(\"x\")", "18", "2011-10-03"],
                ["Айгуль & <b>\n_x000D_\u{7}🙂", "0.5", ""], ["+254 123", "00123", "1.23E+11"],
            ])
        #expect(sheet.faults.isEmpty)
    }

    @Test func `texts that chance made are read back`() throws {
        var chance = Chance(seed: 12)
        for _ in 0..<50 {
            let table = RandomTable(&chance)
            let rows = table.rows.map { $0.map(SheetWriter.Cell.text) }

            let bytes = try SheetWriter().bytes([
                SheetWriter.Page(name: "x", headings: table.headings, rows: rows)
            ])

            let sheet = try SheetReader().read(bytes: bytes, file: "list.xlsx")
            try #require(sheet.headings == table.headings)
            try #require(sheet.rows.map(\.cells) == table.rows)
        }
    }

    @Test func `the same pages give the same bytes`() throws {
        let rows: [[SheetWriter.Cell]] = [[.text("x"), .number(1)]]

        let first = try SheetWriter().bytes([page(rows)])

        #expect(try SheetWriter().bytes([page(rows)]) == first)
    }

    @Test func `tabs have names that a spreadsheet program takes`() throws {
        let names = ["a/b?", "A-b-", "", String(repeating: "ж", count: 40), "'x'"]
        let rows: [[SheetWriter.Cell]] = [[.text("x")]]

        let bytes = try SheetWriter().bytes(names.map { page(rows, name: $0) })
        let problem = #expect(throws: Problem.self) {
            try SheetReader().read(bytes: bytes, file: "list.xlsx", sheet: "none")
        }

        #expect(
            problem?.details == [
                "1 a-b-", "2 A-b- 2", "3 List", "4 " + String(repeating: "ж", count: 31), "5 x",
            ])
    }

    @Test func `a text that no cell can hold is cut`() throws {
        let bytes = try SheetWriter().bytes([page([[.text(String(repeating: "a", count: 40_000))]])]
        )

        let cell = try SheetReader().read(bytes: bytes, file: "list.xlsx").rows.first?.cells.first

        #expect(cell?.utf16.count == 32_767)
        #expect(cell?.hasSuffix("a…") == true)
    }
}
