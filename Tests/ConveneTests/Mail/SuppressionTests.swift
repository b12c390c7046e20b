import Convene
import ConveneTestSupport
import Testing

@Suite struct SuppressionTests {
    private static let guest = EmailAddress(stored: "guest1@example.net")

    @Test func `an address is looked up again when its mail is to leave (BOX-10)`() async throws {
        let world = try await World.withInvitations(2)
        _ = try await world.post.suppress(Self.guest, reason: "they rang")
        let mailer = RecordingMailer([.sent])

        let report = try await world.deliver(by: mailer)

        #expect(mailer.recipients == ["guest2@example.net"])
        #expect(report.sent == 1)
        #expect(try await world.states() == [.suppressed, .sent])
        #expect(try await world.mail().reply == "nothing is sent to the address: they rang")
    }

    @Test func `who gets no mail is not invited, and it is said why`() async throws {
        let world = try await World()
        try await world.event()
        for guest in 1...3 { try await world.nominate(.guest(guest)) }
        _ = try await world.post.suppress(Self.guest, reason: "")
        try await world.post.optOut(.guest(2), of: .invitations)

        let plan = try await world.invite()

        #expect(plan.lines.map(\.verdict) == [.suppressed, .suppressed, .invite])
        #expect(
            plan.lines.map(\.reason)
                == ["nothing is sent to the address", "the person wants no invitations", nil])
        #expect(try await world.outbox().map(\.address.text) == ["guest3@example.net"])
    }

    @Test func `5.1.1 in the SMTP reply counts the same as a bounce (BNC-6)`() async throws {
        let world = try await World.withInvitations(1)

        try await world.deliver(by: RecordingMailer([.failed]))

        let suppressions = try await world.post.suppressions()
        #expect(suppressions.map(\.cause) == [.dead])
        #expect(suppressions.map(\.address) == [Self.guest])
        #expect(suppressions.map(\.message) == [Message.ID(1)])
    }

    @Test func `an officer can put a suppression right, and its days are forgotten`() async throws {
        let world = try await World.withInvitations(1)
        try await world.office.store.write {
            try $0.insert(bounceDay: Day(daysSince1970: 15_000), of: Self.guest)
        }
        _ = try await world.post.suppress(Self.guest, reason: "a mistake")

        try await world.post.unsuppress(Self.guest)

        #expect(try await world.post.suppressions().isEmpty)
        #expect(
            try await world.office.store.read { try $0.bounceDays(of: Self.guest) }.isEmpty)
        #expect(try await world.deliver().sent == 1)
    }

    @Test func `what is suppressed twice stays as it was`() async throws {
        let world = try await World()

        let first = try await world.post.suppress(Self.guest, reason: "one")
        let second = try await world.post.suppress(Self.guest, reason: "two")

        #expect([first.isNew, second.isNew] == [true, false])
        #expect(second.suppression.words == "one")
    }

    @Test
    func `a complaint ends the stream for the person, not what concerns their seat (BNC-8, UNS-7)`()
        async throws
    {
        let (world, mailer) = try await World.withSentInvitations()
        let complaint = try #require(BounceCase.all.first { $0.name == "complaint" })
        try await world.fetch(
            complaint.text(
                envelope: try #require(mailer.parcels.first).sender.text,
                message: try await world.mail(), answers: "answers@example.org"))

        _ = try await world.invitations.remind(.kyiv)
        _ = try await world.events.edit(.kyiv) { $0.dates = .days(15_300, 15_301) }
        try await world.deliver()

        #expect(try await world.post.optOuts().map(\.optOut.stream) == [.invitations])
        #expect(try await world.post.optOuts().map(\.optOut.cause) == [.complaint])
        #expect(try await world.mail(to: .guest(1)) == ["invitation sent", "change sent"])
    }

    @Test func `who opts out while 1,000 mails wait gets none of them (UNS-6)`() async throws {
        let world = try await World.withInvitations(1000)
        try await world.post.optOut(.guest(7), of: .invitations)
        let mailer = RecordingMailer.willing(connections: 4)

        try await world.deliver(by: mailer)

        #expect(mailer.parcels.count == 999)
        #expect(!mailer.recipients.contains("guest7@example.net"))
        #expect(try await world.mail(to: .guest(7)) == ["invitation suppressed"])
    }

    @Test func `of a failure that may pass it is said what is done, and what is not (BNC-5)`()
        async throws
    {
        let (world, _) = try await World.withSentInvitations()

        let incoming = try await world.comesBack(Message.ID(1), as: "gmail-over-quota")

        #expect(
            incoming.outcome == "M1 failed. This may pass: later mails go to its address. This one"
                + " is not sent again by itself; “convene mail retry M1” sends it again.")
        #expect(try await world.post.retry(.these([Message.ID(1)])).count == 1)
    }

    @Test func `who wants no mail at all gets not even a change (UNS-7)`() async throws {
        let (world, _) = try await World.withSentInvitations()
        try await world.post.optOut(.guest(1), of: nil)
        _ = try await world.events.edit(.kyiv) { $0.dates = .days(15_300, 15_301) }

        try await world.deliver(by: RecordingMailer([]))

        #expect(try await world.mail(to: .guest(1)) == ["invitation sent", "change suppressed"])
        try await world.post.optIn(.guest(1), to: nil)
        #expect(try await world.post.optOuts().isEmpty)
    }
}
