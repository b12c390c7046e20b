import Convene
import ConveneLetters
import Hummingbird

extension House {
    /// The list of events.
    func addEventList(to router: some RouterMethods<Visit>) {
        router.get("/office/events") { request, visit in
            let query = request.uri.queryParameters
            let programme = try query.get("programme").flatMap { $0.isEmpty ? nil : try Code($0) }
            let status = query.get("status").flatMap { Event.Status(rawValue: $0) }
            let kind = query.get("kind").flatMap { Event.Kind(rawValue: $0) }
            let events = try await office.eventDesk(try visit.actor).list(programme: programme)
                .filter { status == nil || $0.event.status == status }
                .filter { kind == nil || $0.event.kind == kind }
                .sorted { ($1.firstDay, $0.event.code) < ($0.firstDay, $1.event.code) }
            let words = words(visit)
            let fields = [
                FormField.filter(
                    "programme", words["programme"],
                    try await office.programmeDesk(try visit.actor).list().map {
                        .init($0.code.text, $0.title)
                    }, programme?.text, all: words["desk.all"]),
                .filter(
                    "status", words["desk.column-status"],
                    words.options(Event.Status.self, "desk.status"), status?.rawValue,
                    all: words["desk.all"]),
                .filter(
                    "kind", words["desk.column-kind"], kinds(visit), kind?.rawValue,
                    all: words["desk.all"]),
            ]
            var values = fields.forTemplate
            values["events"] = eventGrid(events, words, visit).forTemplate
            values["may-add"] = visit.offers(.add, on: .event)
            values.add("lang-field", visit.chosenLanguage?.code)
            return desk("desk-events", titled: words["desk.events"], in: .events, visit, values)
        }
    }

    func kinds(_ visit: Visit) -> [FormField.Option] {
        Event.Kind.allCases.map { .init($0.rawValue, kind($0, visit)) }
    }

    func kind(_ kind: Event.Kind, _ visit: Visit) -> String {
        (try? announcer.kind(kind, in: visit.language)) ?? kind.rawValue
    }

    func role(_ role: Role, _ visit: Visit) -> String {
        (try? announcer.role(role, in: visit.language)) ?? role.rawValue
    }

    /// Events in a table, each with how many stand where.
    func eventGrid(_ events: [EventSummary], _ words: PageWords, _ visit: Visit) -> Grid {
        Grid(
            "events", words["desk.events"],
            columns: [
                words["desk.column-event"], words["when"], words["desk.column-status"],
                words["desk.measure.confirmed"], words["desk.column-waiting"],
            ], numbers: [3, 4], none: words["desk.events-none"],
            rows: events.map { summary in
                let event = summary.event
                let waiting = (summary.standings[.waitlisted] ?? 0)
                return Grid.Row([
                    .init(event.title, link: visit.to(event), note: event.code.text),
                    .init(when(event, visit)), .init(words["desk.status.\(event.status.rawValue)"]),
                    .init(
                        "\(summary.standings[.confirmed] ?? 0)"
                            + (event.capacity.map { " / \($0)" } ?? "")),
                    .init(String(waiting)),
                ])
            })
    }

    /// The dates of an event, or what is known of them, in words.
    func when(_ event: Event, _ visit: Visit) -> String {
        (try? announcement(of: event, visit))?.when ?? ""
    }

    func announcement(of event: Event, organisers: [Participation] = [], _ visit: Visit) throws
        -> Announcement
    {
        try announcer.announcement(
            of: Notice(
                event: event, programme: nil, sessions: [], organisers: organisers, questions: [],
                entrance: .closed, calendarUID: ""), in: visit.language)
    }
}
