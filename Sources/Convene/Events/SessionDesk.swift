/// The desk that splits an event into the sessions at which attendance is taken.
package struct SessionDesk: Sendable {
    let office: Office
    let actor: Actor

    package func list(_ event: Code) async throws -> [Session] {
        try await office.read(as: actor) { inquiry in
            try inquiry.ledger.sessions(of: try inquiry.event(event).id)
        }
    }

    /// - Throws: `event.unknown`, `session.unknown`.
    package func session(_ number: Int, of event: Code) async throws -> Session {
        try await office.read(as: actor) { inquiry in
            try inquiry.session(number, of: try inquiry.event(event))
        }
    }

    /// Adds a session to an event; all are numbered anew by day and time.
    ///
    /// - Parameter telling: whether those who were invited are told by mail, here as of every change
    ///   of sessions, where the event is at another time by it.
    /// - Throws: `event.unknown`, `event.no-dates`, `session.outside`, `session.times`.
    package func add(
        to event: Code, day: Day, title: String = "", starts: TimeOfDay? = nil,
        ends: TimeOfDay? = nil, counts: Bool = true, telling: Bool = true
    ) async throws -> SessionChange {
        try await change(event, telling: telling) { deed, event in
            var session = Session(
                event: event.id, number: try deed.ledger.sessions(of: event.id).count + 1,
                title: title, day: day, starts: starts, ends: ends, counts: counts)
            try deed.check(session, of: event)
            session.id = try deed.ledger.insert(session)
            try deed.log(.add, .session(session.id), ["event": event.code.text, "day": day.text])
        }
    }

    /// Changes a session as the closure says; all are numbered anew by day and time.
    ///
    /// - Throws: `session.unknown`, `session.outside`, `session.times`.
    package func edit(
        _ number: Int, of event: Code, telling: Bool = true,
        _ change: @Sendable (inout Session) throws -> Void
    ) async throws -> SessionChange {
        try await self.change(event, telling: telling) { deed, event in
            var session = try deed.inquiry.session(number, of: event)
            try change(&session)
            try deed.check(session, of: event)
            try deed.ledger.update([session])
            try deed.log(
                .edit, .session(session.id), ["event": event.code.text, "day": session.day.text])
        }
    }

    /// Parts a session in two at a time of its day; what was marked stays with the first of them. The
    /// day begins and ends as it did, so nobody needs to be told.
    ///
    /// - Throws: `session.unknown`, `session.times` where the time does not lie within it.
    package func split(_ number: Int, of event: Code, at time: TimeOfDay, title: String = "")
        async throws -> SessionChange
    {
        try await change(event, telling: false) { deed, event in
            var first = try deed.inquiry.session(number, of: event)
            guard first.starts.map({ $0 < time }) != false, first.ends.map({ time < $0 }) != false
            else { throw Problem.sessionSplit(at: time, first) }
            var second = first
            (first.ends, second.starts) = (time, time)
            second.number = try deed.ledger.sessions(of: event.id).count + 1
            second.title = title
            second.id = Session.ID(0)
            try deed.ledger.update([first])
            second.id = try deed.ledger.insert(second)
            let details: AuditDetails = ["event": event.code.text, "day": first.day.text]
            try deed.log(.edit, .session(first.id), details)
            try deed.log(.add, .session(second.id), details)
        }
    }

    /// Removes a session at which nobody was marked.
    ///
    /// - Throws: `session.unknown`, `session.marked`.
    package func remove(_ number: Int, of event: Code, telling: Bool = true) async throws
        -> SessionChange
    {
        try await change(event, telling: telling) { deed, event in
            try deed.remove(try deed.inquiry.session(number, of: event), of: event)
        }
    }

    private func change(
        _ event: Code, telling: Bool, by act: @Sendable (Deed, Event) throws -> Void
    ) async throws -> SessionChange {
        try await office.write(as: actor) { deed in
            let event = try deed.inquiry.event(event)
            var sessions: [Session] = []
            let mails = try deed.changing(event.id, telling: telling) {
                try act(deed, event)
                sessions = try deed.settleSessions(of: event)
            }
            return SessionChange(sessions: sessions, mails: mails)
        }
    }
}

/// What a change of an event's sessions brought with it.
package struct SessionChange: Sendable {
    /// All sessions of the event, as they are now.
    package var sessions: [Session]
    /// How many mails tell of it.
    package var mails: Int
}

extension Inquiry {
    /// - Throws: `session.unknown`.
    func session(_ number: Int, of event: Event) throws -> Session {
        let sessions = try ledger.sessions(of: event.id)
        guard let session = sessions.first(where: { $0.number == number }) else {
            throw Problem.sessionUnknown(number, of: event, among: sessions)
        }
        return session
    }
}

extension Problem {
    fileprivate static func sessionSplit(at time: TimeOfDay, _ session: Session) -> Problem {
        Problem(
            .sessionTimes,
            "\(time.text) does not lie within session \(session.number): choose a time between its"
                + " beginning and its end.")
    }
}

extension Office {
    package func sessionDesk(_ actor: Actor) -> SessionDesk {
        SessionDesk(office: self, actor: actor)
    }
}
