import Synchronization

import struct FoundationEssentials.Date

/// When a long round last looked after what is beside its mails: claims that lapsed, reminders that
/// came due. A paced round may take days.
final class Upkeep: Sendable {
    private let state: Mutex<State>

    private struct State {
        var last: Date
        var faults: [ReminderFault]
    }

    init(since: Date, _ faults: [ReminderFault]) {
        state = Mutex(State(last: since, faults: faults))
    }

    /// What is wrong with reminders, as it was seen last.
    var faults: [ReminderFault] { state.withLock(\.faults) }

    /// Has it done again when a minute has passed.
    func attend(at now: Date, _ work: () throws -> [ReminderFault]) rethrows {
        guard state.withLock({ now >= $0.last.addingTimeInterval(60) }) else { return }
        let faults = try work()
        state.withLock { $0 = State(last: now, faults: faults) }
    }
}
