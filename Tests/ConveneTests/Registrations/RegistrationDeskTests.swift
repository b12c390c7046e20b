import Convene
import ConveneTestSupport
import Testing

@Suite struct RegistrationDeskTests {
    @Test func `registered people are confirmed while there are seats, then they wait`()
        async throws
    {
        let world = try await World()
        try await world.event(capacity: 2)

        let lines = try await world.register(.ada, .grace, .alan)

        #expect(lines.map(\.registration.standing) == [.confirmed, .confirmed, .waitlisted])
        #expect(try await world.events.file(.kyiv).seatsTaken == 2)
    }

    @Test func `who runs the event takes no seat`() async throws {
        let world = try await World()
        try await world.event(capacity: 1)
        try await world.register(.ada, .grace, role: .trainer)
        try await world.register(.kirill, role: .interpreter)

        let line = try await world.register(.alan).first

        #expect(line?.registration.standing == .confirmed)
        #expect(try await world.events.file(.kyiv).seatsTaken == 1)
    }

    @Test(arguments: Role.allCases)
    func `a full event still has room for those who take no seat`(role: Role) async throws {
        let world = try await World()
        try await world.event(capacity: 1)
        try await world.register(.ada)

        let line = try await world.register(.grace, role: role).first

        #expect(line?.registration.standing == (role.takesSeat ? .waitlisted : .confirmed))
    }

    @Test func `a freed seat goes to whoever has waited longest`() async throws {
        let world = try await World()
        try await world.event(capacity: 1)
        for draft in [PersonDraft.ada, .grace, .alan] {
            try await world.register(draft)
            world.clock.move(minutes: 1)
        }

        let report = try await world.move(.ada, to: .withdrawn)

        #expect(report.movedUp.map(\.person.name.given) == ["Grace"])
        #expect(try await world.standing(of: .grace) == .confirmed)
        #expect(try await world.standing(of: .alan) == .waitlisted)
    }

    @Test func `of those who came in the same moment the first entered is first`() async throws {
        let world = try await World()
        try await world.event(capacity: 1)
        try await world.register(.ada, .kirill, .alan)

        let report = try await world.move(.ada, to: .withdrawn)

        #expect(report.movedUp.map(\.person.name.given) == ["Кирилл"])
    }

    @Test func `more seats go to those who wait, no seats to nobody`() async throws {
        let world = try await World()
        try await world.event(capacity: 1)
        try await world.register(.ada, .grace, .alan)

        let change = try await world.events.edit(.kyiv) { $0.capacity = 2 }

        #expect(change.movedUp == 1)
        #expect(try await world.standing(of: .grace) == .confirmed)
        #expect(try await world.standing(of: .alan) == .waitlisted)
    }

    @Test func `without a limit nobody waits any more`() async throws {
        let world = try await World()
        try await world.event(capacity: 1)
        try await world.register(.ada, .grace, .alan)

        #expect(try await world.events.edit(.kyiv) { $0.capacity = nil }.movedUp == 2)
    }

    @Test func `fewer seats take nobody's away`() async throws {
        let world = try await World()
        try await world.event(capacity: 2)
        try await world.register(.ada, .grace)

        _ = try await world.events.edit(.kyiv) { $0.capacity = 1 }

        #expect(try await world.events.file(.kyiv).seatsTaken == 2)
        #expect(try await world.register(.alan).first?.registration.standing == .waitlisted)
    }

    @Test func `a full event confirms nobody more`() async throws {
        let world = try await World()
        try await world.event(capacity: 1)
        try await world.register(.ada)
        try await world.nominate(.grace)

        await expect(refusal: .eventFull) { try await world.move(.grace, to: .confirmed) }

        #expect(try await world.standing(of: .grace) == .nominated)
    }

    @Test func `somebody is at an event once`() async throws {
        let world = try await World()
        try await world.event()
        try await world.register(.ada)

        let problem = await expect(refusal: .registrationExists) {
            try await world.registrations.enter([.ada], at: .kyiv, as: .nominated)
        }

        #expect(problem?.message.contains("Ada Example (P1)") == true)
        #expect(try await world.registrations.list(.kyiv).count == 1)
    }

    @Test func `of a list of people all are registered or none`() async throws {
        let world = try await World()
        try await world.event()
        try await world.register(.ada)
        try await world.person(.grace)

        await expect(refusal: .registrationExists) {
            try await world.registrations.enter([.grace, .ada], at: .kyiv, as: .registered)
        }

        #expect(try await world.registrations.list(.kyiv).map(\.person.id) == [Person.ID(1)])
    }

    @Test func `a new entry with a known address is the same person`() async throws {
        let world = try await World()
        try await world.event()
        try await world.event(.baku, dates: .octoberWeekend)
        try await world.register(.ada)

        try await world.register(.ada, at: .baku)

        #expect(try await world.people.list(country: nil).count == 1)
    }

    @Test(arguments: Event.Status.allCases)
    func `an event takes people by its status, never by the date`(status: Event.Status)
        async throws
    {
        let world = try await World()
        try await world.event()
        world.clock.move(days: 1000)
        _ = try await world.events.move(.kyiv, to: status, reason: "")

        if [.closed, .cancelled].contains(status) {
            await expect(refusal: .eventStatus) { try await world.register(.ada) }
        } else {
            #expect(try await world.register(.ada).count == 1)
        }
    }

    @Test func `people can be listed before there are dates`() async throws {
        let world = try await World()
        try await world.event(dates: nil)

        try await world.nominate(.ada)

        #expect(try await world.standing(of: .ada) == .nominated)
    }

    @Test func `a registration keeps what was true when it was made`() async throws {
        let world = try await World()
        try await world.event()
        try await world.register(.ada)

        _ = try await world.people.edit(.ada, organisation: "Museum of Samples") {
            $0.country = Country(code: "UA")
            $0.stakeholder = .museum
        }

        let registration = try await world.registration(of: .ada)
        #expect(registration.country == Country(code: "KZ"))
        #expect(registration.stakeholder == .ministry)
        #expect(
            try await world.registrations.list(.kyiv).map(\.organisation) == ["Ministry of Samples"]
        )
    }

    @Test func `who is not on the list is not found there`() async throws {
        let world = try await World()
        try await world.event()
        try await world.person(.ada)

        await expect(refusal: .registrationUnknown) { try await world.move(.ada, to: .confirmed) }
    }
}
