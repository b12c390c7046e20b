import Convene
import Hummingbird

extension House {
    /// The programmes: what was promised beside what took place, and the plan's activities.
    func addProgrammes(to router: some RouterMethods<Visit>) {
        router.get("/office/programmes") { _, visit in try await programmesPage(visit) }
        router.get("/office/programmes/:programme") { request, visit in
            try await programmePage(request, visit)
        }
        router.get("/office/programmes/:programme/plan/:activity") { request, visit in
            try await activityPage(said: words(visit).said(request), visit)
        }
        router.post("/office/programmes/:programme/plan/:activity") { request, visit in
            try await takeActivity(ActivityForm(try await form(request, visit)), visit)
        }
    }

    private func programmesPage(_ visit: Visit) async throws -> Response {
        let words = words(visit)
        let programmes = try await office.programmeDesk(try visit.actor).list()
        let activities = try await office.planDesk(try visit.actor).list()
        var rows: [Grid.Row] = []
        for programme in programmes {
            let results = try await office.figureDesk(try visit.actor).results(of: programme.code)
            let own = activities.filter { $0.programme == programme.code }
            rows.append(
                Grid.Row([
                    .init(
                        programme.title, link: visit.to(programme.path),
                        note: programme.code.text),
                    .init(programme.years), .init("\(results.held) / \(results.planned)"),
                    .init(
                        results.lines.map {
                            "\(words.text(of: $0.target.measure, self, visit)): \($0.reached) / \($0.target.goal)"
                        }
                        .joined(separator: " · ")),
                    .init(
                        own.isEmpty
                            ? ""
                            : "\(own.count { $0.activity.state == .done }) / \(own.count)"),
                    .init(String(own.count { $0.lateness != nil })),
                ]))
        }
        let grid = Grid(
            "programmes", words["desk.programmes"],
            columns: [
                words["programme"], words["desk.years"], words["desk.events-held"],
                words["desk.targets"], words["desk.activities-done"], words["desk.overdue"],
            ], numbers: [2, 4, 5], none: words["desk.programmes-none"], rows: rows)
        return desk(
            "desk-programmes", titled: words["desk.programmes"], in: .programmes, visit,
            ["programmes": grid.forTemplate])
    }

    private func programmePage(_ request: Request, _ visit: Visit) async throws -> Response {
        let words = words(visit)
        let query = request.uri.queryParameters
        let code = try visit.code("programme")
        let results = try await office.figureDesk(try visit.actor).results(of: code)
        let programme = results.programme
        let year = query.get("year").flatMap { Int($0) }
        let condition = query.get("condition").flatMap { PlanFilter.Condition(rawValue: $0) }
        let all = try await office.planDesk(try visit.actor).list(PlanFilter(programme: code))
        let activities = try await office.planDesk(try visit.actor).list(
            PlanFilter(programme: code, year: year, condition: condition))
        let outcomes = try await office.outcomeDesk(try visit.actor).list(programme: code)
        var values = [
            FormField.filter(
                "year", words["desk.by.year"],
                Set(all.map(\.activity.year)).sorted().map { .init(String($0), String($0)) },
                year.map(String.init), all: words["desk.all"]),
            .filter(
                "condition", words["desk.state"],
                words.options(PlanFilter.Condition.self, "desk.plan"), condition?.rawValue,
                all: words["desk.all"]),
        ].forTemplate
        values["action"] = programme.path
        values["facts"] = facts(of: results, words, visit).facts
        values["targets"] = targetGrid(results, words, visit).forTemplate
        if !results.lines.isEmpty {
            values["chart"] =
                BarChart(
                    title: words["desk.targets"], series: [words["desk.reached"]],
                    lines: results.lines.map {
                        .init(
                            name: words.text(of: $0.target.measure, self, visit),
                            values: [$0.reached], goal: $0.target.goal)
                    }
                ).forTemplate
        }
        values["events"] =
            eventGrid(
                try await office.eventDesk(try visit.actor).list(programme: code), words, visit
            ).forTemplate
        values["activities"] = activityGrid(activities, words, visit).forTemplate
        values["has-outcomes"] = !outcomes.isEmpty
        values["outcomes"] = outcomeGrid(outcomes, words, visit).forTemplate
        values.add("lang-field", visit.chosenLanguage?.code)
        values.add("said", words.said(request))
        return desk(
            "desk-programme", titled: programme.title, in: .programmes, visit, values)
    }

    private func facts(of results: ProgrammeResults, _ words: PageWords, _ visit: Visit)
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

    private func targetGrid(_ results: ProgrammeResults, _ words: PageWords, _ visit: Visit)
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

