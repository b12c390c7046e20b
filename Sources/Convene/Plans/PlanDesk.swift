/// The desk that keeps the action plans: what was to be done, and what was.
package struct PlanDesk: Sendable {
    let office: Office
    let actor: Actor

    /// The activities that a filter lets through, plan by plan, in their order.
    ///
    /// - Throws: `programme.unknown`.
    package func list(_ filter: PlanFilter = PlanFilter()) async throws -> [ActivityLine] {
        try await office.read { try $0.activities(filter, today: office.today) }
    }

    /// All that is known of one activity, with what was done to it, newest first.
    ///
    /// - Throws: `activity.unknown`, `activity.ambiguous`.
    package func file(_ mention: ActivityMention) async throws -> ActivityFile {
        try await office.read { inquiry in
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

/// Which activities are asked for; what is nothing is not asked.
package struct PlanFilter: Sendable {
    /// Those of this programme and its stages.
    package var programme: Code?
    package var year: Int?
    package var condition: Condition?
    /// Those that were late on this day.
    package var overdueOn: Day?

    package init(
        programme: Code? = nil, year: Int? = nil, condition: Condition? = nil,
        overdueOn: Day? = nil
    ) {
        self.programme = programme
        self.year = year
        self.condition = condition
        self.overdueOn = overdueOn
    }

    /// A state, or what several have in common.
    package enum Condition: String, Sendable, CaseIterable {
        case planned
        case underWay = "under-way"
        case done, dropped
        /// Planned or under way.
        case open
        /// Open, and late today.
        case overdue
    }
}

/// Which steps of an activity are meant.
package enum StepChoice: Sendable, Equatable {
    /// None was named, which is enough for an activity without steps.
    case unsaid
    case all
    case numbers([Int])
}

/// One line of the list of activities.
package struct ActivityLine: Sendable {
    package var activity: Activity
    package var programme: Code
    /// The events that carry it out.
    package var events: [Code]
    /// What of it is late on the day that was asked for.
    package var lateness: Activity.Lateness?
}

/// All that is known of one activity.
package struct ActivityFile: Sendable {
    package var line: ActivityLine
    package var events: [Event]
    package var history: [AuditEntry]
}

/// What came of ticking steps off, or of taking ticks back.
package struct TickReport: Sendable {
    package var activity: Activity
    package var changed: Int
    /// How many stood so already.
    package var unchanged: Int
}

extension Inquiry {
    fileprivate func activities(_ filter: PlanFilter, today: Day) throws -> [ActivityLine] {
        let programmes = try filter.programme.map { try withStages([try programme($0).id]) }
        let day = filter.overdueOn ?? today
        return try ledger.activities(of: programmes)
            .filter { filter.year == nil || $0.year == filter.year }
            .filter { filter.overdueOn == nil || $0.lateness(on: day) != nil }
            .filter { $0.meets(filter.condition, today: today) }
            .map { try line($0, on: day) }
    }

    func line(_ activity: Activity, on day: Day) throws -> ActivityLine {
        ActivityLine(
            activity: activity,
            programme: try ledger.programme(activity.programme)?.code ?? Code(stored: ""),
            events: try ledger.events(carryingOut: activity.id).map(\.code),
            lateness: activity.lateness(on: day))
    }
}

extension Activity {
    fileprivate func meets(_ condition: PlanFilter.Condition?, today: Day) -> Bool {
        switch condition {
        case nil: true
        case .planned: state == .planned
        case .underWay: state == .underWay
        case .done: state == .done
        case .dropped: state == .dropped
        case .open: state == .planned || state == .underWay
        case .overdue: lateness(on: today) != nil
        }
    }
}

extension Office {
    package func planDesk(_ actor: Actor) -> PlanDesk { PlanDesk(office: self, actor: actor) }
}
