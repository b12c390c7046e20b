import Convene
import ConveneTestSupport
import Testing

/// What those who were invited hear of a change, and what the calendar is told (ICS-9 to ICS-11).
@Suite struct ChangeOfEventTests {
    /// Ada and Grace are invited, and their invitations have arrived.
    private func world() async throws -> World {
        let world = try await World()
        try await world.event()
        try await world.nominate(.ada, .grace)
        try await world.invite()
        try await world.deliver()
        return world
    }

    @Test func `new dates are told with a higher revision of the same calendar entry (ICS-9)`()
        async throws
    {
        let world = try await world()
        let uid = try await world.invitations.file(.ada, to: .kyiv).line.invitation.calendarUID

        let change = try await world.events.edit(.kyiv) { $0.dates = .octoberWeekend }

        #expect(change.mails == 2)
        #expect(try await world.mail(to: .ada) == ["invitation sent", "change queued"])
        let message = try #require(try await world.outbox().last)
        let calendar = try await world.post.file(message.id).content?.letter.calendar
        #expect(calendar?.method == .request)
        let invitation = try await world.invitations.file(.grace, to: .kyiv).line.invitation
        #expect(calendar?.text == "UID:\(invitation.calendarUID)\r\nSEQUENCE:1\r\n")
        #expect(
            try await world.invitations.file(.ada, to: .kyiv).line.invitation.calendarUID == uid)
    }

    @Test func `a second change has a revision of its own, and overtakes the first`() async throws {
        let world = try await world()
        _ = try await world.events.edit(.kyiv) { $0.venue = "Hall 1" }

        _ = try await world.events.edit(.kyiv) { $0.venue = "Hall 2" }

        #expect(
            try await world.mail(to: .ada) == [
                "invitation sent", "change cancelled", "change queued",
            ])
        #expect(try await world.outbox().last?.revision == 1)
        #expect(try await world.invitations.file(.ada, to: .kyiv).line.invitation.sequence == 2)
    }

    @Test func `cancelling tells everybody who was invited (ICS-11)`() async throws {
        let world = try await world()

        let change = try await world.events.move(.kyiv, to: .cancelled, reason: "no funds")

        #expect(change.mails == 2)
        let message = try #require(try await world.outbox().last)
        #expect(message.purpose == .cancellation)
        let calendar = try await world.post.file(message.id).content?.letter.calendar
        #expect(calendar?.method == .cancel)
        #expect(calendar?.text.contains("SEQUENCE:1") == true)
        let invitation = try await world.invitations.file(.ada, to: .kyiv).line.invitation
        #expect(invitation.cancelledAt == world.clock.now)
    }

    @Test func `who declined or was never invited hears nothing`() async throws {
        let world = try await world()
        try await world.nominate(.alan)
        _ = try await world.invitations.answer(.declined, from: .ada, to: .kyiv, by: .mail)

        let change = try await world.events.move(.kyiv, to: .cancelled, reason: "no funds")

        #expect(change.mails == 1)
        #expect(try await world.mail(to: .alan).isEmpty)
        #expect(try await world.mail(to: .ada) == ["invitation sent"])
    }

    @Test(arguments: [Event.Status.held, .cancelled])
    func `putting the entry of a past event right mails nobody`(status: Event.Status)
        async throws
    {
        let world = try await world()
        _ = try await world.events.move(.kyiv, to: status, reason: "", telling: false)

        let change = try await world.events.edit(.kyiv) { $0.venue = "Hall 1" }

        #expect(change.mails == 0)
    }

    @Test func `what doesn't concern guests is not told`() async throws {
        let world = try await world()

        let change = try await world.events.edit(.kyiv) {
            $0.capacity = 40
            $0.description = "for the report"
        }

        #expect(change.mails == 0)
    }

    @Test func `a change can be made without telling`() async throws {
        let world = try await world()

        let change = try await world.events.edit(.kyiv, telling: false) { $0.venue = "Hall 1" }

        #expect(change.mails == 0)
        #expect(try await world.outbox().count == 2)
    }

    @Test func `postponing is told as a change`() async throws {
        let world = try await world()

        let change = try await world.events.move(.kyiv, to: .postponed, reason: "snow")

        #expect(change.mails == 2)
        #expect(try await world.outbox().last?.purpose == .change)
    }
}

/// Invitations that have not arrived when the event changes.
@Suite struct OvertakenInvitationTests {
    /// Ada's invitation is in the outbox.
    private func world() async throws -> World {
        let world = try await World()
        try await world.event()
        try await world.nominate(.ada)
        try await world.invite()
        return world
    }

    @Test func `an unsent invitation is replaced by one that says how things are now`()
        async throws
    {
        let world = try await world()

        let change = try await world.events.edit(.kyiv) { $0.dates = .octoberWeekend }

        #expect(change.mails == 1)
        #expect(try await world.mail(to: .ada) == ["invitation cancelled", "invitation queued"])
        let message = try #require(try await world.outbox().last)
        let letter = try await world.post.file(message.id).content?.letter
        #expect(letter?.plain.contains("2011-10-01/2011-10-02") == true)
    }

    @Test func `an invitation that a server put off is replaced as well`() async throws {
        let world = try await world()
        try await world.deliver(by: RecordingMailer([.retry]))

        _ = try await world.events.edit(.kyiv) { $0.dates = .octoberWeekend }

        #expect(try await world.mail(to: .ada) == ["invitation cancelled", "invitation queued"])
    }

    @Test func `one that may have arrived is followed by the change`() async throws {
        let world = try await world()
        try await world.deliver(by: RecordingMailer([.unknown]))

        _ = try await world.events.edit(.kyiv) { $0.dates = .octoberWeekend }

        #expect(try await world.mail(to: .ada) == ["invitation cancelled", "change queued"])
        try await world.deliver()
        #expect(try await world.registration(of: .ada).invited)
    }

    @Test func `who has heard of nothing needs no cancellation`() async throws {
        let world = try await world()

        let change = try await world.events.move(.kyiv, to: .cancelled, reason: "no funds")

        #expect(change.mails == 0)
        #expect(try await world.mail(to: .ada) == ["invitation cancelled"])
    }

    @Test func `no invitation leaves for an event that was cancelled without telling (BOX-10)`()
        async throws
    {
        let world = try await world()
        _ = try await world.events.move(.kyiv, to: .cancelled, reason: "", telling: false)

        let report = try await world.deliver(by: RecordingMailer([]))

        #expect(report.sent == 0)
        #expect(try await world.outbox().map(\.reply) == ["the event was cancelled"])
    }

    @Test(arguments: [Standing.declined, .withdrawn, .rejected])
    func `no invitation leaves for somebody who is off the list by then (BOX-10)`(
        standing: Standing
    ) async throws {
        let world = try await world()
        try await world.move(.ada, to: standing)

        try await world.deliver(by: RecordingMailer([]))

        #expect(try await world.mail(to: .ada) == ["invitation cancelled"])
    }
}
