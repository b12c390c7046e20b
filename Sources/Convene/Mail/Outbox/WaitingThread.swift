import class Foundation.Thread

/// A thread for work that waits: for a mail server, for a commit. The threads on which Swift's tasks
/// run must not wait.
enum WaitingThread {
    /// Carries out the work on a new thread; its result.
    static func run<T: Sendable>(_ work: @escaping @Sendable () -> T) async -> T {
        await withCheckedContinuation { continuation in
            let thread = Thread { continuation.resume(returning: work()) }
            thread.name = "mail"
            thread.start()
        }
    }
}
