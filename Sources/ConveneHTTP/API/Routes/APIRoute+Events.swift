import Convene
import ConveneReports

extension APIRoute {
    static let events: [APIRoute] = [
        .list(
            "/events", "events.list", "The events, by their first day.",
            .page("events", of: .eventLine),
            filters: [
                .one("programme", .name, "Only those of this programme and its stages."),
                .several("status", .eventStatus, "Only those in this status."),
                .several("kind", .kind, "Only those of this kind."),
                .one("country", .countryWords, "Only those in this country."),
            ]
        ) { call in
            let country = try call.filter("country").map { try Country.reading($0) }
            let (statuses, kinds) = (call.filters("status"), call.filters("kind"))
            let events = try await call.office.eventDesk(call.actor).list(
                programme: try call.filter("programme").map { try Code($0) }
            ).filter { line in
                (statuses.isEmpty || statuses.contains(line.event.status.rawValue))
                    && (kinds.isEmpty || kinds.contains(line.event.kind.rawValue))
                    && (country == nil || line.event.country == country)
            }
            return .list(.events(events))
        },
        .add("/events", "events.add", "Adds an event.", takes: .eventNew, .event) { call in
            var event = Event(
                code: try Code(call.body.text("code") ?? ""),
                kind: call.body.choice("kind", as: Event.Kind.self) ?? .other,
                title: call.body.text("title") ?? "")
            try call.body.apply(to: &event)
            event.programme = try await call.programme()?.flatMap { $0 }
            let desk = call.office.eventDesk(call.actor)
            let added = try await desk.add(event, organisations: call.body.organisers ?? [])
            if let rules = try call.body.reminders {
                _ = try await desk.edit(added.code, reminders: rules) { _ in }
            }
            return .made(
                Card.event(try await desk.file(added.code)),
                at: "/events/\(PercentText.encoded(added.code.text))")
        },
        .read("/events/{event}", "events.show", "One event with all that belongs to it.", .event) {
            call in
            .thing(Card.event(try await call.office.eventDesk(call.actor).file(call.code("event"))))
        },
        .change(
            "/events/{event}", "events.change", "Changes an event as said, and leaves the rest.",
            takes: .eventChange, .event
        ) { call in
            let desk = call.office.eventDesk(call.actor)
            let file = try await desk.file(call.code("event"))
            try call.check(Card.event(file))
            let programme = try await call.programme()
            let change = try await desk.edit(
                file.event.code, organisations: call.body.organisers,
                reminders: call.body.reminders, telling: call.body.flag("mail") ?? true
            ) { event in
                try call.check(event, is: file.event)
                try call.body.apply(to: &event)
                if let programme { event.programme = programme }
            }
            return .thing(Card.event(try await desk.file(change.event.code)))
        },
        .move("open", .open, "Opens an event for registration."),
        .move("close", .closed, "Closes an event's list: nobody is added any more."),
        .move("hold", .held, "Writes down that an event has been held."),
        .move("postpone", .postponed, "Postpones an event; its dates fall away."),
        .move("cancel", .cancelled, "Cancels an event for good."),
    ]

    private static func move(_ verb: String, _ status: Event.Status, _ summary: String) -> APIRoute
    {
        .act(
            "/events/{event}/\(verb)", "events.\(verb)", summary, takes: .eventMove, .eventMoved
        ) { call in
            let change = try await call.office.eventDesk(call.actor).move(
                call.code("event"), to: status, reason: call.body.text("reason") ?? "",
                telling: call.body.flag("mail") ?? true)
            return .done([
                "event": .text(change.event.code.text),
                "status": .text(change.event.status.rawValue), "mails": .number(change.mails),
                "moved_up": .number(change.movedUp),
            ])
        }
    }
}

extension APICall {
    /// The programme that the body names: nothing where it says nothing, none for null.
    fileprivate func programme() async throws -> Programme.ID?? {
        if body.isCleared("programme") { return .some(nil) }
        guard let code = body.text("programme") else { return nil }
        return try await office.programmeDesk(actor).programme(try Code(code)).id
    }
}

extension Members {
    fileprivate func apply(to event: inout Event) throws {
        try change("code", &event.code) { try Code($0) }
        change("title", &event.title) { $0 }
        change("city", &event.city) { $0 }
        change("venue", &event.venue) { $0 }
        change("description", &event.description) { $0 }
        change("mail_text", &event.mailText) { $0 }
        try change("term", &event.term) { try Term($0) }
        try change("country", &event.country) { try Country.reading($0) }
        try change("timezone", &event.zone) { try Zone($0) }
        if isCleared("dates") { event.dates = nil }
        if let dates = members("dates") { event.dates = try dates.days }
        if isCleared("contact") { event.contact = nil }
        if let contact = text("contact") { event.contact = try Contact(contact) }
        if isCleared("answer_by") { event.answerBy = nil }
        if let day = day("answer_by") { event.answerBy = day }
        if isCleared("capacity") { event.capacity = nil }
        if let capacity = whole("capacity") { event.capacity = capacity }
        if let percent = whole("completion_percent") { event.completionPercent = percent }
        if let kind = choice("kind", as: Event.Kind.self) { event.kind = kind }
        if let mode = choice("mode", as: Event.Mode.self) { event.mode = mode }
        if let admission = choice("admission", as: Event.Admission.self) {
            event.admission = admission
        }
        if let languages = texts("languages") {
            event.languages = try languages.map { try Language.reading($0) }
        }
    }

    /// - Throws: `event.dates` where the last day comes before the first.
    private var days: ClosedRange<Day> {
        get throws {
            guard let first = day("from"), let last = day("to"), first <= last else {
                throw Problem(.eventDates, "The dates end before they begin: swap them.")
            }
            return first...last
        }
    }

    fileprivate var organisers: [OrganisationMention]? {
        list("organisations")?.compactMap { value in
            guard case .record(let record) = value else { return nil }
            let members = Members(record: record)
            guard let name = members.text("name"),
                let part = members.choice("part", as: Organisation.Part.self)
            else { return nil }
            return OrganisationMention(name: name, part: part)
        }
    }

    fileprivate var reminders: [ReminderRule]? {
        get throws {
            try texts("reminders").map { rules in
                rules.isEmpty ? [] : try ReminderRule.several(rules.joined(separator: ","))
            }
        }
    }
}
