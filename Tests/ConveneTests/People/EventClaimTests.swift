import Convene
import ConveneTestSupport
import Testing

/// Two of one person at one event: which registration stays when they are made one.
@Suite struct EventClaimTests {
    private static let latin = PersonDraft(
        person: Person(
            name: PersonName(stored: "Aigul", family: "Seitova", patronymic: ""), gender: .female,
            country: Country(code: "KZ"), addresses: [EmailAddress(stored: "aigul@example.org")]))
    private static let cyrillic = PersonDraft(
        person: Person(
            name: PersonName(stored: "Айгуль", family: "Сеитова", patronymic: ""),
            gender: .female, country: Country(code: "KZ"),
            addresses: [EmailAddress(stored: "seitova@example.net")]))

    /// Both are invited to Kyiv, and the mails have left.
    private func world(seats: Int? = nil) async throws -> World {
        let world = try await World()
        try await world.event(capacity: seats)
        try await world.nominate(Self.latin, Self.cyrillic)
        try await world.invite()
        try await world.deliver()
        world.clock.move(minutes: 5)
        return world
    }

    private func answer(
        _ answer: Invitation.Answer, from person: PersonMention, in world: World
    ) async throws {
        _ = try await world.invitations.answer(answer, from: person, to: .kyiv, by: .telephone)
        world.clock.move(minutes: 5)
    }

    @Test(arguments: [("P1", "P2"), ("P2", "P1")])
    func `of two invitations the one that was answered stays`(
        kept: PersonMention, gone: PersonMention
    ) async throws {
        let world = try await world()
        try await answer(.accepted, from: "P2", in: world)

        _ = try await world.people.merge(kept, gone)

        let list = try await world.registrations.list(.kyiv).map(\.registration)
        #expect(list.map(\.standing) == [.confirmed])
        #expect(list.map(\.invited) == [true])
        let file = try await world.invitations.file(kept, to: .kyiv)
        #expect(file.line.invitation.answer == .accepted)
        #expect(try await world.figures.figures(FigureRequest()).total.invited == 1)
    }

    @Test func `of two answers the later stays, and the earlier is kept`() async throws {
        let world = try await world()
        try await answer(.accepted, from: "P1", in: world)
        try await answer(.declined, from: "P2", in: world)

        _ = try await world.people.merge("P1", "P2")

        #expect(try await world.standing(of: "P1") == .declined)
        let invitation = try await world.invitations.file("P1", to: .kyiv)
        #expect(invitation.line.invitation.answer == .declined)
        #expect(invitation.answers.map(\.answer) == [.accepted, .declined])
        let file = try await world.registrations.file("P1", at: .kyiv)
        #expect(file.setAside.map(\.registration.standing) == [.confirmed])
        #expect(file.setAside.map(\.registration.person.text) == ["P1"])
    }

    @Test func `of two that were not answered the later stays`() async throws {
        let world = try await World()
        try await world.event()
        for draft in [Self.latin, Self.cyrillic] {
            try await world.nominate(draft)
            try await world.invite(.people([draft.mention]))
            try await world.deliver()
            world.clock.move(minutes: 5)
        }
        let later = try await world.invitations.file("P2", to: .kyiv).line.invitation

        _ = try await world.people.merge("P1", "P2")

        let stays = try await world.invitations.file("P1", to: .kyiv).line.invitation
        #expect(stays.id == later.id)
    }

    @Test func `attendance stays, whatever the other answered`() async throws {
        let world = try await world()
        try await answer(.accepted, from: "P1", in: world)
        try await world.mark("P1", sessions: [1])
        try await answer(.declined, from: "P2", in: world)

        _ = try await world.people.merge("P2", "P1")

        let list = try await world.registrations.list(.kyiv).map(\.registration)
        #expect(list.map(\.standing) == [.confirmed])
        #expect(list.map(\.attended) == [true])
    }

    @Test func `an invitation without an acceptance goes over to what was entered by hand`()
        async throws
    {
        let world = try await World()
        try await world.event()
        try await world.register(Self.latin)
        try await world.nominate(Self.cyrillic)
        try await world.invite(.people([Self.cyrillic.mention]))
        try await world.deliver()
        let before = try await Books(world)

        _ = try await world.people.merge("P1", "P2")
        let file = try await world.registrations.file("P1", at: .kyiv)
        let mended = try await world.office.store.read { try $0.flagsToMend() }
        _ = try await world.people.unmerge("P2")

        #expect(file.line.registration.standing == .confirmed)
        #expect(file.line.registration.invited)
        #expect(file.invitation?.sentAt != nil)
        #expect(mended == 0)
        #expect(try await Books(world) == before)
    }

    @Test(arguments: [Invitation.Answer.accepted, .declined, .tentative])
    func `undone, both invitations are as they were, with their answers`(
        answered: Invitation.Answer
    ) async throws {
        let world = try await world()
        try await answer(.tentative, from: "P1", in: world)
        try await answer(answered, from: "P2", in: world)
        let before = try await Books(world)

        _ = try await world.people.merge("P1", "P2")
        let merged = try await Books(world)
        _ = try await world.people.unmerge("P2")

        #expect(merged != before)
        #expect(try await Books(world) == before)
        #expect(try await world.office.store.read { try $0.flagsToMend() } == 0)
    }

