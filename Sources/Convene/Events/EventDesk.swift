/// The desk that keeps the events: their dates, their places and their life.
package struct EventDesk: Sendable {
    let office: Office
    let actor: Actor

    /// Adds an event; where its dates are known, with one session a day.
    ///
    /// - Throws: `event.exists`, `event.dates`, `event.capacity`, `value.invalid`.
    package func add(_ event: Event, organisations: [OrganisationMention] = []) async throws
        -> Event
    {
        try await office.write(as: actor) { try $0.add(event, organisations: organisations) }
    }

    /// Changes an event as the closure says, and does what follows from it: sessions for new dates,
    /// seats for those who wait, a mail about the change to everybody who was invited.
    ///
    /// - Throws: `event.unknown`, `event.dates`, `event.capacity`, `session.marked`.
    package func edit(
        _ code: Code, organisations: [OrganisationMention]? = nil,
        reminders: [ReminderRule]? = nil, telling: Bool = true,
        _ change: @Sendable (inout Event) throws -> Void
    ) async throws -> EventChange {
        try await office.write(as: actor) { deed in
            try deed.edit(
                code, organisations: organisations, reminders: reminders, telling: telling, change)
        }
    }

    /// What ``edit(_:organisations:reminders:telling:_:)`` would do, without doing it.
    package func preview(
        _ code: Code, organisations: [OrganisationMention]? = nil,
        reminders: [ReminderRule]? = nil, telling: Bool = true,
        _ change: @Sendable (inout Event) throws -> Void
    ) async throws -> EventChange {
        try await office.rehearse(as: actor) { deed in
            try deed.edit(
                code, organisations: organisations, reminders: reminders, telling: telling, change)
        }
    }

    /// Takes the event to another status.
    ///
    /// - Throws: `event.unknown`, `event.status`.
    package func move(
        _ code: Code, to status: Event.Status, reason: String, telling: Bool = true
    ) async throws -> EventChange {
        try await office.write(as: actor) { deed in
            try deed.move(code, to: status, reason: reason, telling: telling)
        }
    }

    /// What ``move(_:to:reason:telling:)`` would do, without doing it.
    package func preview(_ code: Code, to status: Event.Status, telling: Bool = true) async throws
        -> EventChange
    {
        try await office.rehearse(as: actor) { deed in
            try deed.move(code, to: status, reason: "", telling: telling)
        }
    }

    package func event(_ code: Code) async throws -> Event {
        try await office.read(as: actor) { try $0.event(code) }
    }

    /// All that is known of one event.
    package func file(_ code: Code) async throws -> EventFile {
        try await office.read(as: actor) { inquiry in
            let event = try inquiry.event(code)
            return EventFile(
                event: event,
                programme: try event.programme.flatMap { try inquiry.ledger.programme($0) },
                sessions: try inquiry.ledger.sessions(of: event.id),
                organisations: try inquiry.ledger.participations(in: event.id),
                standings: try inquiry.ledger.countRegistrations(at: event.id),
                seatsTaken: try inquiry.ledger.confirmed(at: event.id, roles: Role.seated),
                history: try inquiry.ledger.statusChanges(of: event.id),
                activities: try inquiry.ledger.activities(carriedOutBy: event.id).map {
                    try inquiry.line($0, on: office.today)
                },
                outcomes: try inquiry.ledger.outcomes(of: [event.id]).map {
                    OutcomeLine(outcome: $0, event: event, today: office.today)
                },
                reminders: try inquiry.ledger.reminders(of: event.id))
        }
    }

    /// The events of a programme and its stages, or all, with their standings.
    package func list(programme: Code? = nil) async throws -> [EventSummary] {
        try await office.read(as: actor) { inquiry in
            let programmes = try programme.map { code in
                try inquiry.withStages([try inquiry.programme(code).id])
            }
            let codes = Dictionary(
                uniqueKeysWithValues: try inquiry.ledger.programmes().map { ($0.id, $0.code) })
            return try inquiry.ledger.events(of: programmes).map { event in
                EventSummary(
                    event: event, programme: event.programme.flatMap { codes[$0] },
                    standings: try inquiry.ledger.countRegistrations(at: event.id))
            }
        }
    }
}

/// All that is known of one event.
package struct EventFile: Sendable {
    package var event: Event
    package var programme: Programme?
    package var sessions: [Session]
    package var organisations: [Participation]
    package var standings: [Standing: Int]
    package var seatsTaken: Int
    package var history: [EventStatusChange]
    /// What of action plans it carries out.
    package var activities: [ActivityLine]
    /// What it recommended or decided.
    package var outcomes: [OutcomeLine]
    package var reminders: [EventReminder]
}

/// One line of the list of events.
package struct EventSummary: Sendable {
    package var event: Event
    package var programme: Code?
    package var standings: [Standing: Int]
}

/// What a change of an event brought with it.
package struct EventChange: Sendable {
    package var event: Event
    /// How many mails about it were queued.
    package var mails: Int
    /// How many moved up from the waiting list.
    package var movedUp: Int
}

extension Inquiry {
    /// - Throws: `event.unknown`.
    func event(_ code: Code) throws -> Event {
        guard let event = try ledger.event(code: code) else {
            throw Problem.eventUnknown(code)
        }
        return event
    }
}

extension Office {
    package func eventDesk(_ actor: Actor) -> EventDesk { EventDesk(office: self, actor: actor) }
}
