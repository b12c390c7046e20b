/// Which steps of an activity are meant.
package enum StepChoice: Sendable, Equatable {
    /// None was named, which is enough for an activity without steps.
    case unsaid
    case all
    case numbers([Int])
}

/// What came of ticking steps off, or of taking ticks back.
package struct TickReport: Sendable {
    package var activity: Activity
    package var changed: Int
    /// How many stood so already.
    package var unchanged: Int
}
