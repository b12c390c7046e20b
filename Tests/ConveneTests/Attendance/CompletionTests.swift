import Convene
import ConveneTestSupport
import Testing

@Suite struct CompletionTests {
    @Test(arguments: [(1, true, false), (3, true, false), (4, true, true), (5, true, true)])
    func `four of five sessions are 80 per cent, and enough`(
        present: Int, attended: Bool, completed: Bool
    ) async throws {
        let world = try await World()
        try await world.event()
        try await world.register(.ada)

        try await world.mark(.ada, sessions: Array(1...present))

        let registration = try await world.registration(of: .ada)
        #expect(registration.attended == attended)
        #expect(registration.completed == completed)
    }

    @Test func `somebody excused was not there`() async throws {
        let world = try await World()
        try await world.event()
        try await world.register(.ada)

        try await world.mark(.ada, sessions: [1, 2, 3])
        try await world.mark(.ada, as: .excused, sessions: [4, 5])

        #expect(try await world.registration(of: .ada).completed == false)
    }

    @Test func `excused from everything is not attended`() async throws {
        let world = try await World()
        try await world.event()
        try await world.register(.ada)

        try await world.mark(.ada, as: .excused, sessions: [1, 2, 3, 4, 5])

        #expect(try await world.registration(of: .ada).attended == false)
    }

    @Test func `a session that doesn't count neither helps nor harms`() async throws {
        let world = try await World()
        try await world.event()
        _ = try await world.sessions.edit(5, of: .kyiv) { $0.counts = false }
        try await world.register(.ada, .grace)

        try await world.mark(.ada, sessions: [1, 2, 3, 4])
        try await world.mark(.grace, sessions: [5])

        #expect(try await world.registration(of: .ada).completed)
        #expect(try await world.registration(of: .grace).attended == false)
    }

    @Test func `what counts is counted anew when a session stops counting`() async throws {
        let world = try await World()
        try await world.event()
        try await world.register(.ada)
        try await world.mark(.ada, sessions: [1, 2, 3])
        #expect(try await world.registration(of: .ada).completed == false)

        for session in [4, 5] {
            _ = try await world.sessions.edit(session, of: .kyiv) { $0.counts = false }
        }

        #expect(try await world.registration(of: .ada).completed)
    }

    @Test(arguments: [(60, true), (61, false)])
    func `an event may say otherwise`(percent: Int, completed: Bool) async throws {
        let world = try await World()
        try await world.event()
        try await world.register(.ada)
        try await world.mark(.ada, sessions: [1, 2, 3])

        _ = try await world.events.edit(.kyiv) { $0.completionPercent = percent }

        #expect(try await world.registration(of: .ada).completed == completed)
    }

    @Test func `who withdraws has not attended, and has again when confirmed again`()
        async throws
    {
        let world = try await World()
        try await world.event()
        try await world.register(.ada)
        try await world.mark(.ada, sessions: [1, 2, 3, 4])

        try await world.move(.ada, to: .withdrawn)
        #expect(try await world.registration(of: .ada).attended == false)
        try await world.move(.ada, to: .confirmed)

        #expect(try await world.registration(of: .ada).completed)
    }
}
