import HTTPTypes
import Hummingbird
import Synchronization

/// The requests that are being answered, and until when: what takes longer is cancelled.
///
/// One task looks through them four times a second, as long as there are any. A timer for each would
/// cost more than most requests do.
final class Timetable: Sendable {
    private let state = Mutex(State())

    private struct State {
        var number = 0
        var entries: [Int: (end: ContinuousClock.Instant, work: Task<Response, any Error>)] = [:]
        var isWatched = false
    }

    /// Answers in time or says that it can't; what was begun is rolled back then.
    ///
    /// - Throws: HTTP 503 when it took too long.
    func answer(
        within limit: Duration, _ work: @escaping @Sendable () async throws -> Response
    ) async throws -> Response {
        let task = Task(operation: work)
        let number = enter(task, until: .now + limit)
        defer { state.withLock { _ = $0.entries.removeValue(forKey: number) } }
        do {
            return try await withTaskCancellationHandler {
                try await task.value
            } onCancel: {
                task.cancel()
            }
        } catch  where task.isCancelled && !Task.isCancelled {
            throw HTTPError(.serviceUnavailable, headers: [.retryAfter: "10"])
        }
    }

    private func enter(_ task: Task<Response, any Error>, until end: ContinuousClock.Instant)
        -> Int
    {
        let (number, isFirst) = state.withLock { state in
            state.number += 1
            state.entries[state.number] = (end, task)
            defer { state.isWatched = true }
            return (state.number, !state.isWatched)
        }
        if isFirst { Task { await watch() } }
        return number
    }

    private func watch() async {
        repeat {
            try? await Task.sleep(for: .milliseconds(250))
        } while cancelWhatIsLate()
    }

    /// - Returns: whether anything is left to be watched.
    private func cancelWhatIsLate() -> Bool {
        let now = ContinuousClock.now
        return state.withLock { state in
            for entry in state.entries.values where entry.end <= now { entry.work.cancel() }
            state.isWatched = !state.entries.isEmpty
            return state.isWatched
        }
    }
}
