import Convene
import ConveneLetters
import Hummingbird

extension House {
    /// One event: where its people stand, found and acted upon together, and the event's own life.
    ///
    /// What is searched for can be a name, which does not belong into addresses; so the search is a
    /// form that is handed in, and changes nothing.
    func addEventDesk(to router: some RouterMethods<Visit>) {
        router.get("/office/events/:event", use: showEvent)
        router.post("/office/events/:event", use: searchEvent)
    }

    private func showEvent(_ request: Request, _ visit: Visit) async throws -> Response {
        let standing = request.uri.queryParameters.get("standing") ?? ""
        return try await eventPage(
            RegistrationsForm(FormData(["standing": [standing]])),
            said: words(visit).said(request), visit)
    }

    private func searchEvent(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = RegistrationsForm(try await form(request, visit))
        return try await eventPage(form, said: nil, visit)
    }

    private func eventPage(_ form: RegistrationsForm, said: String?, _ visit: Visit) async throws
        -> Response
    {
        let words = words(visit)
        let actor = try visit.actor
        let file = try await office.eventDesk(actor).file(try visit.code())
        let event = file.event
        let desk = office.registrationDesk(actor)
        // Whoever sees figures only sees the event without its people.
        let all = try await ifAllowed { try await desk.list(event.code) }
        let lines =
            form.filter.isEmpty || all == nil
            ? all ?? [] : try await desk.list(event.code, form.filter)
        let shown = Array(
            lines.dropFirst((form.page - 1) * RegistrationsForm.length)
                .prefix(RegistrationsForm.length))
        var values = eventHead(event, tab: .registrations, visit)
        values.merge(
            form.fields(self, countries: Set((all ?? []).compactMap(\.registration.country)), visit)
                .forTemplate
        ) { $1 }
        values["facts"] = try facts(of: file, words, visit)
        values["tallies"] = standingTallies(file, form.filter.standing, visit)
        values["heading"] =
            form.filter.standing == .waitlisted
            ? words["desk.waiting-list"] : words["desk.registrations"]
        values["registrations"] =
            registrationGrid(
                shown, of: event, choosing: visit.offers(.confirm, on: .registration), words, visit
            ).forTemplate
        values["sees-people"] = all != nil
        values["may-move"] = !shown.isEmpty && visit.offers(.confirm, on: .registration)
        values["may-change"] = visit.offers(.close, on: .event)
        values["kept"] = form.kept.forTemplate
        values["everybody"] = words.text("desk.bulk-all", count: lines.count)
        values["bulk"] = StandingForm().fields(words).forTemplate
        values["moves"] = statusFields(event, words).forTemplate
        values["has-outcomes"] = !file.outcomes.isEmpty
        values["outcomes"] = outcomeGrid(file.outcomes, words, visit).forTemplate
        values["history"] = historyGrid(file.history, in: event.zone, words).forTemplate
        values.merge(paging(lines.count, RegistrationsForm.length, form.page)) { $1 }
        values.add("said", said)
        return self.desk("desk-event", titled: event.title, in: .events, visit, values)
    }

    private func facts(of file: EventFile, _ words: PageWords, _ visit: Visit) throws
        -> [[String: Any]]
    {
        let event = file.event
        let announcement = try announcement(of: event, organisers: file.organisations, visit)
        let seats = event.capacity.map { "\(file.seatsTaken) / \($0)" } ?? "\(file.seatsTaken)"
        return [
            (words["desk.column-status"], words["desk.status.\(event.status.rawValue)"]),
            (words["when"], announcement.when), (words["where"], announcement.place),
            (words["desk.seats"], seats),
            (words["desk.admission"], words["desk.admission.\(event.admission.rawValue)"]),
            (words["desk.answer-by"], event.answerBy?.text ?? ""),
            (words["desk.event.contact"], event.contact?.text ?? ""),
            (words["organisers"], announcement.organisers),
            (words["supporters"], announcement.supporters),
            (words["programme"], file.programme?.title ?? ""),
            (words["desk.completion"], "\(event.completionPercent) %"),
            (words["desk.code"], event.code.text),
        ].facts
    }

    private func standingTallies(_ file: EventFile, _ chosen: Standing?, _ visit: Visit)
        -> [[String: Any]]
    {
        let words = words(visit)
        let all = file.standings.values.reduce(0, +)
        return [
            [
                "way": visit.to(file.event), "number": all, "text": words["desk.everybody"],
                "is-here": chosen == nil,
            ]
        ]
            + Standing.allCases.filter { (file.standings[$0] ?? 0) > 0 || $0 == .waitlisted }.map {
                [
                    "way": visit.to(file.event, "", ["standing": $0.rawValue]),
                    "number": file.standings[$0] ?? 0,
                    "text": words["desk.standing.\($0.rawValue)"], "is-here": chosen == $0,
                ]
            }
    }

    private func historyGrid(_ history: [EventStatusChange], in zone: Zone, _ words: PageWords)
        -> Grid
    {
        Grid(
            "history", words["desk.history"],
            columns: [
                words["when"], words["desk.column-status"], words["desk.column-actor"],
                words["desk.reason"],
            ], none: words["desk.none"],
            rows: history.map {
                Grid.Row(
                    $0.at.minute(in: zone), words["desk.status.\($0.status.rawValue)"],
                    $0.actor.name, $0.reason)
            })
    }
}

extension [(String, String)] {
    /// Facts, those left out of which nothing is known.
    var facts: [[String: Any]] {
        filter { !$0.1.isEmpty }.map { ["label": $0.0, "value": $0.1] }
    }
}
