import Convene
import ConveneSheets
import Testing

/// Rows that can't be read: each is a fault at its line, and not among the rows.
@Suite struct SheetReaderFaultTests {
    private let reader = SheetReader()

    @Test func `a row with too few cells is filled up with empty ones (CSV-4)`() throws {
        let sheet = try reader.read(text: "a,b,c\n1\n1,2\n,,3\n")

        #expect(sheet.rows.map(\.cells) == [["1", "", ""], ["1", "2", ""], ["", "", "3"]])
        #expect(sheet.faults.isEmpty)
    }

    @Test func `empty cells beyond the headings are nothing`() throws {
        let sheet = try reader.read(
            text: "a,b,,\n1,2, ,\"\"\n3,4" + String(repeating: ",", count: 2_000))

        #expect(sheet.headings == ["a", "b"])
        #expect(sheet.rows.map(\.cells) == [["1", "2"], ["3", "4"]])
        #expect(sheet.faults.isEmpty)
    }

    @Test func `a row with too many cells is a fault at its line (CSV-4)`() throws {
        let sheet = try reader.read(text: "a;b\n1;2\n1;2;3;;4\n5;6\n")

        #expect(sheet.rows.map(\.line) == [2, 4])
        #expect(
            sheet.faults == [
                Fault(
                    line: 3, value: "3, 4",
                    message: """
                        This row has 5 cells, the headings are 2: remove what is too much, or put \
                        the cell that itself holds a semicolon between quotation marks.
                        """)
            ])
    }

    @Test func `the widest row is counted and not kept`() throws {
        let row = Array(repeating: "x", count: 50_000).joined(separator: ",")

        let sheet = try reader.read(text: "a,b\n\(row)\n1,2\n")

        #expect(sheet.rows.map(\.line) == [3])
        #expect(sheet.faults.first?.message.hasPrefix("This row has 50000 cells") == true)
        #expect(sheet.faults.first?.value?.unicodeScalars.count == 61)
    }

    @Test func `a quote that never closes is a fault where it opens`() throws {
        let sheet = try reader.read(text: "a,b\n1,2\n\"x\ny\",\"z\n3,4\n5,6\n")

        #expect(sheet.rows == [Sheet.Row(line: 2, cells: ["1", "2"])])
        #expect(sheet.faults.map(\.line) == [4])
        #expect(sheet.faults.first?.column == "b")
        #expect(sheet.faults.first?.value == "\"z")
    }

    @Test func `a quote that closes rows later within text does not swallow them silently`() throws
    {
        let sheet = try reader.read(text: "a,b\n\"1,2\n3,4\n\"5,5\",6\n7,8\n")

        #expect(sheet.rows == [Sheet.Row(line: 5, cells: ["7", "8"])])
        #expect(sheet.faults.map(\.line) == [2])
        #expect(sheet.faults.first?.message.contains("closes on line 4 in the middle") == true)
    }

    @Test func `a cell may have 100,000 characters and no more`() throws {
        let most = String(repeating: "ж", count: 100_000)

        let sheet = try reader.read(text: "a,b\n1,\(most)\n2,\(most)ж\n")

        #expect(sheet.rows.map(\.cells) == [["1", most]])
        #expect(sheet.faults.map(\.line) == [3])
        #expect(sheet.faults.first?.column == "b")
        #expect(sheet.faults.first?.message.contains("100,000 characters") == true)
    }
}
