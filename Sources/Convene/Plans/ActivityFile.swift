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

extension Inquiry {
    func line(_ activity: Activity, on day: Day) throws -> ActivityLine {
        ActivityLine(
            activity: activity,
            programme: try ledger.programme(activity.programme)?.code ?? Code(stored: ""),
            events: try ledger.events(carryingOut: activity.id).map(\.code),
            lateness: activity.lateness(on: day))
    }
}
