extension Deed {
    /// Makes the sessions follow the event's dates: a session for each day that has none, none
    /// outside the dates.
    ///
    /// - Throws: `session.marked` where attendance was taken on a day that would fall away.
    func arrangeSessions(of event: Event) throws {
        let sessions = try ledger.sessions(of: event.id)
        for session in sessions where event.dates?.contains(session.day) != true {
            try remove(session, of: event)
        }
        if let dates = event.dates {
            let covered = Set(sessions.map(\.day))
            for number in dates.lowerBound.daysSince1970...dates.upperBound.daysSince1970 {
                let day = Day(daysSince1970: number)
                guard !covered.contains(day) else { continue }
                // A number above all others: settling puts each in its place.
                _ = try ledger.insert(
                    Session(event: event.id, number: 1_000_000 + number, day: day))
            }
        }
        _ = try settleSessions(of: event)
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
        guard !(try ledger.isMarked(session.id)) else {
            throw Problem(
                .sessionMarked,
                "Attendance was taken at session \(session.number) of \(event.code)"
                    + " (\(session.day.text)): it can't be removed, and the dates can't leave it out."
            )
        }
        try ledger.remove(session.id)
        try log(
            .remove, .session(session.id), ["event": event.code.text, "day": session.day.text])
    }
}

extension Problem {
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
