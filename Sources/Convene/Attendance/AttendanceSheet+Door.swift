package import struct FoundationEssentials.Date

/// One mark as it was taken at the door, maybe while the line was down.
package struct DoorMark: Sendable, Equatable {
    package var person: PersonMention
    package var mark: AttendanceMark.Mark
    /// When it was taken, which may be well before it comes in.
    package var takenAt: Date
    package var method: AttendanceMark.Method

    package init(
        _ mark: AttendanceMark.Mark, _ person: PersonMention, takenAt: Date,
        method: AttendanceMark.Method = .page
    ) {
        self.person = person
        self.mark = mark
        self.takenAt = takenAt
        self.method = method
    }
}

/// What became of a mark from the door.
package enum DoorResult: Sendable {
    case marked(RegistrationLine)
    /// The log says so already.
    case unchanged(RegistrationLine)
    /// The log has another mark, which was taken later.
    case overtaken(RegistrationLine)
    case refused(Problem)
}

extension AttendanceSheet {
    /// Takes in marks from the door in their order, each for itself: one that is refused holds up
    /// none of the others.
    ///
    /// A mark has the time at which it was taken. Of two, the one that was taken later counts,
    /// whichever comes in first; and so the same mark may come in any number of times.
    ///
    /// - Throws: `event.unknown`, `event.no-dates`, `event.status`, `session.unknown`,
    ///   `access.denied`.
    package func take(_ marks: [DoorMark], at event: Code, session: Int) async throws
        -> [DoorResult]
    {
        try await office.write(as: actor) { deed in
            let event = try deed.inquiry.event(event)
            try event.checkOpenForAttendance()
            let session = try deed.inquiry.session(session, of: event)
            var log = Dictionary(
                try deed.ledger.marks(at: event.id, session: session.id).map {
                    ($0.registration, (mark: $0.mark, at: $0.at))
                }, uniquingKeysWith: { $1 })
            return try marks.map { mark in
                // Nothing is written yet for whom this refuses.
                let registration: Registration
                do {
                    registration = try deed.attendees([mark.person], at: event)[0]
                } catch let problem as Problem {
                    return .refused(problem)
                }
                return try deed.take(mark, of: registration, at: session, of: event, &log)
            }
        }
    }
}

extension Deed {
    fileprivate func take(
        _ mark: DoorMark, of registration: Registration, at session: Session, of event: Event,
        _ log: inout [Registration.ID: (mark: AttendanceMark.Mark, at: Date)]
    ) throws -> DoorResult {
        let line = try inquiry.line(of: registration)
        // A clock that is fast would else keep every later mark out.
        let takenAt = min(mark.takenAt, now)
        if let latest = log[registration.id] {
            guard latest.mark != mark.mark else { return .unchanged(line) }
            guard latest.at <= takenAt else { return .overtaken(line) }
        }
        var report = AttendanceReport(sessions: [session])
        try self.mark(
            mark.mark, registration, at: [session], of: event, method: mark.method, reason: "",
            takenAt: takenAt, into: &report)
        log[registration.id] = (mark: mark.mark, at: takenAt)
        return .marked(line)
    }
}
