import Convene
import ConveneTestSupport
import Testing

@Suite struct CalendarAnswerTests {
    @Test(arguments: [
        ("ACCEPTED", Standing.confirmed, Invitation.Answer.accepted),
        ("DECLINED", .declined, .declined), ("TENTATIVE", .invited, .tentative),
    ])
    func `an answer from a calendar is followed like any other (ICS-7, ICS-18)`(
        status: String, standing: Standing, answer: Invitation.Answer
    ) async throws {
        let (world, _) = try await World.withSentInvitations()

        let incoming = try await world.fetch(
            try await world.reply(
                from: .guest(1), status, more: "COMMENT:With pleasure\\, both\r\n"))

        #expect(incoming.kind == .answer)
        #expect(incoming.isOpen)
        #expect(incoming.words == "With pleasure, both")
        #expect(try await world.standing(of: .guest(1)) == standing)
        let file = try await world.invitations.file(.guest(1), to: .kyiv)
        #expect(file.answers.map(\.answer) == [answer])
        #expect(file.answers.map(\.channel) == [.calendar])
        #expect(file.answers.map(\.note) == ["With pleasure, both"])
    }

    @Test func `who accepts is told that they have a seat, or that they wait`() async throws {
        let (world, _) = try await World.withSentInvitations(2, seats: 1)

        for guest in 1...2 { try await world.fetch(try await world.reply(from: .guest(guest))) }

        #expect(try await world.standing(of: .guest(1)) == .confirmed)
        #expect(try await world.standing(of: .guest(2)) == .waitlisted)
        #expect(try await world.mail(to: .guest(1)) == ["invitation sent", "confirmation queued"])
        #expect(try await world.mail(to: .guest(2)) == ["invitation sent", "waiting-list queued"])
    }

