import Convene
import ConveneTestSupport
import Testing

@Suite struct PostRoomTests {
    @Test func `the states of an outbox add up to its mails, whatever became of them (BOX-9)`()
        async throws
    {
        let world = try await World.withInvitations(6)
        _ = try await world.post.cancel(.these([Message.ID(1)]))
        _ = try await world.post.hold(.these([Message.ID(2)]))
        try await world.deliver(by: RecordingMailer([.sent, .failed, .retry, .unknown]))

        let counts = try await world.post.count(event: .kyiv)

        #expect(
            counts == [.cancelled: 1, .held: 1, .sent: 1, .failed: 1, .retry: 2])
        #expect(counts.values.reduce(0, +) == 6)
        let missing = try await world.post.list(event: .kyiv, states: [.failed, .cancelled])
        #expect(missing.count == 2)
    }

    @Test(arguments: [RecordingMailer.Step.unwanted, .retry])
    func `what failed or waits can be tried again at once`(step: RecordingMailer.Step) async throws
    {
        let world = try await World.withInvitations(1)
        try await world.deliver(by: RecordingMailer([step]))

        #expect(try await world.post.retry(.these([Message.ID(1)])).count == 1)

        #expect(try await world.deliver().sent == 1)
    }

    @Test func `what has not left can be taken back, once`() async throws {
        let world = try await World.withInvitations(2)

        #expect(try await world.post.cancel(.all(.queued, .kyiv)) == 2)
        #expect(try await world.post.cancel(.all(.queued, .kyiv)) == 0)

        #expect(try await world.states() == [.cancelled, .cancelled])
        #expect(try await world.deliver(by: RecordingMailer([])).sent == 0)
    }

    @Test func `a mail that was overtaken names the one in its place`() async throws {
        let world = try await World.withInvitations(1)
        _ = try await world.events.edit(.kyiv) { $0.dates = .days(15_300, 15_301) }

        let refusal = await #expect(throws: Problem.self) {
            try await world.post.retry(.these([Message.ID(1)]))
        }

        #expect(refusal?.message.hasSuffix(". M2 has taken its place.") == true)
    }

    @Test func `a mail taken back forgets its link`() async throws {
        let world = try await World.withInvitations(1)

        _ = try await world.post.cancel(.these([Message.ID(1)]))

        #expect(try await world.post.file(Message.ID(1)).content?.secret == nil)
    }

    @Test func `what was sent is neither sent again nor taken back`() async throws {
        let world = try await World.withInvitations(1)
        try await world.deliver()

        for choice in [MessageChoice.these([Message.ID(1)]), .all(.sent, nil)] {
            await expect(refusal: .messageState) { try await world.post.retry(choice) }
            await expect(refusal: .messageState) { try await world.post.cancel(choice) }
        }

        #expect(try await world.deliver(by: RecordingMailer([])).sent == 0)
    }

    @Test func `of several mails all are changed or none`() async throws {
        let world = try await World.withInvitations(2)
        try await world.deliver(by: RecordingMailer([.sent, .retry]))

        await expect(refusal: .messageState) {
            try await world.post.cancel(.these([Message.ID(2), Message.ID(1)]))
        }

        #expect(try await world.states() == [.sent, .retry])
    }

    @Test func `a mail that never was is not found`() async throws {
        let world = try await World()

        await expect(refusal: .messageUnknown) { try await world.post.file(Message.ID(9)) }
    }

    @Test func `the outbox is counted by state`() async throws {
        let world = try await World.withInvitations(3)
        try await world.deliver(by: RecordingMailer([.sent, .sent, .failed]))

        #expect(try await world.post.count(event: .kyiv) == [.sent: 2, .failed: 1])
    }
}
