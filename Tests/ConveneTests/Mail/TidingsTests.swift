import Convene
import ConveneTestSupport
import Testing

/// What people hear of how they stand, when, and when not.
@Suite struct TidingsTests {
    /// An event of one seat; Ada, Grace and Alan are invited, and their invitations have arrived.
    private func world(seats: Int? = 1) async throws -> World {
        let world = try await World()
        try await world.event(capacity: seats)
        try await world.nominate(.ada, .grace, .alan)
        try await world.invite()
        try await world.deliver()
        return world
    }

    private func accept(_ person: PersonMention, by channel: Invitation.Channel, in world: World)
        async throws
    {
        _ = try await world.invitations.answer(.accepted, from: person, to: .kyiv, by: channel)
    }

    @Test(arguments: [Invitation.Channel.link, .mail, .calendar])
    func `who accepts is told of a seat, or of the waiting list`(channel: Invitation.Channel)
        async throws
    {
        let world = try await world()

        try await accept(.ada, by: channel, in: world)
        try await accept(.grace, by: channel, in: world)

        #expect(try await world.mail(to: .ada) == ["invitation sent", "confirmation queued"])
        #expect(try await world.mail(to: .grace) == ["invitation sent", "waiting-list queued"])
    }

    @Test(arguments: [Invitation.Channel.telephone, .letter])
    func `whose answer an officer takes down is told if the officer wants it`(
        channel: Invitation.Channel
    ) async throws {
        let world = try await world(seats: nil)

        try await accept(.ada, by: channel, in: world)
        let report = try await world.invitations.answer(
            .accepted, from: [.grace], to: .kyiv, by: channel, telling: true)

        #expect(report.map(\.isTold) == [true])
        #expect(try await world.mail(to: .ada) == ["invitation sent"])
        #expect(try await world.mail(to: .grace) == ["invitation sent", "confirmation queued"])
    }

    @Test func `the same answer twice is told once, and a refusal is not told`() async throws {
        let world = try await world()

        for _ in 1...2 { try await accept(.ada, by: .link, in: world) }
        _ = try await world.invitations.answer(.declined, from: .grace, to: .kyiv, by: .link)

        #expect(try await world.mail(to: .ada) == ["invitation sent", "confirmation queued"])
        #expect(try await world.mail(to: .grace) == ["invitation sent"])
    }

    @Test func `who is confirmed already and accepts hears that it is so`() async throws {
        let world = try await World()
        try await world.event()
        try await world.register(.ada)
        try await world.invite(.all)
        try await world.deliver()

        try await accept(.ada, by: .link, in: world)

        #expect(try await world.mail(to: .ada) == ["invitation sent", "confirmation queued"])
    }

