/// Which of an event's registrations are wanted, from the first of the list on.
package struct RegistrationChoice: Sendable, Equatable {
    /// With these standings; all if empty.
    package var standings: [Standing]
    /// In these roles; all if empty.
    package var roles: [Role]
    /// Of this country; of any where there is none.
    package var country: Country?
    /// How many at most; all where there is none.
    package var limit: Int?

    package init(
        standings: [Standing] = [], roles: [Role] = [], country: Country? = nil, limit: Int? = nil
    ) {
        self.standings = standings
        self.roles = roles
        self.country = country
        self.limit = limit
    }
}

/// Registrations with what those people have said of themselves.
package struct RegistrationPage: Sendable {
    package var lines: [RegistrationLine]
    package var said: GuestAnswers
}

extension RegistrationDesk {
    /// The first of those who are chosen, and what they have said of themselves. No more is read of
    /// the books than that.
    ///
    /// - Throws: `event.unknown`, `access.denied`.
    package func page(_ event: Code, _ choice: RegistrationChoice) async throws -> RegistrationPage
    {
        try await office.read(as: actor) { inquiry in
            let event = try inquiry.event(event)
            try inquiry.require(.names, at: event)
            guard let choice = try inquiry.narrowed(choice) else {
                return RegistrationPage(lines: [], said: try inquiry.said(at: event, by: []))
            }
            let lines = try inquiry.lines(of: inquiry.ledger.registrations(at: event.id, choice))
            return RegistrationPage(
                lines: lines, said: try inquiry.said(at: event, by: lines.map(\.registration)))
        }
    }
}

extension Inquiry {
    /// The choice within what whoever looks may see, so that a limit counts what they get; nothing
    /// where they may see none of it.
    fileprivate func narrowed(_ choice: RegistrationChoice) throws -> RegistrationChoice? {
        guard let country = try rights().scope.country else { return choice }
        guard choice.country == nil || choice.country == country else { return nil }
        var narrowed = choice
        narrowed.country = country
        return narrowed
    }

    /// What people have said of themselves with their registrations at one event.
    func said(at event: Event, by registrations: [Registration]) throws -> GuestAnswers {
        let (questions, ids) = (try ledger.questions(of: event.id), registrations.map(\.id))
        return GuestAnswers(
            questions: questions,
            answers: questions.isEmpty ? [:] : try ledger.answers(of: ids),
            needs: try ledger.needs(of: ids), someHaveNeeds: try ledger.hasNeeds(at: event.id))
    }
}
