import Convene
import ConveneTestSupport
import Testing

/// Mails that have not left when an event changes: they are replaced, and what takes their place is
/// as they were but for the change (BOX-8).
@Suite struct RenewedMailTests {
    /// Ada's invitation is in the outbox, with a word of the organiser's and a file.
    private func world() async throws -> World { try await World.withInvitationAndFile() }

    @Test(arguments: [true, false])
    func `no invitation leaves with the old dates, told or not (BOX-8, ICS-9)`(telling: Bool)
        async throws
    {
        let world = try await world()

        let change = try await world.events.edit(.kyiv, telling: telling) {
            $0.dates = .octoberWeekend
        }

        #expect(change.mails == (telling ? 1 : 0))
        #expect(try await world.mail(to: .ada) == ["invitation cancelled", "invitation queued"])
        let letter = try await world.lastLetter(to: .ada)
        #expect(letter?.plain.contains("2011-10-01/2011-10-02") == true)
        #expect(letter?.calendar?.text.contains("SEQUENCE:1\r\n") == true)
        #expect(try await world.deliver().sent == 1)
        #expect(try await world.registration(of: .ada).invited)
    }

    @Test func `the organiser's word and the files go with what takes its place`() async throws {
        let world = try await world()

        for venue in ["Hall 1", "Hall 2"] {
            _ = try await world.events.edit(.kyiv) { $0.venue = venue }
        }

        let letter = try await world.lastLetter(to: .ada)
        #expect(letter?.plain.contains("Bring a coat.") == true)
        #expect(letter?.attachments.map(\.name) == ["programme.pdf"])
        #expect(letter?.attachments.map(\.bytes) == [Array("%PDF".utf8)])
        #expect(try await world.outbox().map(\.state) == [.cancelled, .cancelled, .queued])
    }

    @Test(arguments: [true, false])
    func `what was held is held still (BOX-8)`(telling: Bool) async throws {
        let world = try await world()
        _ = try await world.post.hold(.all(.queued, .kyiv))

        _ = try await world.events.edit(.kyiv, telling: telling) { $0.dates = .octoberWeekend }

        #expect(try await world.mail(to: .ada) == ["invitation cancelled", "invitation held"])
        #expect(try await world.deliver(by: RecordingMailer([])).sent == 0)
        _ = try await world.post.release(.all(.held, .kyiv))
        #expect(try await world.deliver().sent == 1)
    }

    @Test func `a change in the place of one that was held is held as well (BOX-8)`() async throws {
        let world = try await world()
        try await world.deliver()
        _ = try await world.events.edit(.kyiv) { $0.venue = "Hall 1" }
        _ = try await world.post.hold(.all(.queued, .kyiv))

        _ = try await world.events.edit(.kyiv) { $0.venue = "Hall 2" }

        #expect(
            try await world.mail(to: .ada) == [
                "invitation sent", "change cancelled", "change held",
            ])
    }

    @Test func `news of a standing in the place of what was held are held as well (BOX-8)`()
        async throws
    {
        let world = try await World()
        try await world.event(capacity: 1)
        try await world.register(.ada)
        _ = try await world.registrations.enter(.grace, at: .kyiv, as: .registeredAndTold)
        _ = try await world.post.hold(.all(.queued, .kyiv))

        _ = try await world.events.edit(.kyiv) { $0.capacity = 2 }

        #expect(
            try await world.mail(to: .grace) == ["waiting-list cancelled", "seat-offered held"])
    }

    @Test func `nobody is kept from hearing that an event is off`() async throws {
        let world = try await world()
        try await world.deliver()
        _ = try await world.events.edit(.kyiv) { $0.venue = "Hall 1" }
        _ = try await world.post.hold(.all(.queued, .kyiv))

        _ = try await world.events.move(.kyiv, to: .cancelled, reason: "no funds")

        #expect(
            try await world.mail(to: .ada) == [
                "invitation sent", "change cancelled", "cancellation queued",
            ])
    }

    @Test func `a reminder that nobody is told in place of says how things are now`() async throws {
        let world = try await world()
        try await world.deliver()
        _ = try await world.invitations.remind(.kyiv, note: "We count on you.")

        _ = try await world.events.edit(.kyiv, telling: false) { $0.dates = .octoberWeekend }

        #expect(
            try await world.mail(to: .ada) == [
                "invitation sent", "reminder cancelled", "reminder queued",
            ])
        let letter = try await world.lastLetter(to: .ada)
        #expect(letter?.plain.contains("2011-10-01/2011-10-02\nWe count on you.") == true)
    }

    @Test func `a mail that waits for somebody's decision still does`() async throws {
        let world = try await world()
        for _ in 1...2 {
            try await world.deliver(by: RecordingMailer([.unknown]))
            world.clock.move(minutes: 2)
        }

        _ = try await world.events.edit(.kyiv, telling: false) { $0.dates = .octoberWeekend }

        #expect(try await world.mail(to: .ada) == ["invitation cancelled", "invitation held"])
    }

    @Test func `a mail whose text was removed does not come back`() async throws {
        let world = try await world()
        try await world.office.store.write { ledger in
            let event = try #require(try ledger.event(code: .kyiv))
            _ = try ledger.forgetTexts(about: event.id, in: [.queued])
        }

        _ = try await world.events.edit(.kyiv) { $0.dates = .octoberWeekend }

        #expect(try await world.mail(to: .ada) == ["invitation cancelled"])
    }

    @Test(arguments: [1, 2])
    func `who may have an invitation is not invited again (BOX-1)`(attempts: Int) async throws {
        let world = try await world()
        for _ in 1...attempts {
            try await world.deliver(by: RecordingMailer([.unknown]))
            world.clock.move(minutes: 2)
        }
        _ = try await world.events.edit(.kyiv) { $0.dates = .octoberWeekend }

        let plan = try await world.invite()

        #expect(plan.lines.map(\.verdict) == [.invitedAlready])
        #expect(try await world.mail(to: .ada) == ["invitation cancelled", "change queued"])
    }
}
