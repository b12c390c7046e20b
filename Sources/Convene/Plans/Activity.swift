/// A numbered line of an action plan: what is to be done in a year, in which steps, by when.
package struct Activity: Sendable, Equatable, Identifiable {
    package typealias ID = Identifier<Activity>

    package var id: ID
    /// The programme whose plan it stands in.
    package var programme: Programme.ID
    package var year: Int
    /// Its number within the year of the plan, from 1.
    package var number: Int
    package var title: String
    /// When it is planned; where nothing is said, some time in its year.
    package var term: Term?
    /// The steps of its mechanism, in their order; there may be none.
    package var steps: [ActivityStep]
    /// When it was ticked off as a whole, which is how one without steps gets done.
    package var done: Tick?
    /// Whether it was given up.
    package var isDropped: Bool

    package init(
        id: ID = ID(0), programme: Programme.ID, year: Int, number: Int, title: String,
        term: Term? = nil, steps: [ActivityStep] = [], done: Tick? = nil, isDropped: Bool = false
    ) {
        self.id = id
        self.programme = programme
        self.year = year
        self.number = number
        self.title = title
        self.term = term
        self.steps = steps
        self.done = done
        self.isDropped = isDropped
    }

    /// How people call it: `2023-9`, the year and the number.
    package var code: String { "\(year)-\(number)" }

    package enum State: String, Sendable, CaseIterable {
        case planned
        case underWay = "under-way"
        case done, dropped
    }
}

extension Activity {
    /// Where it stands, which its ticks say.
    package var state: State {
        if isDropped { return .dropped }
        if isComplete(on: .distant) { return .done }
        return steps.contains { $0.done != nil } ? .underWay : .planned
    }

    /// The day on which it was done: that of its last step, or of the tick on the whole.
    package var doneOn: Day? {
        guard state == .done else { return nil }
        return done?.on ?? steps.compactMap(\.done?.on).max()
    }

    /// The last day that its term allows.
    package var due: Day? { term?.last ?? Day(year: year, month: 12, day: 31) }

    /// The last day that a step's term allows; without a term of its own it has the activity's.
    package func due(_ step: ActivityStep) -> Day? { step.term?.last ?? due }

    /// The day by which the next thing is to be done, or nothing when nothing is left to do.
    package var nextDue: Day? {
        guard state == .planned || state == .underWay else { return nil }
        return steps.filter { $0.done == nil }.compactMap(due).min() ?? due
    }

    /// What of it was late on a day: not done by then although its term had ended.
    ///
    /// - Returns: nothing when it was in time, was done by then, or is given up.
    package func lateness(on day: Day) -> Lateness? {
        guard !isDropped, !isComplete(on: day) else { return nil }
        let open = steps.indices.filter { !steps[$0].done.holds(on: day) }
        let late = open.filter { due(steps[$0]).map { $0 < day } == true }
        let ends = late.compactMap { due(steps[$0]) } + [due].compactMap { $0 }
        guard let end = ends.min(), end < day else { return nil }
        return Lateness(
            since: end.adding(days: 1), steps: late.map { $0 + 1 },
            isWhole: late.count == open.count)
    }

    /// Whether all of it was done by the end of this day.
    private func isComplete(on day: Day) -> Bool {
        done.holds(on: day) || (!steps.isEmpty && steps.allSatisfy { $0.done.holds(on: day) })
    }

    /// That something should have been done.
    package struct Lateness: Sendable, Equatable {
        /// The day after its term had ended, or that of the first step that is late.
        package var since: Day
        /// The numbers of the steps that are late, from 1.
        package var steps: [Int]
        /// Whether whatever is left of it is late.
        package var isWhole: Bool
    }
}

extension Day {
    /// Later than any day of a plan.
    fileprivate static let distant = Day(daysSince1970: 1_000_000)
}
