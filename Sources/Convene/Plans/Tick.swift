/// That something is done: on which day, and who says so.
package struct Tick: Sendable, Equatable {
    /// The day on which it was done, which may lie before the day on which it was written down.
    package var on: Day
    package var by: Actor

    package init(on: Day, by: Actor) {
        self.on = on
        self.by = by
    }
}

extension Tick? {
    /// Whether it was done on this day already.
    func holds(on day: Day) -> Bool { self.map { $0.on <= day } ?? false }
}

extension Deed {
    /// The day that it is at the office, by UTC.
    var today: Day { office.today }

    /// The tick of whoever acts.
    ///
    /// - Parameter day: when it was done; nothing means today.
    /// - Throws: `day.invalid` for a day that is still to come.
    func tick(on day: Day?) throws(Problem) -> Tick {
        if let day, day > today {
            throw Problem(
                .dayInvalid,
                "\(day.text) is still to come: something is done today, \(today.text), or before.")
        }
        return Tick(on: day ?? today, by: actor)
    }
}

extension Office {
    /// The day that it is by the office's clock, in UTC.
    package var today: Day { Zone.utc.day(at: clock()) }
}

extension Problem {
    static func reasonMissing(_ purpose: String) -> Problem {
        Problem(
            .reasonMissing, "Say why with --reason: to \(purpose) is kept in the history.")
    }
}
