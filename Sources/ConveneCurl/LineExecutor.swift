import Dispatch
import Synchronization

/// Runs asynchronous work on the thread of a line, which waits for it anyway: a thread that slept
/// while another did the work would cost two wake-ups for each mail.
final class LineExecutor: TaskExecutor {
    private let state = Mutex(State())
    private let arrivals = DispatchSemaphore(value: 0)

    /// Carries out the work on this thread, and blocks it until all is done.
    static func run(_ work: @escaping @Sendable () async -> Void) {
        let executor = LineExecutor()
        Task(executorPreference: executor) {
            await work()
            executor.end()
        }
        executor.work()
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let isTaken = state.withLock { state in
            if !state.hasEnded { state.jobs.append(job) }
            return !state.hasEnded
        }
        guard isTaken else { return runElsewhere(job) }
        arrivals.signal()
    }

    private func work() {
        while let job = next() { job.runSynchronously(on: asUnownedTaskExecutor()) }
    }

    private func next() -> UnownedJob? {
        arrivals.wait()
        return state.withLock { $0.jobs.isEmpty ? nil : $0.jobs.removeFirst() }
    }

    private func end() {
        let left = state.withLock { state in
            state.hasEnded = true
            defer { state.jobs = [] }
            return state.jobs
        }
        arrivals.signal()
        left.forEach(runElsewhere)
    }

    /// What an actor has left over for us once our work is done is for any thread.
    private func runElsewhere(_ job: UnownedJob) {
        DispatchQueue.global().async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }

    private struct State {
        var jobs: [UnownedJob] = []
        var hasEnded = false
    }
}
