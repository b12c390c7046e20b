extension Deed {
    func tick(_ mention: ActivityMention, _ steps: StepChoice, on day: Day?) throws -> TickReport {
        var activity = try inquiry.activity(mention)
        guard !activity.isDropped else {
            throw Problem(
                .activityDropped,
                "\(activity.code) was dropped: take it up again first, with “convene plan drop"
                    + " \(activity.code) --undo --reason …”.")
        }
        let tick = try tick(on: day)
        let places = try activity.places(steps)
        let changed = places.filter { activity[done: $0].isOpen(to: tick, saying: day) }
        for place in changed { activity[done: place] = tick }
        guard !changed.isEmpty else { return .init(activity: activity, changed: 0, places.count) }
        try ledger.update(activity)
        try log(
            .tick, .activity(activity.id),
            ["code": activity.code, "steps": Activity.text(changed), "on": tick.on.text])
        return .init(activity: activity, changed: changed.count, places.count)
    }

    func untick(_ mention: ActivityMention, _ steps: StepChoice, reason: String) throws
        -> TickReport
    {
        var activity = try inquiry.activity(mention)
        guard !reason.trimmed.isEmpty else { throw Problem.reasonMissing("take a tick back") }
        var places = try activity.places(steps)
        // The tick on the whole goes with the last of the steps.
        if steps == .all, !places.contains(nil) { places.append(nil) }
        let ticked = places.filter { activity[done: $0] != nil }
        for place in ticked { activity[done: place] = nil }
        guard !ticked.isEmpty else { return .init(activity: activity, changed: 0, places.count) }
        try ledger.update(activity)
        try log(
            .untick, .activity(activity.id),
            ["code": activity.code, "steps": Activity.text(ticked), "reason": reason])
        return .init(activity: activity, changed: ticked.count, ticked.count)
    }

    func set(dropped: Bool, _ mention: ActivityMention, reason: String) throws -> Activity {
        var activity = try inquiry.activity(mention)
        guard activity.isDropped != dropped else { return activity }
        guard !reason.trimmed.isEmpty else {
            throw Problem.reasonMissing(
                dropped ? "drop \(activity.code)" : "take \(activity.code) up again")
        }
        activity.isDropped = dropped
        try ledger.update(activity)
        try log(
            dropped ? .drop : .takeUp, .activity(activity.id),
            ["code": activity.code, "reason": reason])
        return activity
    }

    func link(_ mention: ActivityMention, to codes: [Code]) throws -> ActivityLine {
        let activity = try inquiry.activity(mention)
        var linked = Set(try ledger.events(carryingOut: activity.id).map(\.id))
        for event in try codes.map(inquiry.event) where linked.insert(event.id).inserted {
            try ledger.link(activity.id, to: event.id)
            try log(
                .link, .activity(activity.id), ["code": activity.code, "event": event.code.text])
        }
        return try inquiry.line(activity, on: today)
    }

    func unlink(_ mention: ActivityMention, from codes: [Code]) throws -> ActivityLine {
        let activity = try inquiry.activity(mention)
        var linked = Set(try ledger.events(carryingOut: activity.id).map(\.id))
        for event in try codes.map(inquiry.event) where linked.remove(event.id) != nil {
            try ledger.unlink(activity.id, from: event.id)
            try log(
                .unlink, .activity(activity.id), ["code": activity.code, "event": event.code.text])
        }
        return try inquiry.line(activity, on: today)
    }
}

extension Activity {
    /// Where the tick of a step stands, by its index; that of the whole is at nothing.
    fileprivate subscript(done place: Int?) -> Tick? {
        get { place.map { steps[$0].done } ?? done }
        set {
            if let place { steps[place].done = newValue } else { done = newValue }
        }
    }

    /// - Throws: `activity.steps`, `step.unknown`.
    fileprivate func places(_ choice: StepChoice) throws(Problem) -> [Int?] {
        switch choice {
        case .unsaid where steps.isEmpty, .all where steps.isEmpty: return [nil]
        case .unsaid:
            throw Problem(
                .activitySteps,
                "\(code) has \(steps.count == 1 ? "1 step" : "\(steps.count) steps"): say which,"
                    + " as in “convene plan done \(code) 1”, or all.",
                details: steps.enumerated().map { "\($0 + 1)  \($1.title)" })
        case .all: return Array(steps.indices)
        case .numbers(let numbers):
            if let number = numbers.first(where: { !(1...max(1, steps.count)).contains($0) })
                ?? (steps.isEmpty ? numbers.first : nil)
            {
                throw Problem(
                    .stepUnknown,
                    steps.isEmpty
                        ? "\(code) has no steps: “convene plan done \(code)” ticks it off as a whole."
                        : "\(code) has no step \(number): it has 1 to \(steps.count).")
            }
            return Set(numbers).sorted().map { $0 - 1 }
        }
    }

    /// The numbers of the steps at these places, for the history.
    fileprivate static func text(_ places: [Int?]) -> String? {
        let numbers = places.compactMap { $0.map { String($0 + 1) } }
        return numbers.isEmpty ? nil : numbers.joined(separator: ", ")
    }
}

extension Tick? {
    /// Whether a new tick would say something new; without a day, what is done is done.
    fileprivate func isOpen(to tick: Tick, saying day: Day?) -> Bool {
        guard let known = self else { return true }
        return day != nil && known.on != tick.on
    }
}

extension TickReport {
    fileprivate init(activity: Activity, changed: Int, _ asked: Int) {
        self.init(activity: activity, changed: changed, unchanged: asked - changed)
    }
}
