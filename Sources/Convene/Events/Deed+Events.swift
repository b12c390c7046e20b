extension Deed {
    func add(_ event: Event, organisations: [OrganisationMention]) throws -> Event {
        guard try ledger.event(code: event.code) == nil else {
            throw Problem.eventExists(event.code)
        }
        var added = event
        added.dates = event.dates ?? event.term?.days
        try added.check()
        added.id = try ledger.insert(added)
        try ledger.set(try participations(organisations), of: added.id)
        try ledger.insert(
            EventStatusChange(
                event: added.id, status: added.status, at: now, actor: actor, reason: ""))
        try arrangeSessions(of: added)
        try log(.add, .event(added.id), ["code": added.code.text, "title": added.title])
        return added
    }

    func edit(
        _ code: Code, organisations: [OrganisationMention]?, reminders: [ReminderRule]? = nil,
        telling: Bool, _ change: (inout Event) throws -> Void
    ) throws -> EventChange {
        let before = try inquiry.event(code)
        var event = before
        try change(&event)
        if let dates = event.term?.days, event.term != before.term, event.dates == before.dates {
            event.dates = dates
        }
        if let organisations { try set(organisations, of: event) }
        if let reminders { try set(reminders, of: event) }
        guard event != before else { return EventChange(event: event, mails: 0, movedUp: 0) }
        try event.check()
        if event.code != before.code, try ledger.event(code: event.code) != nil {
            throw Problem.eventExists(event.code)
        }
        var movedUp = 0
        let mails = try changing(event.id, telling: telling) {
            try ledger.update(event)
            if event.dates != before.dates { try arrangeSessions(of: event, from: before.dates) }
            if event.completionPercent != before.completionPercent { try recount(event) }
            try log(.edit, .event(event.id), event.differences(from: before))
            guard event.capacity != before.capacity else { return }
            movedUp = try moveUp(at: event, telling: telling)
        }
        return EventChange(event: event, mails: mails, movedUp: movedUp)
    }

    private func set(_ organisations: [OrganisationMention], of event: Event) throws {
        let participations = try participations(organisations)
        let before = try ledger.participations(in: event.id)
        guard
            !participations.elementsEqual(
                before, by: { $0.organisation == $1.organisation && $0.part == $1.part })
        else { return }
        try ledger.set(participations, of: event.id)
        try log(
            .edit, .event(event.id),
            [
                "code": event.code.text,
                "organisations": participations.map(\.name).joined(separator: "; "),
            ])
    }

    func move(_ code: Code, to status: Event.Status, reason: String, telling: Bool) throws
        -> EventChange
    {
        let before = try inquiry.event(code)
        var event = before
        guard event.status != status else {
            return EventChange(event: event, mails: 0, movedUp: 0)
        }
        try event.check(moveTo: status)
        event.status = status
        if status == .postponed {
            event.dates = nil
            event.term = event.term?.days == nil ? event.term : nil
        }
        var mails = try changing(event.id, telling: telling) {
            try ledger.update(event)
            if event.dates != before.dates { try arrangeSessions(of: event, from: before.dates) }
            try ledger.insert(
                EventStatusChange(
                    event: event.id, status: status, at: now, actor: actor, reason: reason))
            try log(
                status.act, .event(event.id),
                ["code": event.code.text, "reason": reason.isEmpty ? nil : reason])
        }
        if telling, status == .cancelled { mails = try tellCancellation(of: event) }
        return EventChange(event: event, mails: mails, movedUp: 0)
    }
}

extension Event {
    private static let longestMailText = 20_000

