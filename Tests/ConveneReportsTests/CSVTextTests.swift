import Testing

@testable import ConveneReports

@Suite struct CSVTextTests {
    @Test func `a list for spreadsheets has a mark, CR LF and its keys on top (CSV-10)`() throws {
        let csv = Report.people.render(as: .csv)

        try expectGolden(csv, "people.csv")
    }

    @Test func `a semicolon comes with decimal commas (CSV-10)`() throws {
        let csv = Report.people.render(as: .csv, separator: .semicolon)

        try expectGolden(csv, "people-semicolon.csv")
    }

    @Test(arguments: [CSVSeparator.comma, .semicolon])
    func `whatever is written is read back unchanged (CSV-11, RFC 4180)`(
        separator: CSVSeparator
    ) throws {
        let csv = Report.texts(hostileTexts).render(as: .csv, separator: separator)

        let body = String(csv.unicodeScalars.dropFirst())
        let read = RFC4180(body, separator: separator == .comma ? "," : ";")
        #expect(csv.unicodeScalars.first == "\u{FEFF}")
        #expect(read.faults == [])
        #expect(read.records.map(\.count) == Array(repeating: 1, count: hostileTexts.count + 1))
        let texts = read.records.dropFirst().map { unguarded($0[0]) }
        #expect(texts.map { Array($0.utf8) } == hostileTexts.map { Array($0.utf8) })
    }

    @Test func `no cell begins a formula, in whatever way the line is divided (CSV-11)`() {
        let csv = Report.texts(hostileTexts).render(as: .csv)

        let body = csv.unicodeScalars.dropFirst()
        let pieces = body.split { "\r\n\t,;|\"".unicodeScalars.contains($0) }.map { String($0) }
        let formulas = pieces.filter { piece in
            guard let first = piece.unicodeScalars.first else { return false }
            return "=+-@＝＋－＠".unicodeScalars.contains(first)
        }
        #expect(formulas == ["-5", "-5", "-5.5"])
    }

    @Test func `numbers stay numbers, whatever their sign (CSV-11)`() {
        let report = Report(
            "numbers", columns: [.number("a", "A"), .number("b", "B"), Column("c", "C")],
            rows: [[-5, .ratio(-0.25), "-5"]], empty: "")

        let csv = report.render(as: .csv)

        #expect(csv == "\u{FEFF}a,b,c\r\n-5,-0.25,-5\r\n")
    }

    @Test func `control characters don't reach a terminal through CSV`() {
        let csv = Report.texts(["a\u{1B}[2Jb\u{9B}c\u{0}"]).render(as: .csv)

        #expect(csv == "\u{FEFF}text\r\na\u{FFFD}[2Jb\u{FFFD}c\u{FFFD}\r\n")
    }

    @Test func `an empty list is a header row`() {
        let csv = Report.texts([]).render(as: .csv)

        #expect(csv == "\u{FEFF}text\r\n")
    }

    @Test func `a card is one row, without its lists`() {
        let csv = Card.event.render(as: .csv)

        #expect(
            csv == "\u{FEFF}code,term,seats,venue\r\nkyiv-2011-training,2nd quarter 2011,40,\r\n")
    }

    /// What a reader does who knows of the guard: one apostrophe less where one was put.
    private func unguarded(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var kept = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            let opens = index == 0 || ",;|\"\t\r\n".unicodeScalars.contains(scalars[index - 1])
            let next = scalars[index...].first { $0 != "'" }
            let signs = "=+-@＝＋－＠" + (index == 0 ? "\t\r\n" : "")
            let guards = next.map { signs.unicodeScalars.contains($0) } ?? false
            if !(scalar == "'" && opens && guards) { kept.append(scalar) }
        }
        return String(kept)
    }
}
