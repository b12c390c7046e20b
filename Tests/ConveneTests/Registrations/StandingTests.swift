import Convene
import ConveneTestSupport
import FoundationEssentials
import Testing

@Suite struct StandingTests {
    /// Where a registration may go from each standing; it may always stay.
    private static let moves: [Standing: Set<Standing>] = [
        .nominated: [.invited, .waitlisted, .confirmed, .declined, .withdrawn, .rejected],
        .invited: [.waitlisted, .confirmed, .declined, .withdrawn, .rejected],
        .waitlisted: [.confirmed, .declined, .withdrawn, .rejected],
        .confirmed: [.waitlisted, .declined, .withdrawn, .rejected],
        .declined: [.nominated, .invited, .waitlisted, .confirmed],
        .withdrawn: [.nominated, .invited, .waitlisted, .confirmed],
        .rejected: [.nominated, .invited, .waitlisted, .confirmed],
    ]

    @Test(arguments: moves.keys.sorted { $0.rawValue < $1.rawValue }, Standing.allCases)
    func `a registration moves as the table says`(from: Standing, to: Standing) async throws {
        let world = try await World()
        // One seat, which is taken, so that whoever is to wait has something to wait for.
        try await world.event(capacity: from == .confirmed || to == .confirmed ? 2 : 1)
        try await world.register(.grace)
        try await world.nominate(.ada)
        if from == .waitlisted, to == .confirmed {
            try await world.register(.alan)
            try await world.move(.ada, to: .waitlisted)
            try await world.move(.alan, to: .withdrawn)
            #expect(try await world.standing(of: .ada) == .confirmed)
            return
        }
        if from != .nominated { try await world.move(.ada, to: from) }

        if from == to || Self.moves[from]?.contains(to) == true {
            let report = try await world.move(.ada, to: to)

            #expect(report.changed.count + report.unchanged.count == 1)
            #expect((report.unchanged.count == 1) == (from == to))
        } else {
            await expect(refusal: .registrationStanding) { try await world.move(.ada, to: to) }
            #expect(try await world.standing(of: .ada) == from)
        }
    }

    @Test func `every change is kept with its actor and reason`() async throws {
        let world = try await World()
        try await world.event()
        try await world.nominate(.ada)
        world.clock.move(hours: 1)
        try await world.move(.ada, to: .confirmed, reason: "the ministry says so")
        world.clock.move(hours: 1)
        let other = try await world.account(as: .organiser)

        _ = try await world.office.registrationDesk(other).move(
            [.ada], at: .kyiv, to: .withdrawn, reason: "ill")

        let history = try await world.registrations.file(.ada, at: .kyiv).history
        #expect(history.map(\.standing) == [.nominated, .confirmed, .withdrawn])
        #expect(history.map(\.reason) == ["", "the ministry says so", "ill"])
        #expect(history.map(\.actor) == [world.officer, world.officer, other])
        #expect(history.map { $0.at.timeIntervalSince(WorldClock.start) } == [0, 3600, 7200])
    }

    @Test func `who is rejected is told why`() async throws {
        let world = try await World()
        try await world.event()
        try await world.nominate(.ada)

        await expect(refusal: .registrationStanding) {
            try await world.move(.ada, to: .rejected, reason: "")
        }
    }

    @Test func `of several people all are moved or none`() async throws {
        let world = try await World()
        try await world.event()
        try await world.nominate(.ada)
        try await world.register(.grace)

        await expect(refusal: .registrationStanding) {
            try await world.move(.ada, .grace, to: .invited)
        }

        #expect(try await world.standing(of: .ada) == .nominated)
    }

    @Test func `a cancelled event's list stays as it was`() async throws {
        let world = try await World()
        try await world.event(capacity: 1)
        try await world.register(.ada, .grace)
        _ = try await world.events.move(.kyiv, to: .cancelled, reason: "")

        await expect(refusal: .eventStatus) { try await world.move(.ada, to: .withdrawn) }
    }
}
