import Dispatch
import Synchronization

/// Wakes whoever waits for something to do. Rung several times before it is heard, it rings once.
package final class Bell: Sendable {
    private let state = Mutex(State())

    private struct State {
        var isRung = false
        var waiter: CheckedContinuation<Void, Never>?
    }

    package init() {}

    package func ring() {
        let waiter = state.withLock { state in
            defer { state.waiter = nil }
            state.isRung = state.waiter == nil
            return state.waiter
        }
        waiter?.resume()
    }

    /// Waits until it rings, or for so long; ends at once when the task is cancelled.
    ///
    /// Only one may wait at a time.
    package func wait(atMost duration: Duration) async {
        // A task that sleeps would keep its memory until the end of its time, also when it is
        // cancelled: under load that is a hundred megabytes.
        let alarm = DispatchSource.makeTimerSource()
        alarm.schedule(deadline: .now() + duration / .seconds(1))
        alarm.setEventHandler { [self] in wake() }
        alarm.activate()
        defer { alarm.cancel() }
        // A stream of rings would not do: the first wait that is cancelled ends it for ever.
        await withTaskCancellationHandler {
            await withCheckedContinuation { settle($0) }
        } onCancel: {
            wake()
        }
    }

    private func settle(_ waiter: CheckedContinuation<Void, Never>) {
        let isDue = state.withLock { state in
            guard !state.isRung, !Task.isCancelled else {
                state.isRung = false
                return true
            }
            state.waiter = waiter
            return false
        }
        if isDue { waiter.resume() }
    }

    private func wake() {
        let waiter = state.withLock { state in
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume()
    }
}