    /// What must be true of every event.
    ///
    /// - Throws: `value.invalid`, `event.capacity`, `event.dates`.
    func check() throws(Problem) {
        guard !title.trimmed.isEmpty else { throw .titleMissing("event") }
        if let capacity, capacity <= 0 {
            throw Problem(
                .eventCapacity,
                "A capacity of \(capacity) leaves no seat: give 1 or more, or leave it out where there"
                    + " is no limit.")
        }
        guard (1...100).contains(completionPercent) else {
            throw Problem(
                .valueInvalid,
                "The completion rule is a share from 1 to 100 per cent, not \(completionPercent).")
        }
        if let answerBy, let last = dates?.upperBound ?? term?.last, answerBy > last {
            throw Problem(
                .eventDates,
                "An answer by \(answerBy.text) would come after the event, whose last day is"
                    + " \(last.text): ask for it earlier.")
        }
        guard mailText.utf8.count <= Event.longestMailText else {
            throw Problem(
                .valueInvalid,
                "The text for mail has more than \(Event.longestMailText / 1000) KB: shorten it, or"
                    + " attach it to the invitation as a file.")
        }
        if let dates, dates.upperBound.daysSince1970 - dates.lowerBound.daysSince1970 > 366 {
            throw Problem(
                .eventDates,
                "From \(dates.lowerBound.text) to \(dates.upperBound.text) is more than a year: check"
                    + " the dates.")
        }
    }

    /// Whether the event may be taken to this status from where it is.
    ///
    /// - Throws: `event.status`, `event.no-dates`.
    func check(moveTo next: Status) throws(Problem) {
        guard next != status else { return }
        let allowed: Bool =
            switch (status, next) {
            case (.cancelled, _): false
            case (.held, .closed): true
            case (.held, _): false
            case (_, .planned): status == .postponed
            case (_, .open), (_, .closed), (_, .held), (_, .postponed), (_, .cancelled): true
            }
        guard allowed else {
            throw Problem(
                .eventStatus,
                "\(code) is \(status.rawValue); it can't become \(next.rawValue) from there."
                    + (status == .cancelled
                        ? " Those who were invited have been told: add a new event instead." : ""))
        }
        guard next != .held || dates != nil else { throw .eventNoDates(code, to: "be held") }
    }

    func differences(from before: Event) -> AuditDetails {
        func changed<T: Equatable>(_ value: (Event) -> T, _ text: (T) -> String) -> String? {
            value(self) == value(before) ? nil : text(value(self))
        }
        return [
            "code": code.text,
            "title": changed(\.title) { $0 },
            "dates": changed(\.dates) {
                $0.map { "\($0.lowerBound.text)/\($0.upperBound.text)" } ?? ""
            },
            "term": changed(\.term) { $0?.text ?? "" },
            "city": changed(\.city) { $0 },
            "country": changed(\.country) { $0?.code ?? "" },
            "venue": changed(\.venue) { $0 },
            "zone": changed(\.zone) { $0.name },
            "mode": changed(\.mode) { $0.rawValue },
            "answer_by": changed(\.answerBy) { $0?.text ?? "" },
            "admission": changed(\.admission) { $0.rawValue },
            "mail_text": changed(\.mailText) { "\($0.count) characters" },
            "contact": changed(\.contact) { $0?.text ?? "" },
            "capacity": changed(\.capacity) { $0.map(String.init) ?? "" },
            "completion": changed(\.completionPercent) { String($0) },
        ]
    }
}

extension Event.Status {
    fileprivate var act: AuditEntry.Act {
        switch self {
        case .planned: .edit
        case .open: .open
        case .closed: .close
        case .held: .hold
        case .postponed: .postpone
        case .cancelled: .cancel
        }
    }
}

extension Problem {
    package static func eventExists(_ code: Convene.Code) -> Problem {
        Problem(
            .eventExists,
            "There is an event “\(code)” already: change it with “convene event edit \(code)”.")
    }

    static func eventNoDates(_ code: Convene.Code, to purpose: String) -> Problem {
        Problem(
            .eventNoDates,
            "\(code) needs its dates to \(purpose): agree them with “convene event edit \(code)"
                + " --dates 2011-10-03/2011-10-07”.")
    }
}
