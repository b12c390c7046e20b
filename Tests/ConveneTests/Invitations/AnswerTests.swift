import Convene
import ConveneTestSupport
import Testing

@Suite struct AnswerTests {
    /// Ada, Grace and Alan are invited to an event of so many seats.
    private func world(seats: Int? = nil) async throws -> World {
        let world = try await World()
        try await world.event(capacity: seats)
        try await world.nominate(.ada, .grace, .alan)
        try await world.invite()
        return world
    }

    @Test(arguments: Invitation.Channel.allCases)
    func `an answer counts by whatever channel it comes`(channel: Invitation.Channel)
        async throws
    {
        let world = try await world()

        let report = try await world.invitations.answer(
            .accepted, from: .ada, to: .kyiv, by: channel, note: "with pleasure")

        #expect(report.line.registration.standing == .confirmed)
        let file = try await world.invitations.file(.ada, to: .kyiv)
        #expect(file.answers.map(\.channel) == [channel])
        #expect(file.answers.map(\.note) == ["with pleasure"])
        #expect(file.line.invitation.answer == .accepted)
    }

    @Test(
        arguments: [
            (Invitation.Answer.accepted, Standing.confirmed), (.declined, .declined),
            (.tentative, .invited),
        ])
    func `an answer moves the standing`(answer: Invitation.Answer, standing: Standing)
        async throws
    {
        let world = try await world()

        _ = try await world.invitations.answer(answer, from: .ada, to: .kyiv, by: .telephone)

        #expect(try await world.standing(of: .ada) == standing)
    }

    @Test func `the last answer in time counts, and all are kept (ICS-18)`() async throws {
        let world = try await world()

        for answer in [Invitation.Answer.accepted, .declined, .accepted] {
            world.clock.move(minutes: 5)
            _ = try await world.invitations.answer(answer, from: .ada, to: .kyiv, by: .mail)
        }

        let file = try await world.invitations.file(.ada, to: .kyiv)
        #expect(file.answers.map(\.answer) == [.accepted, .declined, .accepted])
        #expect(file.line.invitation.answeredAt == world.clock.now)
        #expect(try await world.standing(of: .ada) == .confirmed)
    }

    @Test func `who accepts when all seats are taken waits`() async throws {
        let world = try await world(seats: 1)
        _ = try await world.invitations.answer(.accepted, from: .ada, to: .kyiv, by: .mail)

        let report = try await world.invitations.answer(
            .accepted, from: .grace, to: .kyiv, by: .mail)

        #expect(report.line.registration.standing == .waitlisted)
    }

    @Test func `who declines frees the seat for who waits`() async throws {
        let world = try await world(seats: 1)
        for mention in [PersonMention.ada, .grace] {
            _ = try await world.invitations.answer(.accepted, from: mention, to: .kyiv, by: .mail)
        }

        let report = try await world.invitations.answer(
            .declined, from: .ada, to: .kyiv, by: .telephone)

        #expect(report.movedUp == 1)
        #expect(try await world.standing(of: .grace) == .confirmed)
    }

    @Test func `"perhaps" gives no seat back`() async throws {
        let world = try await world(seats: 1)
        _ = try await world.invitations.answer(.accepted, from: .ada, to: .kyiv, by: .mail)

        _ = try await world.invitations.answer(.tentative, from: .ada, to: .kyiv, by: .mail)

        #expect(try await world.standing(of: .ada) == .confirmed)
    }

    @Test(arguments: [Standing.rejected, .withdrawn])
    func `who was taken off the list can't accept`(standing: Standing) async throws {
        let world = try await world()
        try await world.move(.ada, to: standing)

        await expect(refusal: .registrationStanding) {
            try await world.invitations.answer(.accepted, from: .ada, to: .kyiv, by: .mail)
        }

        #expect(try await world.invitations.file(.ada, to: .kyiv).answers.isEmpty)
    }

    @Test(arguments: [Standing.rejected, .withdrawn])
    func `who was taken off the list takes no seat by saying no, then yes`(standing: Standing)
        async throws
    {
        let world = try await world()
        let token = try #require(try await world.token(of: .ada))
        try await world.move(.ada, to: standing)
        let desk = world.office.guestDesk

        for _ in 1...2 {
            await expect(refusal: .registrationStanding) {
                try await desk.answer(.accepted, Particulars(consents: true), token: token)
            }
            _ = try await desk.answer(.declined, nil, token: token)
        }

        #expect(try await world.standing(of: .ada) == standing)
        let answers = try await world.invitations.file(.ada, to: .kyiv).answers
        #expect(answers.map(\.answer) == [.declined, .declined])
    }

    @Test func `a cancelled event takes no answers`() async throws {
        let world = try await world()
        _ = try await world.events.move(.kyiv, to: .cancelled, reason: "")

        await expect(refusal: .eventStatus) {
            try await world.invitations.answer(.declined, from: .ada, to: .kyiv, by: .mail)
        }
    }

    @Test func `who has no invitation has nothing to answer`() async throws {
        let world = try await world()
        try await world.nominate(.sophie)

        await expect(refusal: .invitationUnknown) {
            try await world.invitations.answer(.accepted, from: .sophie, to: .kyiv, by: .mail)
        }
    }

    @Test func `the link in the mail answers for its person, and only its hash is kept (LNK-2)`()
        async throws
    {
        let world = try await world()
        let mailer = RecordingMailer.willing()
        try await world.deliver(by: mailer)
        let letter = try #require(mailer.parcels.first { $0.recipient.text == "ada@example.org" })
        let token = try #require(letter.token)
        let holder = world.office.invitationDesk(Actor(kind: .link, name: "P1"))

        let report = try await holder.answer(.accepted, token: token)

        #expect(report.line.person.name.given == "Ada")
        #expect(token.count == 32)
        let file = try await world.invitations.file(.ada, to: .kyiv)
        #expect(file.answers.map(\.channel) == [.link])
        try await world.deliver()
        for message in try await world.outbox() {
            #expect(try await world.post.file(message.id).content?.secret == nil)
        }
    }

    @Test(arguments: ["", "wrong", "'; DROP TABLE invitation; --"])
    func `a link that never was leads nowhere`(token: String) async throws {
        let world = try await world()

        await expect(refusal: .invitationUnknown) {
            try await world.invitations.answer(.accepted, token: token)
        }
    }
}

extension Parcel {
    /// The secret at the end of the link in the letter.
    fileprivate var token: String? {
        let text = String(decoding: bytes, as: UTF8.self)
        let link = text.split(whereSeparator: \.isWhitespace)
            .first { $0.hasPrefix("https://workshops.example.org/answer/") }
        return link?.split(separator: "/").last.map(String.init)
    }
}
