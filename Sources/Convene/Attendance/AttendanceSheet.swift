/// The sheet on which attendance is taken, session by session.
///
/// What was marked before is kept; a correction is a new entry of the log.
package struct AttendanceSheet: Sendable {
    let office: Office
    let actor: Actor

    /// Marks people at sessions, all or none. Who has the same mark already is left alone.
    ///
    /// - Parameters:
    ///   - people: who; nothing means everybody who is confirmed.
    ///   - sessions: their numbers; nothing means the only one, or all if `allSessions`.
    /// - Throws: `event.no-dates`, `event.status`, `session.unknown`, `attendance.not-confirmed`,
    ///   `attendance.nobody`, `person.unknown`, `person.ambiguous`.
    package func mark(
        _ mark: AttendanceMark.Mark, _ people: [PersonMention]?, at event: Code,
        sessions: SessionChoice, method: AttendanceMark.Method = .terminal, reason: String = ""
    ) async throws -> AttendanceReport {
        try await office.write(as: actor) { deed in
            let event = try deed.inquiry.event(event)
            try event.checkOpenForAttendance()
            let sessions = try deed.inquiry.sessions(sessions, of: event)
            let registrations = try deed.attendees(people, at: event)
            var report = AttendanceReport(sessions: sessions)
            for registration in registrations {
                try deed.mark(
                    mark, registration, at: sessions, of: event, method: method, reason: reason,
                    into: &report)
            }
            return report
        }
    }

    /// Counts heads at a session: attendance without names.
    ///
    /// - Throws: `event.no-dates`, `event.status`, `session.unknown`, `head-count.invalid`.
    package func count(
        _ number: Int, country: Country?, gender: Gender?, at event: Code,
        session: SessionChoice, note: String = ""
    ) async throws -> HeadCount {
        try await office.write(as: actor) { deed in
            let event = try deed.inquiry.event(event)
            try event.checkOpenForAttendance()
            guard (0...1_000_000).contains(number) else {
                throw Problem(
                    .headCountInvalid,
                    "\(number) can't be a head count: give a number from 0 to 1000000.")
            }
            let sessions = try deed.inquiry.sessions(session, of: event)
            guard let session = sessions.first, sessions.count == 1 else {
                throw Problem(
                    .headCountInvalid, "Heads are counted at one session: say which with --session."
                )
            }
            let count = HeadCount(
                session: session.id, country: country, gender: gender, number: number,
                actor: deed.actor, at: deed.now, note: note)
            try deed.ledger.append(count)
            try deed.log(
                .count, .session(session.id),
                [
                    "event": event.code.text, "number": String(number), "country": country?.code,
                    "gender": gender?.rawValue,
                ])
            return count
        }
    }

    /// The log in the order of its entries.
    package func log(_ event: Code, session: Int? = nil) async throws -> [AttendanceLine] {
        try await office.read(as: actor) { inquiry in
            let event = try inquiry.event(event)
            try inquiry.require(.names, at: event)
            let sessions = try inquiry.ledger.sessions(of: event.id)
            let only = try session.map { try inquiry.session($0, of: event).id }
            let registrations = try inquiry.ledger.registrations(at: event.id, standings: [])
            let people = Dictionary(
                uniqueKeysWithValues: try inquiry.lines(of: registrations).map {
                    ($0.registration.id, $0.person)
                })
            return try inquiry.ledger.marks(at: event.id, session: only).compactMap { mark in
                guard let person = people[mark.registration],
                    let session = sessions.first(where: { $0.id == mark.session })
                else { return nil }
                return AttendanceLine(mark: mark, person: person, session: session)
            }
        }
    }

    /// Who was where: everybody confirmed with their latest mark at each session.
    package func sheet(_ event: Code) async throws -> AttendanceGrid {
        try await office.read(as: actor) { inquiry in
            let event = try inquiry.event(event)
            try inquiry.require(.names, at: event)
            return AttendanceGrid(
                event: event, sessions: try inquiry.ledger.sessions(of: event.id),
                lines: try inquiry.lines(
                    of: try inquiry.ledger.registrations(at: event.id, standings: [.confirmed])),
                marks: try inquiry.ledger.latestMarks(at: event.id),
                headCounts: try inquiry.ledger.latestHeadCounts(at: event.id))
        }
    }
}

/// Which sessions are meant.
package enum SessionChoice: Sendable, Equatable {
    /// The only one there is.
    case only
    case all
    case numbers([Int])
}

/// What came of marking.
package struct AttendanceReport: Sendable {
    package var sessions: [Session]
    /// New entries of the log.
    package var marked: Int
    /// Those who had the same mark already.
    package var unchanged: Int
    /// Where the new entries stand in the log.
    var places: [AttendanceMark.Place] = []

    init(sessions: [Session]) {
        self.sessions = sessions
        marked = 0
        unchanged = 0
    }
}

/// One entry of the log with whom and what it is about.
package struct AttendanceLine: Sendable {
    package var mark: AttendanceMark
    package var person: Person
    package var session: Session
}

/// Everybody confirmed, with their latest marks.
package struct AttendanceGrid: Sendable {
    package var event: Event
    package var sessions: [Session]
    package var lines: [RegistrationLine]
    package var marks: [Registration.ID: [Session.ID: AttendanceMark.Mark]]
    package var headCounts: [HeadCount]
}

extension Office {
    package func attendanceSheet(_ actor: Actor) -> AttendanceSheet {
        AttendanceSheet(office: self, actor: actor)
    }
}
