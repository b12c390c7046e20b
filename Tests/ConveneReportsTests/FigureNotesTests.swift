import Convene
import Testing

@testable import ConveneReports

@Suite struct FigureNotesTests {
    @Test(arguments: [
        (21, 19, 0, 2, "Women: 21 of 40 who said female or male (52.5 %); 2 undisclosed."),
        (1, 0, 1, 0, "Women: 1 of 1 who said female or male (100.0 %); 1 other, 0 undisclosed."),
        (0, 0, 0, 3, "Women: nobody who attended said female or male; 3 undisclosed."),
    ])
    func `the share of women names those who stand beside it`(
        female: Int, male: Int, other: Int, undisclosed: Int, sentence: String
    ) {
        var total = Measures()
        (total.female, total.male, total.other) = (female, male, other)
        total.undisclosed = undisclosed

        let notes = FigureNotes(figures(total: total), withPeople: true)

        #expect(notes.sentences == [sentence])
    }

    @Test func `people who stand in several rows are said to count once`() {
        var row = Measures()
        row.people = 4
        var total = Measures()
        total.people = 5
        let rows = ["a", "b"].map { code in
            Figures.Row(keys: [Figures.Key(code: code, name: code)], measures: row)
        }

        let notes = FigureNotes(figures(rows: rows, total: total), withPeople: true)

        #expect(
            notes.sentences == [
                "People add up to 8 in the cells, and the total is 5: whoever stands in several"
                    + " counts once in it."
            ])
    }

    @Test func `head counts stand apart, an event each`() {
        let counts = [
            headCount("kyiv-2011-training", .female, 120),
            headCount("kyiv-2011-training", .male, 80),
            headCount("almaty-2012-seminar", nil, 35),
            headCount("baku-2012-workshop", .female, 3), headCount("baku-2012-workshop", nil, 4),
        ]

        let notes = FigureNotes(figures(headCounts: counts), withPeople: true)

        #expect(
            notes.sentences == [
                "Without names: 200 at kyiv-2011-training (120 female, 80 male), not included"
                    + " above.",
                "Without names: 35 at almaty-2012-seminar, not included above.",
                "Without names: 7 at baku-2012-workshop (3 female, 4 not told apart), not included"
                    + " above.",
            ])
    }

    @Test func `head counts are in the JSON, with what is known of them`() {
        let figures = figures(headCounts: [headCount("kyiv-2011-training", .female, 120)])

        let json = FigureReport(figures).render(as: .json)

        #expect(
            json.contains(
                #"{"event": "kyiv-2011-training", "country": null, "gender": "female", "#
                    + #""number": 120}"#))
    }

    private func figures(
        rows: [Figures.Row] = [], total: Measures = Measures(),
        headCounts: [Figures.HeadCountRow] = []
    ) -> Figures {
        Figures(
            events: [], by: [.event], rows: rows, margins: [], total: total,
            headCounts: headCounts)
    }

    private func headCount(
        _ event: String, _ gender: Gender?, _ number: Int
    ) -> Figures.HeadCountRow {
        Figures.HeadCountRow(event: event, country: nil, gender: gender, number: number)
    }
}
