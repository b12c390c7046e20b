import Convene
import ConveneTestSupport
import Testing

@Suite struct StandingPreviewTests {
    @Test func `a preview says what would happen, and nothing happens`() async throws {
        let world = try await World()
        try await world.event(capacity: 1)
        try await world.register(.ada, .grace)
        let before = try await world.audit.verify()

        let preview = try await world.registrations.preview(
            [.ada], at: .kyiv, to: .withdrawn, reason: "ill", telling: true)

        #expect(preview.changed.map(\.person.id.text) == ["P1"])
        #expect(preview.movedUp.map(\.person.id.text) == ["P2"])
        #expect(preview.mails == 1)
        #expect(try await world.audit.verify() == before)
        #expect(try await world.outbox().isEmpty)
        #expect(try await world.standing(of: .ada) == .confirmed)
        #expect(try await world.standing(of: .grace) == .waitlisted)
    }

    @Test func `one with whom it can't be done does not hide the others`() async throws {
        let world = try await World()
        try await world.event(capacity: 1)
        try await world.register(.ada, .grace)
        try await world.nominate(.alan)

        let preview = try await world.registrations.preview(
            [.ada, .grace, .alan], at: .kyiv, to: .waitlisted, reason: "")
        let full = try await world.registrations.preview(
            [.grace], at: .kyiv, to: .confirmed, reason: "")

        #expect(Set(preview.changed.map(\.person.id.text)) == ["P1", "P3"])
        #expect(preview.unchanged.map(\.person.id.text) == ["P2"])
        #expect(full.refused.map(\.problem.code) == [.eventFull])
    }
}