    @Test func `who declines frees the seat, and who was promised a mail gets one`() async throws {
        let (world, _) = try await World.withSentInvitations(2, seats: 1)
        for guest in 1...2 { try await world.fetch(try await world.reply(from: .guest(guest))) }
        try await world.deliver()
        world.clock.move(hours: 1)

        try await world.fetch(
            try await world.reply(from: .guest(1), "DECLINED", stamp: "20110901T093000Z"))

        #expect(try await world.standing(of: .guest(2)) == .confirmed)
        #expect(
            try await world.mail(to: .guest(2))
                == ["invitation sent", "waiting-list sent", "seat-offered queued"])
    }

    @Test func `a mail about a seat that is not so any more does not leave (BOX-10)`() async throws
    {
        let (world, _) = try await World.withSentInvitations(2, seats: 1)
        for guest in 1...2 { try await world.fetch(try await world.reply(from: .guest(guest))) }
        world.clock.move(hours: 1)
        try await world.fetch(
            try await world.reply(from: .guest(1), "DECLINED", stamp: "20110901T093000Z"))

        try await world.deliver()

        #expect(
            try await world.mail(to: .guest(1)) == ["invitation sent", "confirmation cancelled"])
        #expect(
            try await world.mail(to: .guest(2))
                == ["invitation sent", "waiting-list cancelled", "seat-offered sent"])
    }

    @Test func `the last answer in time wins, in whatever order they are read (ICS-7)`()
        async throws
    {
        let (world, _) = try await World.withSentInvitations()
        world.clock.move(hours: 5)
        let early = try await world.reply(from: .guest(1), "ACCEPTED", stamp: "20110901T100000Z")
        let late = try await world.reply(from: .guest(1), "DECLINED", stamp: "20110901T110000Z")

        let incoming = try await world.fetch(HandedMails(late, early))

        #expect(try await world.standing(of: .guest(1)) == .declined)
        #expect(incoming.map(\.outcome).last == "Not followed: a later answer counts.")
    }

    @Test func `an answer by the link after one by calendar counts, though it is read before`()
        async throws
    {
        let (world, _) = try await World.withSentInvitations()
        let reply = try await world.reply(from: .guest(1), "ACCEPTED", stamp: "20110901T093000Z")
        world.clock.move(hours: 1)
        _ = try await world.invitations.answer(.declined, from: .guest(1), to: .kyiv, by: .link)
        world.clock.move(hours: 1)

        try await world.fetch(reply)

        #expect(try await world.standing(of: .guest(1)) == .declined)
    }

    @Test func `an answer to dates that have changed is for somebody to see (ICS-9)`() async throws
    {
        let (world, _) = try await World.withSentInvitations()
        let reply = try await world.reply(from: .guest(1))
        _ = try await world.events.edit(.kyiv) { $0.dates = .days(15_300, 15_301) }

        let incoming = try await world.fetch(reply)

        #expect(try await world.standing(of: .guest(1)) == .invited)
        #expect(incoming.isOpen)
        #expect(
            incoming.outcome == "Not followed: it answers an earlier version of the invitation.")
    }

    @Test func `a forged answer for another guest changes nothing and is listed (ICS-7)`()
        async throws
    {
        let (world, _) = try await World.withSentInvitations(2)
        let forged = try await world.reply(from: .guest(1), for: "guest2@example.net")

        let incoming = try await world.fetch(forged)

        #expect(try await world.standing(of: .guest(1)) == .invited)
        #expect(try await world.standing(of: .guest(2)) == .invited)
        #expect(incoming.kind == .answer)
        #expect(incoming.isOpen)
        #expect(incoming.outcome.hasPrefix("Not followed: it answers for somebody else"))
    }

    @Test(arguments: ["plain", "foreign", "guess"])
    func `an answer without the invitation's own token is for somebody to see (ICS-7)`(
        way: String
    ) async throws {
        let (world, _) = try await World.withSentInvitations(2)
        let address =
            switch way {
            case "plain": "answers@example.org"
            case "foreign": try await world.answerAddress(of: .guest(2))
            default: "answers+abaaaaaaaaaaaaaaaaaaaaaaaaaa@example.org"
            }

        let incoming = try await world.fetch(try await world.reply(from: .guest(1), to: address))

        #expect(try await world.standing(of: .guest(1)) == .invited)
        #expect(try await world.standing(of: .guest(2)) == .invited)
        #expect(incoming.isOpen)
        #expect(incoming.person == (try await world.people.person(.guest(1)).id))
        #expect(
            incoming.outcome == "Not followed: it came without our token for the invitation to"
                + " kyiv-2011. If it is honest, “convene invitation answer kyiv-2011 P1"
                + " --answer accepted --by mail” enters it.")
    }

    @Test(arguments: [nil, "answers@example.org"])
    func `an answer with an unknown UID changes nothing, and is seen where it has our tag (ICS-7)`(
        address: String?
    ) async throws {
        let (world, _) = try await World.withSentInvitations()

        let incoming = try await world.fetch(
            try await world.reply(
                from: .guest(1), to: address, uid: "0123456789abcdef0123456789abcdef"))

        #expect(try await world.standing(of: .guest(1)) == .invited)
        #expect(incoming.isOpen == (address == nil))
        #expect((incoming.person == nil) == (address != nil))
    }

    @Test func `where addresses have no tags, the entry's secret UID is the token`() async throws {
        let (world, mailer) = try await World.withSentInvitations(letterhead: .example)

        try await world.fetch(try await world.reply(from: .guest(1)))

        #expect(try await world.standing(of: .guest(1)) == .confirmed)
        #expect(mailer.parcels.first?.sender.text == "workshops@example.org")
    }

    @Test func `an invitation keeps the organiser that its first mail had (ICS-6)`() async throws {
        let (before, _) = try await World.withSentInvitations(letterhead: .example)
        let world = World(
            beside: before.store, letterhead: .tagged, clock: before.clock, chance: .seeded(3))
        _ = try await world.events.edit(.kyiv) { $0.title = "Museums and schools" }
        _ = try await world.events.edit(.kyiv) { $0.dates = .days(15_300, 15_301) }

        let letters = try await world.outbox().map(\.id)
            .asyncMap { try await world.post.file($0).content?.letter }

        #expect(letters.count > 1)
        #expect(letters.allSatisfy { $0?.replyTo == nil })
        try await world.fetch(try await world.reply(from: .guest(1)))
        #expect(try await world.standing(of: .guest(1)) == .confirmed)
    }

    @Test func `a counter-proposal is kept for somebody and changes nothing`() async throws {
        let (world, _) = try await World.withSentInvitations()

        let incoming = try await world.fetch(
            try await world.reply(
                from: .guest(1), "TENTATIVE", method: "COUNTER",
                more: """
                    DTSTART;VALUE=DATE:20111010
                    DTEND;VALUE=DATE:20111015
                    COMMENT:A week later would suit us.

                    """))

        #expect(incoming.kind == .counter)
        #expect(incoming.isOpen)
        #expect(incoming.words == "A week later would suit us.")
        #expect(incoming.outcome.contains("20111010 to 20111015"))
        #expect(try await world.standing(of: .guest(1)) == .invited)
        #expect(try await world.invitations.file(.guest(1), to: .kyiv).answers.isEmpty)
    }

    @Test(arguments: ["DELEGATED", "X-LATER"])
    func `what is neither yes nor no is for somebody to see`(status: String) async throws {
        let (world, _) = try await World.withSentInvitations()

        let incoming = try await world.fetch(try await world.reply(from: .guest(1), status))

        #expect(incoming.isOpen)
        #expect(try await world.standing(of: .guest(1)) == .invited)
    }

    @Test(arguments: [Standing.rejected, .withdrawn])
    func `what the rules refuse is kept with the reason, and nothing is half done`(
        standing: Standing
    ) async throws {
        let (world, _) = try await World.withSentInvitations()
        try await world.move(.guest(1), to: standing)

        let incoming = try await world.fetch(try await world.reply(from: .guest(1)))

        #expect(incoming.isOpen)
        #expect(
            incoming.outcome
                == "Not followed: Somebody who is \(standing.rawValue) can't become confirmed.")
        #expect(try await world.standing(of: .guest(1)) == standing)
        #expect(try await world.invitation(of: .guest(1)).answer == nil)
        #expect(try await world.invitations.file(.guest(1), to: .kyiv).answers.isEmpty)
    }

    @Test func `a mail without a return path is followed and not answered (BNC-11)`() async throws {
        let (world, _) = try await World.withSentInvitations()

        try await world.fetch(
            try await world.reply(from: .guest(1), header: "Return-Path: <>\n"))

        #expect(try await world.standing(of: .guest(1)) == .confirmed)
        #expect(try await world.mail(to: .guest(1)) == ["invitation sent"])
    }

    @Test func `an answer from another address of the same person counts`() async throws {
        let (world, _) = try await World.withSentInvitations()
        let second = try EmailAddress("guest.one@example.com")
        _ = try await world.people.edit(.guest(1)) { $0.addresses.append(second) }

        try await world.fetch(try await world.reply(from: .guest(1), for: second.key))

        #expect(try await world.standing(of: .guest(1)) == .confirmed)
    }
}

extension Array {
    fileprivate func asyncMap<T>(_ transform: (Element) async throws -> T) async throws -> [T] {
        var results: [T] = []
        for element in self { results.append(try await transform(element)) }
        return results
    }
}
