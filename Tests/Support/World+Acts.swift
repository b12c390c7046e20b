package import Convene

/// What most tests begin with, in a line each.
extension World {
    /// Adds the programme “museums”, or another.
    @discardableResult
    package func programme(
        _ code: Code = .museums, stageOf parent: Programme? = nil,
        targets: [Programme.Target] = []
    ) async throws -> Programme {
        try await programmes.add(
            Programme(
                code: code, title: "Programme \(code)", parent: parent?.id, targets: targets))
    }

    /// Adds the event in Kyiv, or another.
    @discardableResult
    package func event(
        _ code: Code = .kyiv, kind: Event.Kind = .regionalTraining, of programme: Programme? = nil,
        dates: ClosedRange<Day>? = .octoberWeek, term: Term? = nil, capacity: Int? = nil
    ) async throws -> Event {
        try await events.add(
            Event(
                code: code, programme: programme?.id, kind: kind, title: "Event \(code)",
                term: term, dates: dates, city: "Kyiv", zone: Zone(stored: "Europe/Kyiv"),
                capacity: capacity))
    }

    /// Enters somebody into the register, on no event's list.
    @discardableResult
    package func person(_ draft: PersonDraft) async throws -> Person { try await people.add(draft) }

    /// Enters new people and registers them: confirmed while there are seats.
    @discardableResult
    package func register(
        _ drafts: PersonDraft..., at event: Code = .kyiv, role: Role = .participant
    ) async throws -> [RegistrationLine] {
        try await enter(drafts, at: event, as: .registered, role: role)
    }

    /// Enters new people and nominates them.
    @discardableResult
    package func nominate(_ drafts: PersonDraft..., at event: Code = .kyiv) async throws
        -> [RegistrationLine]
    {
        try await enter(drafts, at: event, as: .nominated, role: .participant)
    }

    private func enter(
        _ drafts: [PersonDraft], at event: Code, as entry: RegistrationDesk.Entry, role: Role
    ) async throws -> [RegistrationLine] {
        var lines: [RegistrationLine] = []
        for draft in drafts {
            lines.append(try await registrations.enter(draft, at: event, as: entry, role: role))
        }
        return lines
    }

    /// Takes somebody to another standing.
    @discardableResult
    package func move(
        _ people: PersonMention..., to standing: Standing, at event: Code = .kyiv,
        reason: String = "as a test wants it"
    ) async throws -> StandingReport {
        try await registrations.move(people, at: event, to: standing, reason: reason)
    }

    /// Marks somebody at some sessions.
    @discardableResult
    package func mark(
        _ people: PersonMention..., as mark: AttendanceMark.Mark = .present, at event: Code = .kyiv,
        sessions: [Int]
    ) async throws -> AttendanceReport {
        try await attendance.mark(mark, people, at: event, sessions: .numbers(sessions))
    }

    /// Queues invitations.
    @discardableResult
    package func invite(
        _ selection: InvitationDesk.Selection = .all, to event: Code = .kyiv
    ) async throws -> InvitationPlan {
        try await invitations.invite(selection, to: event)
    }

    /// Sends what is due.
    @discardableResult
    package func deliver(
        by mailer: RecordingMailer = .willing(), as sender: Sender = .main, rest: Rest? = nil
    ) async throws -> DeliveryReport {
        try await post.deliver(by: mailer, as: sender, rest: rest)
    }
}

extension World {
    /// Where somebody stands at an event.
    package func standing(of person: PersonMention, at event: Code = .kyiv) async throws -> Standing
    {
        try await registration(of: person, at: event).standing
    }

    package func registration(of person: PersonMention, at event: Code = .kyiv) async throws
        -> Registration
    {
        try await registrations.file(person, at: event).line.registration
    }

    /// The outbox, oldest first.
    package func outbox() async throws -> [Message] {
        try await post.list().map(\.message).sorted { $0.id < $1.id }
    }

    /// What the outbox says to somebody, oldest first: purpose and state.
    package func mail(to person: PersonMention) async throws -> [String] {
        let id = try await people.person(person).id
        return try await outbox().filter { $0.person == id }
            .map { "\($0.purpose.rawValue) \($0.state.rawValue)" }
    }
}

extension Sender {
    /// A sender that believes every other to be at work.
    package static let main = Sender(owner: "main") { _ in false }
}
