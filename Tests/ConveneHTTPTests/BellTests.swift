import ConveneHTTP
import Synchronization
import Testing

@Suite struct BellTests {
    @Test func `a bell that is not rung lets the next one wait, too`() async throws {
        let bell = Bell()
        let isHeard = Mutex(false)
        for _ in 1...3 { await bell.wait(atMost: .milliseconds(1)) }

        async let hearing: Void = {
            await bell.wait(atMost: .seconds(3600))
            isHeard.withLock { $0 = true }
        }()
        try await Task.sleep(for: .milliseconds(50))

        #expect(!isHeard.withLock { $0 })
        bell.ring()
        await hearing
        #expect(isHeard.withLock { $0 })
    }

    @Test func `rung before anybody listens, it is heard once`() async {
        let bell = Bell()
        bell.ring()
        bell.ring()

        await bell.wait(atMost: .seconds(3600))
        await bell.wait(atMost: .milliseconds(1))
    }

    @Test func `whoever is told to go does not wait any more`() async {
        let bell = Bell()
        let waiting = Task { await bell.wait(atMost: .seconds(3600)) }

        waiting.cancel()

        await waiting.value
    }
}
