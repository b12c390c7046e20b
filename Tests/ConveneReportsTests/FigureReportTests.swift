import Convene
import Foundation
import Testing

@testable import ConveneReports

@Suite struct FigureReportTests {
    @Test(
        arguments: [
            ([], "none"), ([.country], "country"), ([.country, .gender], "country-gender"),
            ([.country, .gender, .event], "country-gender-event"),
        ] as [([FigureQuery.Dimension], String)])
    func `figures are shown in each format as recorded`(
        by dimensions: [FigureQuery.Dimension], name: String
    ) throws {
        let report = FigureReport(FigureWorld(seed: 7).figures(by: dimensions))

        try expectGolden(report.render(as: .table), "figures-\(name).txt")
        try expectGolden(report.render(as: .csv), "figures-\(name).csv")
        try expectGolden(report.render(as: .tsv), "figures-\(name).tsv")
        try expectGolden(report.render(as: .json), "figures-\(name).json")
        try expectGolden(report.render(as: .markdown), "figures-\(name).md")
    }

    @Test(arguments: [40, 60, 80, 120, 160])
    func `a terminal gets what it has room for, bars included`(width: Int) throws {
        let report = FigureReport(FigureWorld(seed: 7).figures(by: [.country]))

        let table = report.render(as: .table, on: Screen(width: width, isTerminal: true))

        try expectGolden(table, "figures-country-\(width).txt")
        let lines = table.split(separator: "\n").prefix(7)
        #expect(lines.allSatisfy { DisplayWidth.of(String($0)) <= width })
    }

    @Test func `a cross-tab too wide for the terminal is shown as rows`() {
        let report = FigureReport(FigureWorld(seed: 7).figures(by: [.country, .event]))

        let wide = report.render(as: .table, on: Screen(width: 80, isTerminal: true))
        let narrow = report.render(as: .table, on: Screen(width: 30, isTerminal: true))

        #expect(wide.hasPrefix("Attended by country and event\n"))
        #expect(narrow.hasPrefix("Country"))
    }

    @Test func `the JSON is the one that the design promises`() throws {
        let key = Figures.Key(code: "KZ", name: "Kazakhstan")
        let unknown = Figures.Key(code: nil, name: "Unknown")
        let female = Figures.Key(code: "female", name: "Female")
        let figures = Figures(
            events: ["e"], by: [.country, .gender],
            rows: [
                Figures.Row(keys: [key, female], measures: .design),
                Figures.Row(keys: [unknown, female], measures: Measures()),
            ],
            margins: [], total: .design, headCounts: [])

        let json = FigureReport(figures).render(as: .json)

        let measures =
            #""registrations": 4, "invited": 4, "confirmed": 3, "attended": 3, "#
            + #""completed": 2, "people": 3, "rate": 1.0"#
        let none =
            #""registrations": 0, "invited": 0, "confirmed": 0, "attended": 0, "#
            + #""completed": 0, "people": 0, "rate": null"#
        #expect(
            json == """
                {
                  "of": {"events": ["e"]},
                  "by": ["country", "gender"],
                  "rows": [
                    {"country": "KZ", "gender": "female", \(measures)},
                    {"country": null, "gender": "female", \(none)}
                  ],
                  "total": {\(measures), "women": 1.0, "female": 3, "male": 0, "other": 0, \
                "undisclosed": 0}
                }

                """)
    }

    @Test func `a code that says nothing by itself has its name beside it`() {
        let asia = Figures.Key(code: "143", name: "Central Asia")
        let figures = Figures(
            events: [], by: [.region], rows: [Figures.Row(keys: [asia], measures: .design)],
            margins: [], total: .design, headCounts: [])

        let json = FigureReport(figures).render(as: .json)
        let csv = FigureReport(figures).render(as: .csv)

        #expect(json.contains(#"{"region": "143", "region_name": "Central Asia", "registrations""#))
        #expect(csv.contains("region,region_name,registrations"))
        #expect(csv.contains("143,Central Asia,4"))
    }

    @Test func `nothing counted is said in a sentence`() {
        let figures = Figures(
            events: ["e"], by: [.country], rows: [], margins: [], total: Measures(),
            headCounts: [])

        #expect(FigureReport(figures).render(as: .table) == "Nobody is registered there yet.\n")
        #expect(FigureReport(figures).render(as: .markdown) == "Nobody is registered there yet.\n")
    }

    @Test func `a bar is as long as its number, and more than nothing is seen`() {
        let bars = Bars(heading: "Attended", values: [1000, 500, 1, 0])

        let shown = (0..<4).map { bars.text($0, width: 10) }

        #expect(shown == ["██████████", "█████", "▏", ""])
    }
}

extension Measures {
    /// The example of the design: three women of four who were registered.
    static var design: Measures {
        var measures = Measures()
        (measures.registrations, measures.invited, measures.confirmed) = (4, 4, 3)
        (measures.attended, measures.completed, measures.people) = (3, 2, 3)
        measures.female = 3
        return measures
    }
}
