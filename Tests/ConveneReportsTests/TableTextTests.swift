import Testing

@testable import ConveneReports

@Suite struct TableTextTests {
    @Test func `a pipe gets every column in full`() throws {
        let table = Report.people.render(as: .table)

        try expectGolden(table, "people.txt")
    }

    @Test func `a narrow terminal leaves out and cuts, and says so`() throws {
        let table = Report.people.render(as: .table, on: Screen(width: 60, isTerminal: true))

        try expectGolden(table, "people-60.txt")
    }

    @Test func `colours come on a terminal only`() {
        let styled = Report.people.render(
            as: .table, on: Screen(isTerminal: true, colours: true))
        let piped = Report.people.render(
            as: .table, on: Screen(isTerminal: false, colours: true))

        #expect(styled.contains("\u{1B}[1m"))
        #expect(!piped.contains("\u{1B}"))
    }

    @Test(arguments: 22...120) func `no line is wider than the terminal`(width: Int) {
        let name = String(repeating: "山田花子", count: 12)
        let report = Report(
            "people", columns: [Column("name", "Name"), .number("events", "Events")],
            rows: [[.text(name), 12]], total: [.nothing, 12], empty: "")

        let table = report.render(as: .table, on: Screen(width: width, isTerminal: true))

        #expect(table.split(separator: "\n").allSatisfy { DisplayWidth.of(String($0)) <= width })
        #expect(table.contains("…") == (width < 104))
    }

    @Test func `a number is never cut, even when the line is too narrow`() {
        let report = Report(
            "numbers", columns: (0..<10).map { .number("n\($0)", "Heading \($0)") },
            rows: [(0..<10).map { .number(1_000_000 + $0) }], empty: "")

        let table = report.render(as: .table, on: Screen(width: 20, isTerminal: true))

        #expect((0..<10).allSatisfy { table.contains("\(1_000_000 + $0)") })
    }

    @Test func `sentences are broken between words at the edge of the terminal`() {
        let screen = Screen(width: 20, isTerminal: true)

        #expect(screen.sentences(["People add up to 8 here."]) == "People add up to 8\nhere.")
        #expect(Screen.pipe.sentences(["a b", "c"]) == "a b\nc")
    }

    @Test(arguments: Format.allCases)
    func `an escape sequence in a name drives no terminal in any format`(format: Format) {
        let text = "\u{1B}]0;title\u{7}\u{9B}31m\u{8}\u{7F}\u{0}"
        let report = Report(
            "people", title: text, columns: [Column("name", text)], rows: [[.text(text)]],
            notes: [text], empty: text)

        let shown =
            report.render(as: format)
            + Card(title: text, fields: [.init("a", text, .text(text))], notes: [text])
            .render(as: format)

        let controls = shown.unicodeScalars.filter {
            $0.isControl && !"\r\n".unicodeScalars.contains($0)
        }
        #expect(controls.isEmpty)
    }

    @Test(arguments: [Format.table, .markdown])
    func `an empty list is the sentence of its command`(format: Format) {
        let shown = Report.texts([]).render(as: format)

        #expect(shown == "No texts.\n")
    }

    @Test func `a card stands upright, its lists below`() throws {
        let table = Card.event.render(as: .table)

        try expectGolden(table, "event.txt")
    }
}
