import Convene
import ConveneTestSupport
import Testing

@Suite struct InvitationDeskTests {
    @Test func `the plan says who gets a mail, and who does not and why`() async throws {
        let world = try await World()
        try await world.event()
        try await world.nominate(.ada, .grace, .alan, .jean)
        try await world.register(.kirill)
        try await world.invite(.people([.ada]))
        try await world.move(.alan, to: .declined)

        let plan = try await world.invitations.plan(.all, to: .kyiv)

        let verdicts = Dictionary(
            uniqueKeysWithValues: plan.lines.map { ($0.person.name.given, $0.verdict) })
        #expect(
            verdicts == [
                "Ada": .invitedAlready, "Grace": .invite, "Alan": .notWanted, "Jean": .noAddress,
                "Кирилл": .invite,
            ])
        #expect(plan.count == 2)
    }

    @Test func `inviting moves the nominated and nobody else`() async throws {
        let world = try await World()
        try await world.event()
        try await world.nominate(.ada)
        try await world.register(.grace)

        try await world.invite(.all)

        #expect(try await world.standing(of: .ada) == .invited)
        #expect(try await world.standing(of: .grace) == .confirmed)
    }

    @Test func `the nominated alone can be invited`() async throws {
        let world = try await World()
        try await world.event()
        try await world.nominate(.ada)
        try await world.register(.grace)

        let plan = try await world.invite(.nominated)

        #expect(plan.lines.map(\.person.name.given) == ["Ada"])
    }

    @Test func `somebody who is not on the list is put there, named once or twice`() async throws {
        let world = try await World()
        try await world.event()
        try await world.person(.ada)

        try await world.invite(.people([.ada, PersonMention("Ada Example")]))

        #expect(try await world.standing(of: .ada) == .invited)
        #expect(try await world.mail(to: .ada) == ["invitation queued"])
    }

    @Test func `inviting twice is inviting once (BOX-1)`() async throws {
        let world = try await World()
        try await world.event()
        try await world.nominate(.ada, .grace)

        try await world.invite()
        let second = try await world.invite()

        #expect(second.count == 0)
        #expect(try await world.outbox().count == 2)
    }

    @Test func `two officers who invite at once invite once (BOX-1)`() async throws {
        let world = try await World()
        try await world.event()
        try await world.nominate(.ada, .grace)

        async let one = world.invite()
        async let other = world.invite()
        let invited = try await one.count + other.count

        #expect(invited == 2)
        #expect(try await world.outbox().count == 2)
    }

    @Test func `each mail has a Message-ID and a calendar entry of its own (MSG-3, ICS-8)`()
        async throws
    {
        let world = try await World()
        try await world.event()
        try await world.nominate(.ada, .grace)

        try await world.invite()

        let invitations = try await world.invitations.list(.kyiv).map(\.invitation)
        #expect(Set(invitations.map(\.calendarUID)).count == 2)
        #expect(invitations.map(\.sequence) == [0, 0])
        let messages = try await world.outbox()
        #expect(Set(messages.map(\.headerID)).count == 2)
        #expect(messages.first?.headerID.hasSuffix("@example.org") == true)
    }

    @Test(arguments: Event.Status.allCases)
    func `people are invited while an event is planned or open`(status: Event.Status)
        async throws
    {
        let world = try await World()
        try await world.event()
        try await world.nominate(.ada)
        _ = try await world.events.move(.kyiv, to: status, reason: "")

        if [.planned, .open].contains(status) {
            #expect(try await world.invite().count == 1)
        } else {
            await expect(refusal: .eventStatus) { try await world.invite() }
        }
    }

    @Test func `an invitation says when, if only the year`() async throws {
        let world = try await World()
        try await world.event(dates: nil)
        try await world.nominate(.ada)
        await expect(refusal: .eventNoTerm) { try await world.invite() }

        _ = try await world.events.edit(.kyiv) { $0.term = try Term("2012") }

        #expect(try await world.invite().count == 1)
    }

    @Test func `an office without a sender invites nobody`() async throws {
        let world = try await World(letterhead: nil)
        try await world.event()
        try await world.nominate(.ada)

        await expect(refusal: .mailNotSet) { try await world.invite() }

        #expect(try await world.standing(of: .ada) == .nominated)
    }

    @Test func `a broken template queues nothing at all`() async throws {
        let broken = Problem(.templateFaulty, "The template invitation has a fault.")
        let world = try await World(stationery: PlainStationery(fault: broken))
        try await world.event()
        try await world.nominate(.ada)

        await expect(refusal: .templateFaulty) { try await world.invite() }

        #expect(try await world.standing(of: .ada) == .nominated)
        #expect(try await world.invitations.list(.kyiv).isEmpty)
    }

    @Test func `a sample shows the first letters and writes nothing (BOX-11)`() async throws {
        let world = try await World()
        try await world.event()
        try await world.nominate(.ada, .grace, .alan)

        let sample = try await world.post.sample(
            try Circular(.invitation(.all), note: "Bring a coat."), at: .kyiv, limit: 2)

        #expect(sample.map(\.line.person.name.given) == ["Ada", "Grace"])
        #expect(sample.first?.letter.plain.contains("Bring a coat.") == true)
        #expect(try await world.outbox().isEmpty)
    }

    @Test func `those who were sent an invitation and have not answered are reminded, once`()
        async throws
    {
        let world = try await World()
        try await world.event()
        try await world.nominate(.ada, .grace, .alan, .sophie)
        try await world.invite(.people([.ada, .grace, .alan]))
        try await world.deliver()
        _ = try await world.invitations.answer(.tentative, from: .grace, to: .kyiv, by: .letter)
        try await world.move(.alan, to: .withdrawn)

        _ = try await world.invitations.remind(.kyiv)
        let plan = try await world.invitations.remind(.kyiv)

        let verdicts = Dictionary(
            uniqueKeysWithValues: plan.lines.map { ($0.person.name.given, $0.verdict) })
        #expect(
            verdicts == [
                "Ada": .invite, "Grace": .answered, "Alan": .notWanted, "Sophie": .notInvited,
            ])
        #expect(try await world.mail(to: .ada) == ["invitation sent", "reminder queued"])
    }

    @Test func `a reminder never comes before its invitation`() async throws {
        let world = try await World()
        try await world.event()
        try await world.nominate(.ada)
        try await world.invite()

        let plan = try await world.invitations.planReminders(.kyiv)

        #expect(plan.lines.map(\.verdict) == [.notInvited])
    }
}
