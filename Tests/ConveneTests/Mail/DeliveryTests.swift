import Convene
import ConveneTestSupport
import FoundationEssentials
import Testing

@Suite struct DeliveryTests {
    @Test func `what a server takes is sent, and the invitation counts as sent`() async throws {
        let world = try await World.withInvitations(2)
        let mailer = RecordingMailer([.sent, .sent])

        let report = try await world.deliver(by: mailer)

        #expect(report.sent == 2)
        #expect(report.waiting == 0)
        #expect(report.notSent.isEmpty)
        #expect(mailer.recipients == ["guest1@example.net", "guest2@example.net"])
        #expect(
            mailer.parcels.map(\.sender.text) == Array(repeating: "workshops@example.org", count: 2)
        )
        let registration = try await world.registration(of: .guest(1))
        #expect(registration.invited)
        let invitation = try await world.invitations.file(.guest(1), to: .kyiv).line.invitation
        #expect(invitation.sentAt == world.clock.now)
    }

    @Test func `each attempt is written down (BOX-2)`() async throws {
        let world = try await World.withInvitations(1)
        try await world.deliver(by: RecordingMailer([.retry]))
        world.clock.move(hours: 1)

        try await world.deliver(by: RecordingMailer([.sent]))

        let attempts = try await world.post.file(Message.ID(1)).attempts
        #expect(attempts.map(\.number) == [1, 2])
        #expect(attempts.map(\.delivery?.outcome) == [.retry, .sent])
        #expect(attempts.map(\.delivery?.code) == [451, 250])
        #expect(attempts.map(\.delivery?.enhanced) == ["4.7.1", nil])
        #expect(attempts.map { $0.dataStartedAt != nil } == [false, true])
        #expect(attempts.map(\.sender) == ["main", "main"])
    }

    @Test func `a repeat is the same mail with the same Message-ID and Date (BOX-5, MSG-3)`()
        async throws
    {
        let world = try await World.withInvitations(1)
        let mailer = RecordingMailer([.retry, .sent])
        try await world.deliver(by: mailer)
        world.clock.move(hours: 3)

        try await world.deliver(by: mailer)

        #expect(mailer.parcels.count == 2)
        #expect(mailer.parcels.first?.bytes == mailer.parcels.last?.bytes)
    }

    @Test func `one bad recipient never holds up the others (ENV-3)`() async throws {
        let world = try await World.withInvitations(3)

        let report = try await world.deliver(by: RecordingMailer([.failed, .retry, .sent]))

        #expect(report.sent == 1)
        #expect(report.notSent.map(\.message.state) == [.failed, .retry])
        #expect(try await world.states() == [.failed, .retry, .sent])
        #expect(try await world.outbox().first?.reply == "550 nobody")
    }

    @Test(arguments: [RecordingMailer.Step.unreachable, .refusedUs])
    func `a word about us stops the round and loses nothing (ENV-5, ENV-14)`(
        step: RecordingMailer.Step
    ) async throws {
        let world = try await World.withInvitations(3)

        let report = try await world.deliver(by: RecordingMailer([.sent, step]))

        #expect(report.sent == 1)
        #expect(report.stopped != nil)
        #expect(report.waiting == 2)
        #expect(try await world.states() == [.sent, .queued, .queued])
        try await world.post.release()
        #expect(try await world.deliver().sent == 2)
    }

    @Test func `over several connections each mail goes once`() async throws {
        let world = try await World.withInvitations(40)
        let mailer = RecordingMailer.willing(connections: 4)

        let report = try await world.deliver(by: mailer)

        #expect(report.sent == 40)
        #expect(Set(mailer.recipients).count == 40)
        #expect(mailer.parcels.count == 40)
    }

    @Test func `a connection that comes when all is over goes home, too`() async throws {
        let world = try await World.withInvitations(8)
        let mailer = RecordingMailer([], then: .unreachable, connections: 8)

        for _ in 1...200 { try await world.deliver(by: mailer) }

        #expect(try await world.states().allSatisfy { $0 == .queued })
    }

    @Test func `two rounds at once never send a mail twice (BOX-3)`() async throws {
        let world = try await World.withInvitations(40)
        let (one, other) = (
            RecordingMailer.willing(connections: 2), RecordingMailer.willing(connections: 2)
        )

        async let first = world.deliver(by: one, as: .named("one"))
        async let second = world.deliver(by: other, as: .named("other"))
        let sent = try await first.sent + second.sent

        #expect(sent == 40)
        #expect(Set(one.recipients + other.recipients).count == 40)
        #expect(one.parcels.count + other.parcels.count == 40)
    }

    @Test func `a round that is cancelled finishes what is on its way and begins no other`()
        async throws
    {
        let world = try await World.withInvitations(5)
        let (reached, reach) = AsyncStream.makeStream(of: Void.self)
        let (cancelled, cancel) = AsyncStream.makeStream(of: Void.self)
        let mailer = RecordingMailer([
            .sent,
            .sent.after {
                reach.finish()
                for await _ in cancelled {}
            },
        ])
        let round = Task { try await world.deliver(by: mailer) }

        for await _ in reached {}
        round.cancel()
        cancel.finish()
        let report = try await round.value

        #expect(report.sent == 2)
        #expect(report.stopped?.outcome == .notStarted)
        #expect(report.waiting == 3)
        #expect(try await world.states() == [.sent, .sent, .queued, .queued, .queued])
    }

    @Test func `only the mail of one event can be sent`() async throws {
        let world = try await World.withInvitations(1)
        try await world.event(.baku, dates: .octoberWeekend)
        try await world.nominate(.ada, at: .baku)
        try await world.invite(to: .baku)
        let mailer = RecordingMailer([.sent])

        _ = try await world.post.deliver(by: mailer, event: .baku, as: .main)

        #expect(mailer.recipients == ["ada@example.org"])
    }

    @Test func `progress tells how many are done`() async throws {
        let world = try await World.withInvitations(2)
        let seen = Journal()

        let progress: @Sendable (Int, Int) -> Void = { done, total in
            seen.note("\(done)/\(total)")
        }
        _ = try await world.post.deliver(
            by: RecordingMailer.willing(), as: .main, progress: progress)

        #expect(seen.lines == ["1/2", "2/2"])
    }

    @Test func `an office that lost its sender leaves the queue as it is`() async throws {
        let world = try await World.withInvitations(1)
        let without = World(
            beside: world.store, letterhead: nil, clock: world.clock, chance: .seeded(1))

        await expect(refusal: .mailNotSet) { try await without.deliver(by: RecordingMailer([])) }

        #expect(try await world.states() == [.queued])
    }

    @Test func `after a restore the outbox is held until somebody lets it go (BOX-7)`()
        async throws
    {
        let world = try await World.withInvitations(1)
        try await world.office.frontDoor(world.officer).noteRestored(from: "copy.db")

        await expect(refusal: .mailHeld) { try await world.deliver(by: RecordingMailer([])) }
        try await world.post.release()

        #expect(try await world.deliver().sent == 1)
    }
}
