/// The desk that keeps the action plans: what was to be done, and what was.
package struct PlanDesk: Sendable {
    let office: Office
    let actor: Actor

    /// The activities that a filter lets through, plan by plan, in their order.
    ///
    /// - Throws: `programme.unknown`.
    package func list(_ filter: PlanFilter = PlanFilter()) async throws -> [ActivityLine] {
        try await office.read(as: actor) { try $0.activities(filter, today: office.today) }
    }

    /// All that is known of one activity, with what was done to it, newest first.
    ///
    /// - Throws: `activity.unknown`, `activity.ambiguous`.
    package func file(_ mention: ActivityMention) async throws -> ActivityFile {
        try await office.read(as: actor) { inquiry in
            let activity = try inquiry.activity(mention)
            return ActivityFile(
                line: try inquiry.line(activity, on: office.today),
                events: try inquiry.ledger.events(carryingOut: activity.id),
                history: try inquiry.ledger.latestAuditEntries(
                    of: .activity(activity.id), limit: 1000))
        }
    }

    /// Ticks steps off, or an activity that has none.
    ///
    /// - Parameter day: when they were done; nothing means today, and leaves what is done as it is.
    /// - Throws: `activity.unknown`, `activity.ambiguous`, `activity.steps`, `activity.dropped`,
    ///   `step.unknown`, `day.invalid`.
    package func tick(_ mention: ActivityMention, _ steps: StepChoice, on day: Day? = nil)
        async throws -> TickReport
    {
        try await office.write(as: actor) { try $0.tick(mention, steps, on: day) }
    }

    /// Takes ticks back, with a reason that the history keeps.
    ///
    /// - Throws: `activity.unknown`, `activity.ambiguous`, `activity.steps`, `step.unknown`,
    ///   `reason.missing`.
    package func untick(_ mention: ActivityMention, _ steps: StepChoice, reason: String)
        async throws -> TickReport
    {
        try await office.write(as: actor) { try $0.untick(mention, steps, reason: reason) }
    }

    /// Gives an activity up, or takes it up again; its ticks stay.
    ///
    /// - Throws: `activity.unknown`, `activity.ambiguous`, `reason.missing`.
    package func set(dropped: Bool, _ mention: ActivityMention, reason: String) async throws
        -> Activity
    {
        try await office.write(as: actor) { deed in
            try deed.set(dropped: dropped, mention, reason: reason)
        }
    }

    /// Writes down that events carry an activity out; what is written already stays.
    ///
    /// - Throws: `activity.unknown`, `activity.ambiguous`, `event.unknown`.
    package func link(_ mention: ActivityMention, to events: [Code]) async throws -> ActivityLine {
        try await office.write(as: actor) { try $0.link(mention, to: events) }
    }

    /// Takes the events from an activity again.
    ///
    /// - Throws: `activity.unknown`, `activity.ambiguous`, `event.unknown`.
    package func unlink(_ mention: ActivityMention, from events: [Code]) async throws
        -> ActivityLine
    {
        try await office.write(as: actor) { try $0.unlink(mention, from: events) }
    }
}

extension Office {
    package func planDesk(_ actor: Actor) -> PlanDesk { PlanDesk(office: self, actor: actor) }
}
