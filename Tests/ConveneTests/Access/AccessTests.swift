import Convene
import ConveneTestSupport
import Testing

/// What accounts may do and see, at the desks themselves.
@Suite struct AccessTests {
    /// Two events; Ada (KZ) and Alan (UA) are confirmed at the first.
    private func world() async throws -> World {
        let world = try await World()
        try await world.event()
        try await world.event(.baku, dates: .octoberWeekend)
        try await world.register(.ada, .alan)
        return world
    }

    @Test func `an organiser of one event changes this one only, and leaves no trace elsewhere`()
        async throws
    {
        let world = try await world()
        let aru = try await world.account(as: .organiser, events: [.kyiv])
        let desk = world.office.eventDesk(aru)

        _ = try await desk.edit(.kyiv) { $0.venue = "Hall 1" }
        await expect(refusal: .accessDenied) {
            _ = try await desk.edit(.baku) { $0.venue = "Hall 2" }
        }

        #expect(try await world.events.event(.kyiv).venue == "Hall 1")
        #expect(try await world.events.event(.baku).venue != "Hall 2")
        #expect(try await world.audit.latest(limit: 1).first?.actor == aru)
    }

    @Test func `an organiser of a programme answers for the events of its stages`() async throws {
        let world = try await world()
        let stage = try await world.programme(
            try Code("stage-2"), stageOf: try await world.programme())
        _ = try await world.events.edit(.kyiv) { $0.programme = stage.id }
        let aru = try await world.account(as: .organiser, programmes: [.museums])

        _ = try await world.office.eventDesk(aru).edit(.kyiv) { $0.venue = "Hall 1" }

        #expect(try await world.events.event(.kyiv).venue == "Hall 1")
    }

    @Test func `a focal point nominates their own, and sees nobody else`() async throws {
        let world = try await world()
        let aru = try await world.account(as: .focalPoint, country: "KZ")
        let desk = world.office.registrationDesk(aru)

        _ = try await desk.enter(.grace, at: .kyiv, as: .nominated)
        await expect(refusal: .accessDenied) {
            _ = try await desk.enter(.edsger, at: .kyiv, as: .nominated)
        }
        await expect(refusal: .accessDenied) {
            _ = try await desk.move([.grace], at: .kyiv, to: .confirmed, reason: "")
        }

        #expect(
            try await desk.list(.kyiv).map(\.person.name.given).sorted() == ["Ada", "Grace"])
        let people = world.office.personDesk(aru)
        #expect(try await people.list(country: nil).count == 2)
        #expect(try await people.list(country: Country(code: "UA")).isEmpty)
        #expect(try await people.find("Specimen").isEmpty)
        await expect(refusal: .personUnknown) { _ = try await people.file(.alan) }
        await expect(refusal: .personUnknown) {
            _ = try await people.edit(.alan) { $0.country = Country(code: "KZ") }
        }
        await expect(refusal: .accessDenied) {
            _ = try await people.edit(.ada) { $0.country = Country(code: "UA") }
        }
    }

    @Test func `a desk marks at its event, and does nothing else`() async throws {
        let world = try await world()
        let aru = try await world.account(as: .desk, events: [.kyiv])
        let sheet = world.office.attendanceSheet(aru)
        try await world.register(.kirill, at: .baku)

        _ = try await sheet.mark(
            [.init(.present, [.ada])], at: .kyiv, sessions: .numbers([1]), reason: "")
        await expect(refusal: .accessDenied) {
            _ = try await sheet.mark(
                [.init(.present, nil)], at: .baku, sessions: .all, reason: "")
        }
        await expect(refusal: .accessDenied) { _ = try await sheet.sheet(.baku) }
        await expect(refusal: .accessDenied) {
            _ = try await world.office.personDesk(aru).find("Example")
        }
        await expect(refusal: .accessDenied) {
            _ = try await world.office.registrationDesk(aru).enter(
                .grace, at: .kyiv, as: .registered)
        }

        #expect(try await sheet.sheet(.kyiv).lines.count == 2)
    }

    @Test func `a viewer sees the figures of their events, and no names`() async throws {
        let world = try await world()
        try await world.register(.grace, at: .baku)
        let aru = try await world.account(as: .viewer, events: [.kyiv])
        let figures = world.office.figureDesk(aru)

        let all = try await figures.figures(FigureRequest())

        #expect(all.total.registrations == 2)
        await expect(refusal: .accessDenied) {
            _ = try await figures.figures(FigureRequest(events: [.baku]))
        }
        await expect(refusal: .accessDenied) {
            _ = try await world.office.registrationDesk(aru).list(.kyiv)
        }
        await expect(refusal: .accessDenied) {
            _ = try await world.office.postRoom(aru).list(states: [])
        }
        await expect(refusal: .accessDenied) {
            _ = try await world.office.auditBook(aru).latest(limit: 1)
        }
        await expect(refusal: .accessDenied) {
            _ = try await world.office.eventDesk(aru).edit(.kyiv) { $0.venue = "Hall 1" }
        }
    }

    @Test func `an account that is shut may do nothing from then on`() async throws {
        let world = try await world()
        let aru = try await world.account(as: .admin)
        _ = try await world.accounts.disable("aru")

        await expect(refusal: .accessDenied) {
            _ = try await world.office.eventDesk(aru).edit(.kyiv) { $0.venue = "Hall 1" }
        }
        await expect(refusal: .accessDenied) {
            _ = try await world.office.registrationDesk(aru).list(.kyiv)
        }
    }

    @Test func `the last admin can't shut themselves out, but the terminal can`() async throws {
        let world = try await world()
        let aru = try await world.account(as: .admin)

        await expect(refusal: .accountLastAdmin) {
            _ = try await world.office.accountDesk(aru).disable("aru")
        }
        _ = try await world.accounts.disable("aru")

        #expect(try await world.accounts.account("aru").account.disabledAt != nil)
    }
}
