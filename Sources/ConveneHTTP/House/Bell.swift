/// Wakes whoever waits for something to do. Rung several times before it is heard, it rings once.
package struct Bell: Sendable {
    private let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    package init() {
        (stream, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    package func ring() { continuation.yield() }

    /// Waits until it rings, or for so long; ends at once when the task is cancelled.
    ///
    /// Only one may wait at a time.
    package func wait(atMost duration: Duration) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                var rings = stream.makeAsyncIterator()
                await rings.next()
            }
            group.addTask { try? await Task.sleep(for: duration) }
            await group.next()
            group.cancelAll()
        }
    }
}
