import struct FoundationEssentials.Date

extension Inquiry {
    /// The sessions that are meant.
    ///
    /// - Throws: `event.no-dates`, `session.unknown`; where several could be meant, it lists them.
    func sessions(_ choice: SessionChoice, of event: Event) throws -> [Session] {
        let sessions = try ledger.sessions(of: event.id)
        guard !sessions.isEmpty else {
            throw Problem.eventNoDates(event.code, to: "take attendance")
        }
        switch choice {
        case .all: return sessions
        case .numbers(let numbers):
            return try Set(numbers).sorted().map { try session($0, of: event) }
        case .only:
            guard sessions.count == 1 else {
                throw Problem(
                    .attendanceSession,
                    "\(event.code) has \(sessions.count) sessions: say which with --session 1, or"
                        + " --session all.",
                    details: sessions.map { "\($0.number)  \($0.day.text)  \($0.title)" })
            }
            return sessions
        }
    }
}

extension Deed {
    /// The registrations of these people, or of everybody who is confirmed.
    ///
    /// - Throws: `attendance.not-confirmed`, `attendance.nobody`.
    func attendees(_ people: [PersonMention]?, at event: Event) throws -> [Registration] {
        guard let people else {
            let all = try ledger.registrations(at: event.id, standings: [.confirmed])
            guard !all.isEmpty else {
                throw Problem(
                    .attendanceNobody,
                    "Nobody is confirmed at \(event.code): confirm them first with “convene"
                        + " registration confirm \(event.code) …”.")
            }
            return all
        }
        return try people.map { mention in
            let registration = try inquiry.registration(of: mention, at: event)
            guard registration.standing == .confirmed else {
                throw Problem(
                    .attendanceNotConfirmed,
                    "\(mention) is \(registration.standing.rawValue) at \(event.code), not confirmed:"
                        + " confirm them first with “convene registration confirm \(event.code)"
                        + " \(registration.person.text)”.")
            }
            return registration
        }
    }

    /// Adds the marks that are new to the log, and counts the registration anew.
    ///
    /// - Parameter takenAt: when they were taken, if that was before now.
    func mark(
        _ mark: AttendanceMark.Mark, _ registration: Registration, at sessions: [Session],
        of event: Event, method: AttendanceMark.Method, reason: String, takenAt: Date? = nil,
        into report: inout AttendanceReport
    ) throws {
        let latest = try ledger.latestMarks(of: registration.id)
        let fresh = sessions.filter { latest[$0.id] != mark }
        report.unchanged += sessions.count - fresh.count
        guard !fresh.isEmpty else { return }
        for session in fresh {
            let place = try ledger.append(
                AttendanceMark(
                    registration: registration.id, session: session.id, mark: mark, method: method,
                    actor: actor, at: takenAt ?? now, reason: reason))
            report.places.append(place)
        }
        report.marked += fresh.count
        try log(
            .mark, .registration(registration.id),
            [
                "event": event.code.text, "mark": mark.rawValue,
                "sessions": fresh.map { String($0.number) }.joined(separator: " "),
                "reason": reason.isEmpty ? nil : reason,
            ])
        _ = try recount(registration, at: event)
    }

    /// Counts anew whether somebody attended and completed, and writes it where it changed.
    func recount(_ registration: Registration, at event: Event) throws -> Registration {
        // Who is not confirmed has not attended, whatever the log says.
        guard registration.standing == .confirmed || registration.attended else {
            return registration
        }
        return try recount(
            registration, event: event, sessions: try ledger.sessions(of: event.id),
            marks: try ledger.latestMarks(of: registration.id))
    }

    /// Counts everybody at an event anew: its sessions or its completion rule have changed.
    func recount(_ event: Event) throws {
        let sessions = try ledger.sessions(of: event.id)
        let marks = try ledger.latestMarks(at: event.id)
        guard !marks.isEmpty else { return }
        for registration in try ledger.registrations(at: event.id, standings: []) {
            _ = try recount(
                registration, event: event, sessions: sessions, marks: marks[registration.id] ?? [:]
            )
        }
    }

    private func recount(
        _ registration: Registration, event: Event, sessions: [Session],
        marks: [Session.ID: AttendanceMark.Mark]
    ) throws -> Registration {
        let rule = CompletionRule(percent: event.completionPercent, sessions: sessions)
        var counted = registration
        counted.attended = registration.standing == .confirmed && rule.present(marks) > 0
        counted.completed = counted.attended && rule.isMet(by: marks)
        if counted != registration { try ledger.update(counted) }
        return counted
    }
}

/// When somebody has completed an event: present at a share of the sessions that count.
package struct CompletionRule: Sendable {
    let percent: Int
    let counting: [Session.ID]

    package init(percent: Int, sessions: [Session]) {
        self.percent = percent
        counting = sessions.filter(\.counts).map(\.id)
    }

    /// At how many of the counting sessions somebody was present.
    package func present(_ marks: [Session.ID: AttendanceMark.Mark]) -> Int {
        counting.count { marks[$0] == .present }
    }

    /// Whether the share is reached; somebody excused was not there.
    package func isMet(by marks: [Session.ID: AttendanceMark.Mark]) -> Bool {
        present(marks) * 100 >= percent * counting.count
    }
}

extension Event {
    /// - Throws: `event.status`, `event.no-dates`.
    func checkOpenForAttendance() throws(Problem) {
        switch status {
        case .cancelled, .postponed: throw .eventStatus(self, "take attendance")
        case .planned, .open, .closed, .held:
            guard dates != nil else { throw .eventNoDates(code, to: "take attendance") }
        }
    }
}
