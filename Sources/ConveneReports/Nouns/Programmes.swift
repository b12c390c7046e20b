package import Convene

extension Report {
    /// The programmes, each with the one that it is a stage of.
    package static func programmes(_ programmes: [Programme]) -> Report {
        let codes = Dictionary(uniqueKeysWithValues: programmes.map { ($0.id, $0.code.text) })
        return Report(
            "programmes",
            columns: [
                Column("code", "Code"), Column("parent", "Stage of"), Column("title", "Title"),
                Column("start", "From", .trailing), Column("end", "To", .trailing),
                Column("countries", "Countries", place: .whereRoom(1)),
                Column("targets", "Targets", place: .whereRoom(2)),
            ],
            rows: programmes.map { programme in
                [
                    .text(programme.code.text), Value(programme.parent.flatMap { codes[$0] }),
                    .text(programme.title), Value(programme.startYear), Value(programme.endYear),
                    .list(programme.countries.map { .text($0.code) }),
                    .list(programme.targets.map { .text("\($0.measure.text)=\($0.goal)") }),
                ]
            }, empty: "No programmes yet: “convene programme add” or “import” brings them in.")
    }
}

extension Card {
    /// A programme with its targets beside its results.
    package static func programme(
        _ results: ProgrammeResults, _ events: [EventSummary], _ plan: [ActivityLine]
    ) -> Card {
        let programme = results.programme
        return Card(
            title: programme.title,
            fields: [
                .init("code", "Code", .text(programme.code.text)),
                .init("title", "Title", .text(programme.title), forPrograms: true),
                .init("start", "From", Value(programme.startYear)),
                .init("end", "To", Value(programme.endYear)),
                .init("countries", "Countries", .list(programme.countries.map { .text($0.code) })),
                .init("agreement", "Agreement", Value(programme.agreement.nonEmpty)),
                .init("planned", "Events planned", .number(results.planned)),
                .init("held", "Events held", .number(results.held)),
                .init("attended", "Participations", .number(results.total.attended)),
                .init("people", "People", .number(results.total.people)),
                .init("women", "Women", .ratio(results.total.women)),
            ],
            lists: [targets(results), .events(events, title: "Events"), years(plan)],
            notes: notes(results))
    }

    private static func notes(_ results: ProgrammeResults) -> [String] {
        let countries = results.countriesToCome.map(\.code)
        let events = results.attendedAhead
        return [
            countries.isEmpty || results.held == 0
                ? nil : "Nobody has come yet from \(countries.joined(separator: ", ")).",
            events.isEmpty
                ? nil
                : "Not counted, since only what was held counts:"
                    + " \(events.map(\.text).joined(separator: ", ")). “convene event hold” writes it down.",
        ].compactMap { $0 }
    }

    private static func targets(_ results: ProgrammeResults) -> Report {
        Report(
            "targets", title: "Targets beside results",
            columns: [
                Column("measure", "Measure"), .number("goal", "Target"),
                .number("reached", "Reached"), .number("share", "Share"),
                .number("planned", "Still planned"),
            ],
            rows: results.lines.map { line in
                [
                    .text(line.target.measure.text), .number(line.target.goal),
                    .number(line.reached),
                    .ratio(Double(line.reached) / Double(line.target.goal)), Value(line.planned),
                ]
            }, empty: "No targets.")
    }

    /// The years of the action plan, each with how far it is.
    private static func years(_ plan: [ActivityLine]) -> Report {
        let years = Dictionary(grouping: plan, by: \.activity.year)
        return Report(
            "plan", title: "Action plan",
            columns: [
                Column("year", "Year"), .number("activities", "Activities"),
                .number("done", "Done"), .number("under_way", "Under way"),
                .number("planned", "Planned"), .number("dropped", "Dropped"),
                .number("overdue", "Overdue"),
            ],
            rows: years.sorted { $0.key < $1.key }.map { year, lines in
                let states = lines.map(\.activity.state)
                return [
                    .number(year), .number(lines.count), .number(states.count { $0 == .done }),
                    .number(states.count { $0 == .underWay }),
                    .number(states.count { $0 == .planned }),
                    .number(states.count { $0 == .dropped }),
                    .number(lines.count { $0.lateness != nil }),
                ]
            }, empty: "No action plan: “convene plan import” brings one in.")
    }
}
