extension AttendanceSheet {
    /// One mark for some people, or for everybody who is confirmed.
    package struct Marking: Sendable {
        package var mark: AttendanceMark.Mark
        package var people: [PersonMention]?

        package init(_ mark: AttendanceMark.Mark, _ people: [PersonMention]?) {
            self.mark = mark
            self.people = people
        }
    }

    /// Makes several markings of the same sessions in one go, all or none. Somebody who is named
    /// is left out where everybody is marked: the name is the exception.
    ///
    /// - Throws: as ``mark(_:_:at:sessions:method:reason:)``; `value.invalid` where somebody is
    ///   named with two marks.
    package func mark(
        _ markings: [Marking], at event: Code, sessions: SessionChoice,
        method: AttendanceMark.Method = .terminal, reason: String = ""
    ) async throws -> AttendanceReport {
        try await office.write(as: actor) { deed in
            let event = try deed.inquiry.event(event)
            try event.checkOpenForAttendance()
            let sessions = try deed.inquiry.sessions(sessions, of: event)
            var report = AttendanceReport(sessions: sessions)
            for (registration, mark) in try deed.settle(markings, at: event) {
                try deed.mark(
                    mark, registration, at: sessions, of: event, method: method, reason: reason,
                    into: &report)
            }
            return report
        }
    }
}

extension Deed {
    fileprivate func settle(_ markings: [AttendanceSheet.Marking], at event: Event) throws
        -> [(Registration, AttendanceMark.Mark)]
    {
        var named: [Registration.ID: AttendanceMark.Mark] = [:]
        var settled: [(Registration, AttendanceMark.Mark)] = []
        for marking in markings {
            guard let people = marking.people else { continue }
            for registration in try attendees(people, at: event) {
                if let earlier = named.updateValue(marking.mark, forKey: registration.id) {
                    guard earlier != marking.mark else { continue }
                    throw Problem(
                        .valueInvalid,
                        "\(registration.person.text) can't be both \(earlier.rawValue) and"
                            + " \(marking.mark.rawValue).")
                }
                settled.append((registration, marking.mark))
            }
        }
        for marking in markings where marking.people == nil {
            settled += try attendees(nil, at: event).filter { named[$0.id] == nil }
                .map { ($0, marking.mark) }
        }
        return settled
    }
}
