import Convene
import ConveneTestSupport
import Testing

@Suite struct GuestDeskTests {
    private func invited() async throws -> (World, String) {
        let world = try await World()
        try await world.openEvent(capacity: 1)
        try await world.nominate(.ada)
        try await world.invite()
        return (world, try #require(try await world.token(of: .ada)))
    }

    @Test func `an answer comes with what its giver needs`() async throws {
        let (world, token) = try await invited()
        let questions = try await world.ask()

        let report = try await world.office.guestDesk.answer(
            .accepted,
            Particulars(
                access: "A ramp", consents: true, answers: [questions[0].id: ["Bus"]]),
            token: token)

        #expect(report.line.registration.standing == .confirmed)
        let sheet = try await world.office.guestDesk.sheet(token)
        #expect(sheet.needs?.access == "A ramp")
        #expect(sheet.answers.map(\.value) == ["Bus"])
        let audit = try await world.audit.latest(limit: 3)
        #expect(audit.allSatisfy { $0.actor == Actor(kind: .link, name: "P1") })
    }

    @Test func `looking changes nothing (LNK-1)`() async throws {
        let (world, token) = try await invited()
        let before = try await world.audit.verify()

        for _ in 1...2 { _ = try await world.office.guestDesk.sheet(token) }

        #expect(try await world.audit.verify() == before)
        #expect(try await world.invitations.file(.ada, to: .kyiv).answers.isEmpty)
    }

    @Test func `without consent nothing is answered`() async throws {
        let (world, token) = try await invited()

        await expect(refusal: .consentMissing) {
            try await world.office.guestDesk.answer(.accepted, Particulars(), token: token)
        }

        #expect(try await world.standing(of: .ada) == .invited)
    }

    @Test func `own data are corrected; the registration keeps what was true then`() async throws {
        let (world, token) = try await invited()

        try await world.office.guestDesk.correct(token: token, organisation: "Museum of Samples") {
            $0.country = Country(code: "KG")
        }

        #expect(try await world.people.person(.ada).country?.code == "KG")
        let file = try await world.people.file(.ada)
        #expect(file.organisation?.name == "Museum of Samples")
        #expect(try await world.registration(of: .ada).country?.code == "KZ")
    }

    @Test func `whoever withdraws gives the seat to whoever has waited longest`() async throws {
        let (world, token) = try await invited()
        _ = try await world.office.guestDesk.answer(
            .accepted, Particulars(consents: true), token: token)
        try await world.register(.grace)

        for _ in 1...2 { try await world.office.guestDesk.withdraw(token: token) }

        #expect(try await world.standing(of: .ada) == .withdrawn)
        #expect(try await world.standing(of: .grace) == .confirmed)
    }

    @Test func `when the event is over the link leads nowhere (LNK-2)`() async throws {
        let (world, token) = try await invited()
        world.clock.move(days: 60)

        await expect(refusal: .invitationUnknown) {
            try await world.office.guestDesk.sheet(token)
        }
    }
}
