import Convene

extension House {
    /// What meetings recommended, in a table.
    func outcomeGrid(_ lines: [OutcomeLine], _ words: PageWords, _ visit: Visit) -> Grid {
        Grid(
            "outcomes", words["desk.outcomes"],
            columns: [
                words["desk.outcome"], words["desk.responsible"], words["desk.term"],
                words["desk.state"], words["desk.follow-up"],
            ], none: words["desk.none"],
            rows: lines.map { line in
                let outcome = line.outcome
                return Grid.Row([
                    .init("\(line.code) \(outcome.wording)", link: visit.to(line.path)),
                    .init(outcome.responsible), .init(outcome.due?.text ?? ""),
                    .init(words.state(of: line)), .init(outcome.followUp),
                ])
            })
    }
}
