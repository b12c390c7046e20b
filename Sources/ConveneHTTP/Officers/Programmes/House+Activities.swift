import Convene
import Hummingbird

extension House {
    /// The activities of action plans: ticked off, given up, tied to events.
    func addActivities(to router: some RouterMethods<Visit>) {
        router.get("/office/programmes/:programme/plan/:activity", use: showActivity)
        router.post("/office/programmes/:programme/plan/:activity", use: takeActivity)
    }

    private func showActivity(_ request: Request, _ visit: Visit) async throws -> Response {
        let words = words(visit)
        let said = words.said(request)
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

    private func takeActivity(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = ActivityForm(try await form(request, visit))
        let desk = office.planDesk(try visit.actor)
        let mention = try visit.activity
        try await form.carryOut(on: mention, at: desk)
        let line = try await desk.file(mention).line
        return Response.redirect(to: visit.to(line.path, ["said": "saved"]))
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
}

extension ActivityLine {
    var path: String {
        "/office/programmes/\(PercentText.encoded(programme.text))/plan/\(activity.code)"
    }
}

extension Visit {
    fileprivate var activity: ActivityMention {
        get throws { ActivityMention("\(try part("programme"))/\(try part("activity"))") }
    }
}