    @Test func `a freed seat is offered to whoever has waited longest, whoever freed it`()
        async throws
    {
        let world = try await world()
        for person in [PersonMention.ada, .grace, .alan] {
            try await accept(person, by: .link, in: world)
        }
        try await world.deliver()

        _ = try await world.invitations.answer(.declined, from: .ada, to: .kyiv, by: .link)
        try await world.move(.grace, to: .withdrawn)

        #expect(
            try await world.mail(to: .grace) == [
                "invitation sent", "waiting-list sent", "seat-offered queued",
            ])
        #expect(
            try await world.mail(to: .alan) == [
                "invitation sent", "waiting-list sent", "seat-offered queued",
            ])
    }

    @Test func `news that were not sent are overtaken by later ones`() async throws {
        let world = try await world()
        try await accept(.ada, by: .link, in: world)
        try await accept(.grace, by: .link, in: world)

        _ = try await world.events.edit(.kyiv) { $0.capacity = 2 }

        #expect(
            try await world.mail(to: .grace) == [
                "invitation sent", "waiting-list cancelled", "seat-offered queued",
            ])
    }

    @Test func `a confirmation does not leave when it is not true any more (BOX-10)`() async throws
    {
        let world = try await world(seats: nil)
        try await accept(.ada, by: .link, in: world)
        try await world.move(.ada, to: .withdrawn)

        try await world.deliver(by: RecordingMailer([]))

        #expect(try await world.mail(to: .ada) == ["invitation sent", "confirmation cancelled"])
    }

    @Test(arguments: [Standing.confirmed, .withdrawn, .rejected])
    func `what an officer decides is told if the officer wants it`(standing: Standing)
        async throws
    {
        let world = try await world(seats: nil)

        let silent = try await world.move(.ada, to: standing)
        let told = try await world.registrations.move(
            [.grace], at: .kyiv, to: standing, reason: "no visa", telling: true)

        let purpose = [
            .confirmed: "confirmation", .withdrawn: "cancellation",
            Standing.rejected: "cancellation",
        ][standing]
        #expect(silent.mails == 0)
        #expect(told.mails == 1)
        #expect(try await world.mail(to: .ada) == ["invitation sent"])
        #expect(
            try await world.mail(to: .grace) == ["invitation sent", "\(purpose ?? "") queued"])
    }

    @Test func `who is taken off the list has the entry taken out of their calendar (ICS-11)`()
        async throws
    {
        let world = try await world()

        _ = try await world.registrations.move(
            [.ada], at: .kyiv, to: .withdrawn, reason: "no visa", telling: true)

        let message = try #require(try await world.outbox().last)
        let calendar = try await world.post.file(message.id).content?.letter.calendar
        #expect(calendar?.method == .cancel)
        #expect(calendar?.text.contains("SEQUENCE:1") == true)
    }

    @Test func `who comes back has an entry again, under a higher revision (ICS-9)`() async throws {
        let world = try await world(seats: nil)
        for standing in [Standing.withdrawn, .confirmed] {
            _ = try await world.registrations.move(
                [.ada], at: .kyiv, to: standing, reason: "no visa", telling: true)
        }

        let invitation = try await world.invitations.file(.ada, to: .kyiv).line.invitation

        #expect(invitation.sequence == 2)
        #expect(invitation.cancelledAt == nil)
    }

    @Test func `who is registered can be told, and was not invited by that`() async throws {
        let world = try await World()
        try await world.event(capacity: 1)

        for draft in [PersonDraft.ada, .grace] {
            _ = try await world.registrations.enter(draft, at: .kyiv, as: .registeredAndTold)
        }
        try await world.deliver()

        #expect(try await world.mail(to: .ada) == ["confirmation sent"])
        #expect(try await world.mail(to: .grace) == ["waiting-list sent"])
        #expect(try await world.registration(of: .ada).invited == false)
    }

    @Test func `nobody hears of an event that is over`() async throws {
        let world = try await world()
        world.clock.move(days: 60)

        try await world.move(.ada, to: .confirmed)
        try await world.move(.grace, to: .waitlisted)
        let report = try await world.registrations.move(
            [.ada], at: .kyiv, to: .withdrawn, reason: "was ill", telling: true)

        #expect(report.movedUp.map(\.person.name.given) == ["Grace"])
        #expect(report.mails == 0)
        #expect(try await world.outbox().count == 3)
    }

    @Test func `an office without mail follows answers, and says so when it is to tell`()
        async throws
    {
        let world = try await World(letterhead: nil)
        try await world.event(capacity: 1)
        try await world.register(.ada, .grace)

        let report = try await world.move(.ada, to: .withdrawn)
        await expect(refusal: .mailNotSet) {
            try await world.registrations.move(
                [.ada], at: .kyiv, to: .waitlisted, reason: "", telling: true)
        }

        #expect(report.movedUp.count == 1)
        #expect(try await world.standing(of: .ada) == .withdrawn)
    }

    @Test func `a waiting confirmation is replaced when the event changes`() async throws {
        let world = try await world(seats: nil)
        try await accept(.ada, by: .link, in: world)

        _ = try await world.events.edit(.kyiv) { $0.dates = .octoberWeekend }

        #expect(
            try await world.mail(to: .ada) == [
                "invitation sent", "confirmation cancelled", "confirmation queued",
            ])
    }

    @Test func `a link is good until the event is over (LNK-2)`() async throws {
        let world = try await World()
        try await world.event()
        try await world.nominate(.ada)
        try await world.invite()
        let token = try #require(try await world.post.file(Message.ID(1)).content?.secret)

        world.clock.move(days: 36)
        _ = try await world.invitations.answer(.tentative, token: token)
        world.clock.move(days: 1)

        await expect(refusal: .invitationUnknown) {
            try await world.invitations.answer(.accepted, token: token)
        }
    }
}
