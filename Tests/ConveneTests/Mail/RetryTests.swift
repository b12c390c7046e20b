import Convene
import ConveneTestSupport
import FoundationEssentials
import Testing

/// When a mail that a server put off is tried again (BOX-6).
@Suite struct RetryTests {
    @Test(arguments: [(UInt8(0), 0.8), (127, 1.0), (255, 1.2)])
    func `the wait grows by a schedule, with jitter of a fifth`(byte: UInt8, share: Double)
        async throws
    {
        let world = try await World.withInvitations(1, chance: .jitter(byte))
        var waits: [Double] = []

        for _ in 1...8 {
            try await world.deliver(by: RecordingMailer([.retry]))
            let due = try await world.mail().dueAt
            waits.append(due.timeIntervalSince(world.clock.now) / 60)
            world.clock.move(to: due)
        }

        let schedule = [1, 5, 30, 60, 120, 240, 240, 240].map { $0 * share }
        for (number, (wait, minutes)) in zip(waits, schedule).enumerated() {
            let least = number < 2 ? minutes : max(30, minutes)
            #expect(abs(wait - least) < least * 0.01)
        }
    }

    @Test func `nothing is tried before it is due`() async throws {
        let world = try await World.withInvitations(1)
        try await world.deliver(by: RecordingMailer([.retry]))
        world.clock.move(minutes: 0.7)

        let report = try await world.deliver(by: RecordingMailer([]))

        #expect(report.sent == 0)
        #expect(report.waiting == 1)
        #expect(report.nextDue == (try await world.mail().dueAt))
    }

    @Test func `after 48 hours it has failed, with the server's last word`() async throws {
        let world = try await World.withInvitations(1)
        let mailer = RecordingMailer([], then: .retry)
        var rounds = 0

        while try await world.mail().state != .failed, rounds < 50 {
            try await world.deliver(by: mailer)
            world.clock.move(to: max(world.clock.now, try await world.mail().dueAt))
            rounds += 1
        }

        let message = try await world.mail()
        #expect(message.state == .failed)
        #expect(message.reply == "451 later")
        let spent = message.endedAt?.timeIntervalSince(WorldClock.start) ?? 0
        #expect((40...48).contains(spent / 3600))
    }

    @Test func `what a person has tried again has all its time before it again (ENV-4, BOX-6)`()
        async throws
    {
        let world = try await World.withInvitations(1)
        let greylisting = RecordingMailer([], then: .retry)
        while try await world.mail().state != .failed {
            try await world.deliver(by: greylisting)
            world.clock.move(to: max(world.clock.now, try await world.mail().dueAt))
        }
        world.clock.move(days: 3)
        _ = try await world.post.retry(.these([Message.ID(1)]))

        try await world.deliver(by: greylisting)

        let message = try await world.mail()
        #expect(message.state == .retry)
        #expect(message.dueAt.timeIntervalSince(world.clock.now) < 73)
    }

    @Test(arguments: [("452 4.2.2 full", 1), ("451 4.7.1 greylisted", 0)])
    func `what was put off until it was given up counts as a bounce that may pass (BNC-5)`(
        reply: String, days: Int
    ) async throws {
        let world = try await World.withInvitations(1)
        let mailer = RecordingMailer([], then: .answering(reply))

        while try await world.mail().state != .failed {
            try await world.deliver(by: mailer)
            world.clock.move(to: max(world.clock.now, try await world.mail().dueAt))
        }

        let address = try await world.mail().address
        let counted = try await world.office.store.read { try $0.bounceDays(of: address) }
        #expect(counted.count == days)
        #expect(try await world.post.suppressions().isEmpty)
    }

    @Test func `the 48 hours begin when a server first answers, not in the queue`() async throws {
        let world = try await World.withInvitations(1)
        world.clock.move(days: 3)
        try await world.deliver(by: RecordingMailer([.unreachable]))
        world.clock.move(days: 3)

        try await world.deliver(by: RecordingMailer([.retry]))

        let message = try await world.mail()
        #expect(message.state == .retry)
        #expect(message.dueAt.timeIntervalSince(world.clock.now) < 73)
    }

    @Test func `a mail that would come after the event has failed`() async throws {
        let world = try await World.withInvitations(1)
        world.clock.move(to: Date(timeIntervalSince1970: 15_255 * 86_400 - 3 * 3600 - 30))

        try await world.deliver(by: RecordingMailer([.retry]))

        #expect(try await world.mail().state == .failed)
    }

    @Test func `an invitation to an event that is over has expired (BOX-7)`() async throws {
        let world = try await World.withInvitations(1)
        world.clock.move(to: Date(timeIntervalSince1970: 15_255 * 86_400))

        let report = try await world.deliver(by: RecordingMailer([]))

        #expect(report.sent == 0)
        let message = try await world.mail()
        #expect(message.state == .expired)
        #expect(message.reply == "the event has begun or is over")
        #expect(try await world.post.file(message.id).content?.secret == nil)
    }

    @Test func `a reminder of an event that has begun has expired (BOX-7)`() async throws {
        let world = try await World.withInvitations(1)
        try await world.deliver()
        _ = try await world.invitations.remind(.kyiv)
        // In Kyiv it is midnight three hours before it is in UTC.
        world.clock.move(to: Date(timeIntervalSince1970: 15_250 * 86_400 - 3 * 3600))

        try await world.deliver(by: RecordingMailer([]))

        #expect(try await world.states() == [.sent, .expired])
    }

    @Test func `a cancellation waits to the end of the event, and a fortnight at least (BOX-7)`()
        async throws
    {
        for (day, days) in [(0.0, 37), (30, 44)] {
            let world = try await World.withInvitations(1)
            try await world.deliver()
            world.clock.move(days: day)
            _ = try await world.events.move(.kyiv, to: .cancelled, reason: "no hall")

            let expiry = try #require(try await world.outbox().last?.expiresAt)

            let waited = expiry.timeIntervalSince(WorldClock.start) / 86_400
            #expect(abs(waited - Double(days)) < 1)
        }
    }

    @Test func `what is entered for a past event waits for thirty days (BOX-7)`() async throws {
        let world = try await World.withInvitations(1, dates: .days(14_000, 14_001))

        let expiry = try await world.mail().expiresAt
        #expect(expiry == WorldClock.start.addingTimeInterval(30 * 86_400))
        #expect(try await world.deliver().sent == 1)
    }
}
