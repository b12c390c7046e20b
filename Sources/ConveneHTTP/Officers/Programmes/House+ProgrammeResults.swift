import Convene
import Hummingbird

extension House {
    /// What is known of a programme, and how far it is, in a few facts.
    func facts(of results: ProgrammeResults, _ words: PageWords, _ visit: Visit)
        -> [(String, String)]
    {
        [
            (words["desk.code"], results.programme.code.text),
            (words["desk.years"], results.programme.years),
            (words["desk.agreement"], results.programme.agreement),
            (words["desk.events-held"], "\(results.held) / \(results.planned)"),
            (words["desk.measure.people"], String(results.total.people)),
            (words["desk.measure.attended"], String(results.total.attended)),
            (
                words["desk.countries-to-come"],
                results.countriesToCome.map { $0.name(in: words.language) }.joined(separator: ", ")
            ),
            (
                words["desk.attended-ahead"],
                results.attendedAhead.map(\.text).joined(separator: ", ")
            ),
        ]
    }

    /// What was promised beside what was reached.
    func targetGrid(_ results: ProgrammeResults, _ words: PageWords, _ visit: Visit)
        -> Grid
    {
        Grid(
            "targets", words["desk.targets"],
            columns: [
                words["desk.target"], words["desk.goal"], words["desk.reached"],
                words["desk.planned-more"], words["desk.missing"],
            ], numbers: [1, 2, 3, 4], none: words["desk.targets-none"],
            rows: results.lines.map { line in
                Grid.Row(
                    words.text(of: line.target.measure, self, visit), String(line.target.goal),
                    String(line.reached), line.planned.map(String.init) ?? "",
                    String(max(0, line.target.goal - line.reached)))
            })
    }
}