    /// Activities in a table.
    func activityGrid(_ lines: [ActivityLine], _ words: PageWords, _ visit: Visit) -> Grid {
        Grid(
            "activities", words["desk.plan"],
            columns: [
                words["desk.activity"], words["desk.term"], words["desk.state"],
                words["desk.steps"], words["desk.events"],
            ], none: words["desk.activities-none"],
            rows: lines.map { line in
                let activity = line.activity
                let done = activity.steps.count { $0.done != nil }
                return Grid.Row([
                    .init(
                        "\(activity.code) \(activity.title)", link: visit.to(line.path),
                        note: line.lateness.map {
                            words.text("desk.late-since", ["day": $0.since.text])
                        } ?? ""),
                    .init(activity.term?.text ?? String(activity.year)),
                    .init(words["desk.plan.\(activity.state.rawValue)"]),
                    .init(activity.steps.isEmpty ? "" : "\(done) / \(activity.steps.count)"),
                    .init(line.events.map(\.text).joined(separator: ", ")),
                ])
            })
    }

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
                let state =
                    outcome.done.map { words.text("desk.done-on", ["day": $0.on.text]) }
                    ?? words[line.isOverdue ? "desk.plan.overdue" : "desk.plan.open"]
                return Grid.Row(
                    "\(line.code) \(outcome.wording)", outcome.responsible,
                    outcome.due?.text ?? "", state, outcome.followUp)
            })
    }

    private func activityPage(said: String?, _ visit: Visit) async throws -> Response {
        let words = words(visit)
        let file = try await office.planDesk(try visit.actor).file(try visit.activity)
        let activity = file.line.activity
        let programme = try await office.programmeDesk(try visit.actor).programme(
            file.line.programme)
        var values = ActivityForm.fields(words).forTemplate
        values["programme-way"] = visit.to(programme.path)
        values["programme-name"] = programme.title
        values["action"] = file.line.path
        values["may-tick"] = visit.offers(.tick, on: .activity)
        values["facts"] =
            [
                (words["desk.state"], words["desk.plan.\(activity.state.rawValue)"]),
                (words["desk.term"], activity.term?.text ?? String(activity.year)),
                (
                    words["desk.plan.overdue"],
                    file.line.lateness.map {
                        words.text("desk.late-since", ["day": $0.since.text])
                    } ?? ""
                ),
                (
                    words["desk.done"],
                    activity.done.map { "\($0.on.text), \($0.by.name)" } ?? ""
                ),
                (words["desk.events"], file.events.map(\.title).joined(separator: "; ")),
            ].facts
        values["steps"] =
            Grid(
                "steps", words["desk.steps"],
                columns: [words["desk.step"], words["desk.term"], words["desk.done"]],
                none: words["desk.steps-none"],
                rows: activity.steps.enumerated().map { index, step in
                    Grid.Row(
                        [
                            .init("\(index + 1). \(step.title)"), .init(step.term?.text ?? ""),
                            .init(step.done.map { "\($0.on.text), \($0.by.name)" } ?? ""),
                        ],
                        choice: .init(name: "step", value: String(index + 1), label: step.title))
                }
            ).forTemplate
        values["history"] = auditGrid(file.history, words).forTemplate
        values.add("said", said)
        return desk(
            "desk-activity", titled: "\(activity.code) \(activity.title)", in: .programmes, visit,
            values)
    }

    private func takeActivity(_ form: ActivityForm, _ visit: Visit) async throws -> Response {
        let desk = office.planDesk(try visit.actor)
        let mention = try visit.activity
        try await form.carryOut(on: mention, at: desk)
        let line = try await desk.file(mention).line
        return Response.redirect(to: visit.to(line.path, ["said": "saved"]))
    }
}

extension Programme {
    var path: String { "/office/programmes/\(PercentText.encoded(code.text))" }

    /// Its first and last year.
    fileprivate var years: String {
        switch (startYear, endYear) {
        case (let start?, let end?): start == end ? String(start) : "\(start)–\(end)"
        case (let year?, nil), (nil, let year?): String(year)
        case (nil, nil): ""
        }
    }
}

extension ActivityLine {
    var path: String {
        "/office/programmes/\(PercentText.encoded(programme.text))/plan/\(activity.code)"
    }
}

extension PageWords {
    /// What a target counts.
    fileprivate func text(of measure: Programme.Target.Measure, _ house: House, _ visit: Visit)
        -> String
    {
        switch measure {
        case .events(let kind): house.kind(kind, visit)
        case .countries, .people, .women: self["desk.target.\(measure.text)"]
        }
    }
}

extension Visit {
    fileprivate var activity: ActivityMention {
        get throws { ActivityMention("\(try part("programme"))/\(try part("activity"))") }
    }
}
