import Convene
import ConveneTestSupport
import Testing

/// The outbox that stops, by itself or because somebody says so (ENV-5, BOX-8, BOX-13).
@Suite struct HoldingTests {
    @Test func `a server that refuses us holds the outbox until a person lets it go (ENV-5)`()
        async throws
    {
        let world = try await World.withInvitations(3)

        let report = try await world.deliver(by: RecordingMailer([.refusedUs]))

        #expect(report.stopped?.outcome == .refusedUs)
        #expect(try await world.states() == [.queued, .queued, .queued])
        let held = await #expect(throws: Problem.self) { try await world.deliver() }
        #expect(held?.code == .mailHeld)
        #expect(held?.message.contains("535 who are you") == true)
        try await world.post.release()
        #expect(try await world.deliver().sent == 3)
    }

    @Test(arguments: BounceCase.areOurs)
    func
        `behind a relay, a mail that comes back because of us holds the outbox, too (BNC-4, BLK-3)`(
            name: String
        ) async throws
    {
        let (world, _) = try await World.withSentInvitations(2)
        _ = try await world.invitations.remind(.kyiv)

        let incoming = try await world.comesBack(Message.ID(1), as: name)

        let held = await #expect(throws: Problem.self) {
            try await world.deliver(by: RecordingMailer([]))
        }
        #expect(held?.code == .mailHeld)
        #expect(held?.message.contains("SPF, DKIM") == true)
        #expect(incoming.outcome.contains("The outbox is held"))
        #expect(try await world.post.suppressions().isEmpty)
    }

    @Test func `what left before somebody let the outbox go holds it no more (BNC-4)`()
        async throws
    {
        let (world, _) = try await World.withSentInvitations(2)
        try await world.comesBack(Message.ID(1), as: "gmail-dmarc")
        world.clock.move(hours: 1)
        try await world.post.release()

        try await world.comesBack(Message.ID(2), as: "gmail-dmarc")

        #expect(try await world.office.frontDoor(world.officer).card().mailHeld == nil)
    }

    @Test func `nor does what left more than two days ago (BNC-4)`() async throws {
        let (world, _) = try await World.withSentInvitations(1)
        world.clock.move(days: 3)

        try await world.comesBack(Message.ID(1), as: "gmail-dmarc")

        #expect(try await world.mail().state == .failed)
        #expect(try await world.office.frontDoor(world.officer).card().mailHeld == nil)
    }

    @Test func `more than a tenth of the last fifty refused holds the outbox (BOX-13)`()
        async throws
    {
        let world = try await World.withInvitations(60)
        let mailer = RecordingMailer(Array(repeating: .failed, count: 6), then: .sent)

        let report = try await world.deliver(by: mailer)

        #expect(report.stopped?.reply.contains("6 of the last 6 mails were refused") == true)
        #expect(try await world.states().count { $0 == .failed } == 6)
        #expect(try await world.states().count { $0 == .queued } == 54)
        try await world.post.release()
        #expect(try await world.deliver().sent == 54)
    }

    @Test func `a tenth or less holds nothing (BOX-13)`() async throws {
        let world = try await World.withInvitations(60)
        let mailer = RecordingMailer(Array(repeating: .failed, count: 5), then: .sent)

        let report = try await world.deliver(by: mailer)

        #expect(report.stopped == nil)
        #expect(report.sent == 55)
    }

    @Test func `somebody holds an event's mail, and lets it go (BOX-8)`() async throws {
        let world = try await World.withInvitations(3)

        let held = try await world.post.hold(.all(.queued, .kyiv))
        let nothing = try await world.deliver(by: RecordingMailer([]))
        let released = try await world.post.release(.these([Message.ID(2)]))
        let one = try await world.deliver()

        #expect(held == 3)
        #expect(nothing.sent == 0)
        #expect(released == 1)
        #expect(one.sent == 1)
        #expect(try await world.states() == [.held, .sent, .held])
    }

    @Test func `somebody holds the whole outbox while it is being sent (BOX-8)`() async throws {
        let world = try await World.withInvitations(5)
        let mailer = RecordingMailer([.sent.after { try await world.post.hold("A wrong date.") }])

        let report = try await world.deliver(by: mailer)

        #expect(report.sent == 1)
        #expect(report.stopped?.reply == "The outbox was held. A wrong date.")
        #expect(try await world.states().count { $0 == .queued } == 4)
    }

    @Test func `holding and releasing twice is no different from once (BOX-8)`() async throws {
        let world = try await World.withInvitations(1)

        try await world.post.hold("First.")
        try await world.post.hold("Second.")
        let held = await #expect(throws: Problem.self) { try await world.deliver() }
        try await world.post.release()
        try await world.post.release()

        #expect(held?.message.contains("First.") == true)
        #expect(try await world.deliver().sent == 1)
    }
}

extension World {
    /// A mail of ours comes back as one of the corpus.
    @discardableResult
    func comesBack(_ id: Message.ID, as name: String) async throws -> Incoming {
        let bounce = try #require(BounceCase.all.first { $0.name == name })
        return try await fetch(
            bounce.text(
                envelope: "nobody@example.org", message: try await post.file(id).line.message,
                answers: "answers@example.org"))
    }
}
