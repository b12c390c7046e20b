import FoundationEssentials

/// What is to be done by the clock, and when each of it was done last.
struct Schedule: Sendable {
    private let tasks: [ScheduleTask]
    private var done: [Date]

    /// - Parameter start: when the service began; nothing is due at once.
    init(_ tasks: [ScheduleTask], from start: Date) {
        self.tasks = tasks
        done = [Date](repeating: start, count: tasks.count)
    }

    /// What is due now, and is taken for done from now on: what fails waits until it is due again.
    mutating func due(at now: Date) -> [ScheduleTask] {
        let indices = tasks.indices.filter { tasks[$0].rhythm.isDue(at: now, last: done[$0]) }
        for index in indices { done[index] = now }
        return indices.map { tasks[$0] }
    }
}
