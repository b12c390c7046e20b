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

extension Inquiry {
    func activities(_ filter: PlanFilter, today: Day) throws -> [ActivityLine] {
        let programmes = try filter.programme.map { try withStages([try programme($0).id]) }
        let day = filter.overdueOn ?? today
        return try ledger.activities(of: programmes)
            .filter { filter.year == nil || $0.year == filter.year }
            .filter { filter.overdueOn == nil || $0.lateness(on: day) != nil }
            .filter { $0.meets(filter.condition, today: today) }
            .map { try line($0, on: day) }
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