    @Test func `whoever follows the link of either mail answers the one invitation`() async throws {
        let world = try await World()
        try await world.event()
        try await world.nominate(Self.latin, Self.cyrillic)
        try await world.invite()
        let tokens = try await world.outbox().map(\.id).asyncMap { id in
            try await world.office.store.read { try $0.content(of: id)?.secret }
        }
        try await world.deliver()
        _ = try await world.people.merge("P1", "P2")

        for token in tokens {
            _ = try await world.invitations.answer(.accepted, token: try #require(token))
        }

        let answers = try await world.invitations.file("P1", to: .kyiv).answers
        #expect(tokens.count == 2)
        #expect(answers.map(\.answer) == [.accepted, .accepted])
    }

    @Test func `a second invitation that has not left is taken back, until the merge is undone`()
        async throws
    {
        let world = try await World()
        try await world.event()
        try await world.nominate(Self.latin)
        try await world.invite()
        try await world.deliver()
        try await world.nominate(Self.cyrillic)
        world.clock.move(minutes: 5)
        try await world.invite(.people([Self.cyrillic.mention]))

        let plan = try await world.people.merge("P2", "P1")
        let merged = try await world.mail(to: "P2")
        _ = try await world.people.unmerge("P1")

        // The later one stays, and has nothing to fear; the other way round it is taken back.
        #expect(plan.merge.setAside.map(\.takenBack) == [[:]])
        #expect(merged.contains("invitation queued"))

        try await answer(.accepted, from: "P1", in: world)
        _ = try await world.people.merge("P1", "P2")
        let taken = try await world.mail(to: "P1")
        _ = try await world.people.unmerge("P2")

        #expect(taken.contains("invitation cancelled"))
        #expect(try await world.mail(to: "P2") == ["invitation queued"])
        try await world.deliver()
        #expect(try await world.mail(to: "P2") == ["invitation sent"])
    }

    @Test func `a seat that comes free goes to whoever waits, and stays theirs`() async throws {
        let world = try await world(seats: 2)
        try await answer(.accepted, from: "P1", in: world)
        try await answer(.accepted, from: "P2", in: world)
        try await world.register(.ada)

        _ = try await world.people.merge("P1", "P2")
        let moved = try await world.standing(of: .ada)
        let problem = await expect(refusal: .mergeChanged) {
            try await world.people.unmerge("P2")
        }
        _ = try await world.events.edit(.kyiv) { $0.capacity = 3 }
        _ = try await world.people.unmerge("P2")

        #expect(moved == .confirmed)
        #expect(problem?.message.contains("--capacity") == true)
        #expect(try await world.standing(of: "P2") == .confirmed)
    }

    @Test func `answers by calendar go with their invitation, and come back with it`() async throws
    {
        let (world, _) = try await World.withSentInvitations(2)
        for guest in 1...2 {
            world.clock.move(minutes: 5)
            try await world.fetch(world.reply(from: .guest(guest)))
        }
        let before = try await Arrivals(world)

        _ = try await world.people.merge("P2", "P1")
        let merged = try await Arrivals(world)
        _ = try await world.people.unmerge("P1")

        #expect(before.registrations == [1, 2])
        #expect(merged.registrations == [2, 2])
        #expect(merged.stamps.count == 1)
        #expect(try await Arrivals(world) == before)
    }

    @Test func `the export tells of both`() async throws {
        let world = try await world()
        try await answer(.declined, from: "P2", in: world)

        _ = try await world.people.merge("P1", "P2")

        let record = try await world.people.record("P1")
        #expect(record.merged.map(\.name.full) == ["Айгуль Сеитова"])
        #expect(record.setAside.map(\.event.code) == [.kyiv])
    }
}

/// Everything at Kyiv that a merge can change.
private struct Books: Equatable {
    let registrations: [Registration]
    let invitations: [Registration.ID: Invitation]
    let answers: [[InvitationAnswer]]
    let messages: [Message]

    init(_ world: World) async throws {
        registrations = try await world.registrations.list(.kyiv).map(\.registration)
        messages = try await world.outbox()
        (invitations, answers) = try await world.office.store.read { ledger in
            guard let event = try ledger.event(code: .kyiv) else { return ([:], []) }
            let invitations = try ledger.invitations(to: event.id)
            let ids = invitations.values.map(\.id).sorted { $0.rawValue < $1.rawValue }
            return (invitations, try ids.map { try ledger.answers(to: $0) })
        }
    }
}

/// What came back about the two first registrations.
private struct Arrivals: Equatable {
    let registrations: [Int64?]
    let stamps: [CalendarStamp]

    init(_ world: World) async throws {
        let incoming = try await world.inTray.list().map(\.incoming)
        registrations = incoming.sorted { $0.id.rawValue < $1.id.rawValue }
            .map { $0.registration?.rawValue }
        stamps = try await world.office.store.read { ledger in
            try (1...2).compactMap { try ledger.calendarStamp(of: Invitation.ID($0)) }
        }
    }
}

extension PersonDesk {
    @discardableResult
    fileprivate func merge(_ first: PersonMention, _ second: PersonMention) async throws
        -> MergePlan
    {
        try await merge(first, second, taking: [:])
    }
}

extension Sequence where Element: Sendable {
    fileprivate func asyncMap<T>(_ transform: (Element) async throws -> T) async throws -> [T] {
        var mapped: [T] = []
        for element in self { mapped.append(try await transform(element)) }
        return mapped
    }
}
