import Convene
import ConveneTestSupport
import Testing

@Suite struct ApplicationTests {
    @Test func `whoever registers gets a seat, what they said is kept, and a mail tells them`()
        async throws
    {
        let world = try await World()
        try await world.openEvent()
        let questions = try await world.ask()

        let entrance = try await world.apply(
            .ada,
            Particulars(
                dietary: "No nuts", visaLetter: true, consents: true,
                answers: [questions[0].id: ["Train"]]))

        #expect(entrance == .seat(left: nil))
        let file = try await world.registrations.file(.ada, at: .kyiv)
        #expect(file.line.registration.standing == .confirmed)
        #expect(file.needs?.dietary == "No nuts")
        #expect(file.needs?.visaLetter == true)
        #expect(file.needs?.consentAt == world.clock.now)
        #expect(file.answers.map(\.value) == ["Train"])
        #expect(try await world.mail(to: .ada) == ["confirmation queued"])
    }

    @Test func `when all seats are taken they wait, and are told so before and after`()
        async throws
    {
        let world = try await World()
        try await world.openEvent(capacity: 1)
        try await world.apply(.ada)

        let before = try await world.office.noticeBoard.notice(.kyiv).entrance
        let after = try await world.apply(.grace)

        #expect(before == .waitingList)
        #expect(after == .waitingList)
        #expect(try await world.standing(of: .grace) == .waitlisted)
        #expect(try await world.mail(to: .grace) == ["waiting-list queued"])
    }

    @Test func `where an officer decides, they have applied`() async throws {
        let world = try await World()
        try await world.openEvent(admission: .application)

        let entrance = try await world.apply(.ada)

        #expect(entrance == .application)
        #expect(try await world.standing(of: .ada) == .applied)
        _ = try await world.registrations.move(
            [.ada], at: .kyiv, to: .confirmed, reason: "approved", telling: true)
        #expect(try await world.mail(to: .ada) == ["confirmation queued"])
    }

    @Test func `a known address is answered like a new one, and its person stays as they are`()
        async throws
    {
        let world = try await World()
        try await world.openEvent(capacity: 2)
        try await world.person(.ada)
        var impostor = PersonDraft.edsger
        impostor.person.addresses = PersonDraft.ada.person.addresses

        let known = try await world.apply(impostor)
        let new = try await World().entrance(capacity: 2)

        #expect(known == new)
        #expect(try await world.people.person(.ada).name == PersonDraft.ada.person.name)
        #expect(try await world.standing(of: .ada) == .confirmed)
    }

    @Test func `whoever has a place keeps it and what they said, and is written to once a day`()
        async throws
    {
        let world = try await World()
        try await world.openEvent(capacity: 1)
        try await world.apply(.ada, Particulars(dietary: "No nuts", consents: true))

        for _ in 1...3 {
            let entrance = try await world.apply(.ada, Particulars(consents: true))
            #expect(entrance == .waitingList)
        }

        let file = try await world.registrations.file(.ada, at: .kyiv)
        #expect(file.line.registration.standing == .confirmed)
        #expect(file.needs?.dietary == "No nuts")
        #expect(try await world.mail(to: .ada) == ["confirmation queued"])
        world.clock.move(days: 2)
        try await world.apply(.ada)
        #expect(try await world.mail(to: .ada).count == 2)
    }

    @Test func `whoever was rejected stays so, and learns nothing from the page`() async throws {
        let world = try await World()
        try await world.openEvent()
        try await world.register(.ada)
        try await world.move(.ada, to: .rejected)

        let entrance = try await world.apply(.ada)

        #expect(entrance == .seat(left: nil))
        #expect(try await world.standing(of: .ada) == .rejected)
    }

    @Test func `what was refused leaves nobody behind`() async throws {
        let world = try await World()
        try await world.openEvent()
        try await world.ask(isRequired: true)

        await expect(refusal: .answerMissing) { try await world.apply(.ada) }

        #expect(try await world.people.list(country: nil).isEmpty)
    }

    @Test func `forgetting somebody takes out what they said`() async throws {
        let world = try await World()
        try await world.openEvent()
        let questions = try await world.ask()
        try await world.apply(
            .ada,
            Particulars(
                dietary: "No nuts", consents: true, answers: [questions[0].id: ["Bus"]]))
        try await world.deliver()

        _ = try await world.people.erase(.ada)

        let said = try await world.registrations.said(.kyiv)
        #expect(said.answers.isEmpty)
        #expect(said.needs.isEmpty)
    }
}

extension World {
    /// What a newcomer is told at an event of so many seats.
    fileprivate func entrance(capacity: Int) async throws -> Notice.Entrance {
        try await openEvent(capacity: capacity)
        return try await apply(.alan)
    }
}
