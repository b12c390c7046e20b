extension RegistrationDesk {
    /// What ``move(_:at:to:reason:telling:)`` would do with each of them, without doing it.
    ///
    /// It is done and taken back, so that it says what really would happen: who moves up to the
    /// seats that are freed, and who gets a mail.
    ///
    /// - Throws: `event.unknown`, `registration.unknown`; `mail.not-set` where it is to be told.
    package func preview(
        _ people: [PersonMention], at event: Code, to standing: Standing, reason: String,
        telling: Bool = false
    ) async throws -> StandingPreview {
        try await office.rehearse(as: actor) { deed in
            try deed.preview(
                people, at: try deed.inquiry.event(event), to: standing, reason: reason,
                telling: telling)
        }
    }
}

/// What a change of standings would bring.
package struct StandingPreview: Sendable {
    package var changed: [RegistrationLine] = []
    package var unchanged: [RegistrationLine] = []
    /// Those with whom it can't be done, and why.
    package var refused: [(line: RegistrationLine, problem: Problem)] = []
    /// Those whom the freed seats would go to.
    package var movedUp: [RegistrationLine] = []
    /// How many of the changed would be told by mail.
    package var mails = 0
}

extension Deed {
    fileprivate func preview(
        _ people: [PersonMention], at event: Event, to standing: Standing, reason: String,
        telling: Bool
    ) throws -> StandingPreview {
        var preview = StandingPreview()
        let waiting = try waiting(at: event)
        for mention in people {
            let registration = try inquiry.registration(of: mention, at: event)
            let line = try inquiry.line(of: registration)
            guard registration.standing != standing else {
                preview.unchanged.append(line)
                continue
            }
            do {
                let moved = try move(registration, at: event, to: standing, reason: reason)
                if telling, try tell(.decided, of: moved, at: event) { preview.mails += 1 }
                preview.changed.append(line)
            } catch let problem as Problem
                where ![.mailNotSet, .accessDenied].contains(problem.code)
            {
                preview.refused.append((line, problem))
            }
        }
        try moveUp(at: event)
        let still = Set(try self.waiting(at: event).map(\.id))
        let gone = Set(preview.changed.map(\.registration.id))
        preview.movedUp = try waiting.filter { !still.contains($0.id) && !gone.contains($0.id) }
            .map { try inquiry.line(of: $0) }
        return preview
    }
}
