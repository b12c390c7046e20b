import Testing

@testable import ConveneReports

@Suite struct TSVTextTests {
    @Test func `a list for command lines has neither a mark nor quotes`() throws {
        let tsv = Report.people.render(as: .tsv)

        try expectGolden(tsv, "people.tsv")
    }

    @Test func `whatever a cell holds, a row is a line and a tab divides cells`() {
        let columns = [Column("a", "A"), Column("b", "B")]
        let rows = hostileTexts.map { [Value.text($0), .text($0)] }

        let tsv = Report("texts", columns: columns, rows: rows, empty: "").render(as: .tsv)

        let lines = tsv.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == hostileTexts.count + 2)
        #expect(lines.last?.isEmpty == true)
        #expect(lines.dropLast().allSatisfy { $0.count { $0 == "\t" } == 1 })
    }

    @Test func `formulas are guarded here too (CSV-11)`() {
        let tsv = Report.texts(["=1", "a\tb\r\nc", "\t=1"]).render(as: .tsv)

        #expect(tsv == "text\n'=1\na b  c\n =1\n")
    }
}
