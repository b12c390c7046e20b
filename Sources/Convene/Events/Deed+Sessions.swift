extension Deed {
    /// Makes the sessions follow the event's dates: what was on the n-th day of the old dates is on the
    /// n-th of the new ones, as it was, and a day that has no session gets one.
    ///
    /// Where attendance was taken the event has begun: its sessions stay on their days. While an event
    /// has no dates, sessions that somebody has worked out are kept as they were until there are new
    /// ones; nobody is told of them meanwhile.
    ///
    /// - Parameter before: the dates that the sessions are of; as far as they go where it had none.
    /// - Throws: `session.marked` where attendance was taken on a day that would fall away;
    ///   `session.outside` where somebody has worked out a session of such a day.
    func arrangeSessions(of event: Event, from before: ClosedRange<Day>? = nil) throws {
        let sessions = try ledger.sessions(of: event.id)
        let isAttended = try sessions.contains { try ledger.isMarked($0.id) }
        if let dates = event.dates {
            let first = before?.lowerBound ?? sessions.map(\.day).min() ?? dates.lowerBound
            let shift = isAttended ? 0 : dates.lowerBound.daysSince1970 - first.daysSince1970
            try move(sessions, of: event, by: shift, into: dates)
            try addSessions(on: dates, of: event)
        } else if isAttended || sessions.allSatisfy(\.isPlain) {
            for session in sessions { try remove(session, of: event) }
        }
        _ = try settleSessions(of: event)
    }

    private func move(
        _ sessions: [Session], of event: Event, by shift: Int, into dates: ClosedRange<Day>
    ) throws {
        let outside = sessions.filter { !dates.contains($0.day.adding(days: shift)) }
        for session in outside { try checkUnmarked(session, of: event) }
        let workedOut = outside.filter { !$0.isPlain }
        guard workedOut.isEmpty else { throw Problem.sessionsOutside(workedOut, of: event) }
        for session in outside { try remove(session, of: event) }
        let gone = Set(outside.map(\.id))
        try ledger.update(
            sessions.filter { !gone.contains($0.id) }.map { session in
                var moved = session
                moved.day = session.day.adding(days: shift)
                return moved
            })
    }

    private func addSessions(on dates: ClosedRange<Day>, of event: Event) throws {
        let covered = Set(try ledger.sessions(of: event.id).map(\.day))
        for number in dates.lowerBound.daysSince1970...dates.upperBound.daysSince1970 {
            let day = Day(daysSince1970: number)
            guard !covered.contains(day) else { continue }
            // A number above all others: settling puts each in its place.
            _ = try ledger.insert(Session(event: event.id, number: 1_000_000 + number, day: day))
        }
    }

    /// Numbers the sessions by day and time, and counts completion anew.
    func settleSessions(of event: Event) throws -> [Session] {
        var sessions = try ledger.sessions(of: event.id).sorted { left, right in
            (left.day, left.starts?.minutes ?? -1, left.number)
                < (right.day, right.starts?.minutes ?? -1, right.number)
        }
        for index in sessions.indices { sessions[index].number = index + 1 }
        try ledger.update(sessions)
        try recount(event)
        return sessions
    }

    /// - Throws: `event.no-dates`, `session.outside`, `session.times`.
    func check(_ session: Session, of event: Event) throws {
        guard let dates = event.dates else {
            throw Problem.eventNoDates(event.code, to: "have sessions")
        }
        guard dates.contains(session.day) else {
            throw Problem(
                .sessionOutside,
                "\(session.day.text) is outside \(event.code), which is from"
                    + " \(dates.lowerBound.text) to \(dates.upperBound.text).")
        }
        if let starts = session.starts, let ends = session.ends, ends <= starts {
            throw Problem(
                .sessionTimes, "The session would end at \(ends), before it starts at \(starts).")
        }
    }

    func remove(_ session: Session, of event: Event) throws {
        try checkUnmarked(session, of: event)
        try ledger.remove(session.id)
        try log(
            .remove, .session(session.id), ["event": event.code.text, "day": session.day.text])
    }

    private func checkUnmarked(_ session: Session, of event: Event) throws {
        guard try ledger.isMarked(session.id) else { return }
        throw Problem(
            .sessionMarked,
            "Attendance was taken at session \(session.number) of \(event.code)"
                + " (\(session.day.text)): it can't be removed, and the dates can't leave it out.")
    }
}

extension Inquiry {
    /// The sessions that an event has on its dates. Those that are kept while it has none are no part
    /// of what anybody is told.
    func schedule(of event: Event) throws -> [Session] {
        event.dates == nil ? [] : try ledger.sessions(of: event.id)
    }
}

extension Session {
    /// Whether it is as it came with its day, so that nothing is lost when it falls away.
    fileprivate var isPlain: Bool { title.isEmpty && starts == nil && ends == nil && counts }
}

extension Problem {
    fileprivate static func sessionsOutside(_ sessions: [Session], of event: Event) -> Problem {
        let names = sessions.map { session in
            let hours = [session.starts, session.ends].compactMap { $0?.text }
                .joined(separator: "–")
            let title = session.title.isEmpty ? "" : "“\(session.title)”"
            return "\(session.number) ("
                + [session.day.text, hours, title].filter { !$0.isEmpty }.joined(separator: ", ")
                + ")"
        }
        return Problem(
            .sessionOutside,
            "The new dates of \(event.code) leave no day for session \(names.joined(separator: ", ")):"
                + " agree more days, or remove what falls away with “convene session remove"
                + " \(event.code) \(sessions[sessions.count - 1].number)”.")
    }

    static func sessionUnknown(_ number: Int, of event: Event, among sessions: [Session]) -> Problem
    {
        Problem(
            .sessionUnknown,
            sessions.isEmpty
                ? "\(event.code) has no sessions yet: they come with its dates."
                : "\(event.code) has no session \(number): it has 1 to \(sessions.count).",
            details: sessions.map { session in
                "\(session.number)  \(session.day.text)  \(session.title)"
                    .trimmingSuffix { $0 == " " }
            })
    }
}

extension String {
    fileprivate func trimmingSuffix(_ belongs: (Character) -> Bool) -> String {
        var text = self
        while let last = text.last, belongs(last) { text.removeLast() }
        return text
    }
}
