import Convene
import ConveneLetters
import Hummingbird

extension House {
    /// One event: where its people stand, found and acted upon together, and the event's own life.
    ///
    /// What is searched for can be a name, which does not belong into addresses; so the search is a
    /// form that is handed in, and changes nothing.
    func addEventDesk(to router: some RouterMethods<Visit>) {
        router.get("/office/events/:event") { request, visit in
            let query = request.uri.queryParameters
            return try await eventPage(
                RegistrationsForm(FormData(["standing": [query.get("standing") ?? ""]])),
                said: words(visit).said(request), visit)
        }
        router.post("/office/events/:event") { request, visit in
            try await eventPage(
                RegistrationsForm(try await form(request, visit)), said: nil, visit)
        }
        router.post("/office/events/:event/status") { request, visit in
            try await takeStatus(try await form(request, visit), visit)
        }
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

    /// People on an event's list in a table.
    func registrationGrid(
        _ lines: [RegistrationLine], of event: Event, choosing: Bool, id: String = "registrations",
        caption: String? = nil, _ words: PageWords, _ visit: Visit
    ) -> Grid {
        Grid(
            id, caption ?? words["desk.registrations"],
            columns: [
                words["desk.column-name"], words["desk.column-number"], words["field-country"],
                words["field-organisation"], words["desk.column-role"],
                words["desk.column-standing"], words["desk.column-attendance"],
            ], none: words["desk.nobody"],
            rows: lines.map { line in
                let (registration, person) = (line.registration, line.person)
                return Grid.Row(
                    [
                        .init(
                            person.name.full,
                            link: visit.to(event, "/registrations/\(person.id.text)"),
                            note: person.otherName?.full ?? ""),
                        .init(person.id.text),
                        .init(registration.country?.name(in: words.language) ?? ""),
                        .init(line.organisation), .init(role(registration.role, visit)),
                        .init(words["desk.standing.\(registration.standing.rawValue)"]),
                        .init(words.attendance(registration)),
                    ],
                    choice: choosing
                        ? .init(name: "person", value: person.id.text, label: person.name.full)
                        : nil)
            })
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

    private func statusFields(_ event: Event, _ words: PageWords) -> [FormField] {
        [
            FormField(
                "status-to", words["desk.column-status"],
                .menu(
                    words.options(Event.Status.self, "desk.status").filter {
                        $0.code != event.status.rawValue
                    }), isRequired: true),
            FormField("status-reason", words["desk.reason"], .line("text"), most: 500),
            FormField(
                "status-quiet", words["desk.telling"],
                .boxes([.init("yes", words["desk.quiet"])])),
        ]
    }

    /// Takes the event to another status, once what follows from it was looked at.
    private func takeStatus(_ form: FormData, _ visit: Visit) async throws -> Response {
        let words = words(visit)
        let desk = office.eventDesk(try visit.actor)
        let code = try visit.code()
        guard let status = Event.Status(rawValue: form["status-to"]) else {
            throw Problem(.valueInvalid, words["fault.choice"])
        }
        let telling = !form.has("status-quiet")
        guard form.has("confirmed") else {
            let change = try await desk.preview(code, to: status)
            let kept = ["status-to", "status-reason", "status-quiet"].map { ($0, form[$0]) }
            return preview(
                titled: words["desk.status-preview"],
                [
                    words.text(
                        "desk.status-effect",
                        [
                            "event": change.event.title,
                            "status": words["desk.status.\(status.rawValue)"],
                        ]), words.text("desk.mails", count: telling ? change.mails : 0),
                ],
                Preview(
                    action: change.event.path + "/status", kept: kept.filter { !$0.1.isEmpty },
                    back: visit.to(change.event), isGrave: status == .cancelled), visit)
        }
        let change = try await desk.move(
            code, to: status, reason: form["status-reason"], telling: telling)
        return Response.redirect(
            to: visit.to(change.event, "", ["said": "status", "n": String(change.mails)]))
    }
}

/// The parts of an event's pages.
enum EventTab: String, CaseIterable {
    case registrations, invitations, questions
    case checkIn = "check-in"
    case enter

    var path: String { self == .registrations ? "" : "/\(rawValue)" }

    /// Whether it is worth leading somebody there; the desks hold it whatever is offered.
    func isOffered(to visit: Visit) -> Bool {
        switch self {
        case .registrations: true
        case .invitations, .questions: visit.officer?.rights.see(.names) == true
        case .checkIn: visit.offers(.mark, on: .registration)
        case .enter: visit.offers(.nominate, on: .registration)
        }
    }
}

extension House {
    /// What stands at the head of all pages of an event.
    func eventHead(_ event: Event, tab: EventTab, _ visit: Visit) -> [String: Any] {
        let words = words(visit)
        return [
            "kind": kind(event.kind, visit), "action": event.path, "has-head": true,
            "tabs": EventTab.allCases.filter { $0.isOffered(to: visit) }.map {
                [
                    "way": visit.to(event, $0.path), "tab": words["desk.tab.\($0.rawValue)"],
                    "is-here": $0 == tab,
                ]
            },
        ]
    }

    /// The numbers of a long table's pages.
    func paging(_ count: Int, _ length: Int, _ page: Int) -> [String: Any] {
        let pages = (count + length - 1) / length
        return [
            "has-pages": pages > 1,
            "pages": (1...max(1, pages)).map { ["page-number": $0, "is-here": $0 == page] },
        ]
    }
}

extension [(String, String)] {
    /// Facts, those left out of which nothing is known.
    var facts: [[String: Any]] {
        filter { !$0.1.isEmpty }.map { ["label": $0.0, "value": $0.1] }
    }
}

extension PageWords {
    /// Whether somebody came, in a word.
    func attendance(_ registration: Registration) -> String {
        registration.completed
            ? self["desk.completed"] : registration.attended ? self["desk.attended"] : ""
    }
}
