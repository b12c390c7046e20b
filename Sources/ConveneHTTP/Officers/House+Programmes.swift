import Convene
import Hummingbird

extension House {
    /// The programmes: what was promised beside what took place.
    func addProgrammes(to router: some RouterMethods<Visit>) {
        router.get("/office/programmes", use: showProgrammes)
        router.get("/office/programmes/:programme", use: showProgramme)
    }

    private func showProgrammes(_ request: Request, _ visit: Visit) async throws -> Response {
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
            ["programmes": grid.forTemplate, "may-add": visit.offers(.add, on: .programme)])
    }

    private func showProgramme(_ request: Request, _ visit: Visit) async throws -> Response {
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
        values["may-change"] = visit.offers(.edit, on: .programme)
        values["edit-way"] = visit.to(programme.path + "/edit")
        values["plan-way"] = visit.to("/office/lists", ["programme": programme.code.text])
        values["event-way"] = visit.to("/office/new/event", ["programme": programme.code.text])
        values.add("lang-field", visit.chosenLanguage?.code)
        values.add("said", words.said(request))
        return desk(
            "desk-programme", titled: programme.title, in: .programmes, visit, values)
    }

}

extension Programme {
    var path: String { "/office/programmes/\(PercentText.encoded(code.text))" }

    /// Its first and last year.
    var years: String {
        switch (startYear, endYear) {
        case (let start?, let end?): start == end ? String(start) : "\(start)–\(end)"
        case (let year?, nil), (nil, let year?): String(year)
        case (nil, nil): ""
        }
    }
}

extension PageWords {
    /// What a target counts.
    func text(of measure: Programme.Target.Measure, _ house: House, _ visit: Visit)
        -> String
    {
        switch measure {
        case .events(let kind): house.kind(kind, visit)
        case .countries, .people, .women: self["desk.target.\(measure.text)"]
        }
    }
}
