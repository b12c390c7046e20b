import Dispatch
import Synchronization

/// The mails that wait for a line, first come first served, and the count of the lines.
final class DeliveryQueue: Sendable {
    private struct State {
        var waiting: [DeliveryJob] = []
        var lines = 0
        var freeLines = 0
        var isClosed = false
    }

    private let state = Mutex(State())
    private let arrivals = DispatchSemaphore(value: 0)
    private let mostLines: Int

    init(mostLines: Int) { self.mostLines = mostLines }

    /// Puts a mail into the queue; what to do then.
    func put(_ job: DeliveryJob) -> Response {
        let response = state.withLock { state -> Response in
            guard !state.isClosed else { return .closed }
            state.waiting.append(job)
            guard state.waiting.count > state.freeLines, state.lines < mostLines else {
                return .queued
            }
            state.lines += 1
            state.freeLines += 1
            return .lineWanted
        }
        if response != .closed { arrivals.signal() }
        return response
    }

    /// Waits for the next mail; nothing once the queue is closed. Blocks the line's thread.
    func take() -> DeliveryJob? {
        arrivals.wait()
        let job = state.withLock { state -> DeliveryJob? in
            guard !state.waiting.isEmpty else { return nil }
            state.freeLines -= 1
            return state.waiting.removeFirst()
        }
        // Nothing to take means closed: the other lines are to hear of it as well.
        if job == nil { arrivals.signal() }
        return job
    }

    /// A line can take the next mail. To be said before the delivery is given to whoever waits for
    /// it: their next mail then finds this line, and its open connection.
    func lineIsFree() {
        state.withLock { $0.freeLines += 1 }
    }

    /// Ends the lines after the mail that each has under way; the mails that still waited.
    func close() -> [DeliveryJob] {
        let left = state.withLock { state -> [DeliveryJob] in
            state.isClosed = true
            defer { state.waiting = [] }
            return state.waiting
        }
        arrivals.signal()
        return left
    }

    enum Response { case queued, lineWanted, closed }
}
