/// The desk that keeps what meetings recommended, and what became of it.
package struct OutcomeDesk: Sendable {
    let office: Office
    let actor: Actor

    /// Writes down what an event recommended or decided; the same once more changes nothing.
    ///
    /// - Throws: `event.unknown`, `event.status` for one that was cancelled, `value.invalid`
    ///   without words.
    package func add(
        _ wording: String, to event: Code, due: Term? = nil, responsible: String = ""
    ) async throws -> OutcomeLine {
        try await office.write(as: actor) { deed in
            try deed.add(wording.trimmed, to: event, due: due, responsible: responsible.trimmed)
        }
    }

    /// The outcomes of an event, of a programme with its stages, or all, in their order.
    ///
    /// - Throws: `event.unknown`, `programme.unknown`.
    package func list(
        event: Code? = nil, programme: Code? = nil, condition: OutcomeCondition? = nil
    ) async throws -> [OutcomeLine] {
        try await office.read(as: actor) { inquiry in
            let events = try inquiry.events(event: event, programme: programme)
            let known = Dictionary(uniqueKeysWithValues: events.map { ($0.id, $0) })
            let asked = event == nil && programme == nil ? nil : events.map(\.id)
            return try inquiry.ledger.outcomes(of: asked).compactMap { outcome in
                guard let event = known[outcome.event] else { return nil }
                let line = OutcomeLine(outcome: outcome, event: event, today: office.today)
                return line.meets(condition) ? line : nil
            }
        }
    }

    /// - Throws: `outcome.unknown`, `outcome.ambiguous`, `event.unknown`.
    package func outcome(_ mention: OutcomeMention) async throws -> OutcomeLine {
        try await office.read(as: actor) { inquiry in
            let (outcome, event) = try inquiry.outcome(mention)
            return OutcomeLine(outcome: outcome, event: event, today: office.today)
        }
    }

    /// Writes down that outcomes were followed up.
    ///
    /// - Parameters:
    ///   - day: when; nothing means today, and leaves what is done as it is.
    ///   - note: what became of them; nothing leaves what is noted.
    /// - Throws: `outcome.unknown`, `outcome.ambiguous`, `event.unknown`, `day.invalid`.
    package func close(_ mentions: [OutcomeMention], on day: Day? = nil, note: String? = nil)
        async throws -> [OutcomeLine]
    {
        try await office.write(as: actor) { deed in
            try mentions.map { try deed.close($0, on: day, note: note) }
        }
    }

    /// Opens outcomes again, with a reason that the history keeps.
    ///
    /// - Throws: `outcome.unknown`, `outcome.ambiguous`, `event.unknown`, `reason.missing`.
    package func reopen(_ mentions: [OutcomeMention], reason: String) async throws -> [OutcomeLine]
    {
        try await office.write(as: actor) { deed in
            guard !reason.trimmed.isEmpty else {
                throw Problem.reasonMissing("open an outcome again")
            }
            return try mentions.map { try deed.reopen($0, reason: reason) }
        }
    }

    /// Changes an outcome as the closure says: its wording, its term, who sees to it, its note.
    ///
    /// - Throws: `outcome.unknown`, `outcome.ambiguous`, `event.unknown`, `value.invalid`.
    package func edit(
        _ mention: OutcomeMention, _ change: @Sendable (inout Outcome) throws -> Void
    ) async throws -> OutcomeLine {
        try await office.write(as: actor) { try $0.edit(mention, change) }
    }
}

/// Which outcomes are asked for.
package enum OutcomeCondition: String, Sendable, CaseIterable {
    case open, done, overdue
}

/// One line of the list of outcomes.
package struct OutcomeLine: Sendable {
    package var outcome: Outcome
    package var event: Event
    package var isOverdue: Bool

    init(outcome: Outcome, event: Event, today: Day) {
        self.outcome = outcome
        self.event = event
        isOverdue = outcome.isOverdue(on: today)
    }

    /// How people call it: `kyiv-2011-meeting/3`.
    package var code: String { "\(event.code)/\(outcome.number)" }

    fileprivate func meets(_ condition: OutcomeCondition?) -> Bool {
        switch condition {
        case nil: true
        case .open: outcome.done == nil
        case .done: outcome.done != nil
        case .overdue: isOverdue
        }
    }
}

extension Inquiry {
    fileprivate func events(event: Code?, programme: Code?) throws -> [Event] {
        let stages = try programme.map { try withStages([try self.programme($0).id]) }
        guard let event else { return try ledger.events(of: stages) }
        let found = try self.event(event)
        guard let stages else { return [found] }
        return found.programme.map(stages.contains) == true ? [found] : []
    }
}

extension Office {
    package func outcomeDesk(_ actor: Actor) -> OutcomeDesk {
        OutcomeDesk(office: self, actor: actor)
    }
}
