import Convene
import ConveneTestSupport
import FoundationEssentials
import Testing

@Suite struct DoorMarkTests {
    private func world() async throws -> World {
        let world = try await World()
        try await world.event()
        try await world.register(.ada, .grace)
        return world
    }

    private func at(_ minutes: Double) -> Date {
        WorldClock.start.addingTimeInterval(minutes * 60)
    }

    @Test func `a mark has the time at which it was taken`() async throws {
        let world = try await world()

        _ = try await world.attendance.take(
            [DoorMark(.present, .ada, takenAt: at(-20))], at: .kyiv, session: 1)

        let line = try #require(try await world.attendance.log(.kyiv).first)
        #expect(line.mark.at == at(-20))
        #expect(line.mark.method == .page)
        #expect(try await world.registration(of: .ada).attended)
    }

    @Test(arguments: [(-30.0, "overtaken"), (-10, "marked")])
    func `of two marks the one that was taken later counts`(minutes: Double, said: String)
        async throws
    {
        let world = try await world()
        _ = try await world.attendance.take(
            [DoorMark(.absent, .ada, takenAt: at(-20))], at: .kyiv, session: 1)

        let results = try await world.attendance.take(
            [DoorMark(.present, .ada, takenAt: at(minutes))], at: .kyiv, session: 1)

        #expect(results.map(\.word) == [said])
        #expect(try await world.registration(of: .ada).attended == (said == "marked"))
    }

    @Test func `an account that may not mark marks nobody`() async throws {
        let world = try await world()
        let accounts = world.office.accountDesk(world.officer)
        let account = try await accounts.add("viewer", as: .viewer).account

        await expect(refusal: .accessDenied) {
            try await world.office.attendanceSheet(account.actor).take(
                [DoorMark(.present, .ada, takenAt: self.at(0))], at: .kyiv, session: 1)
        }
        #expect(try await world.attendance.log(.kyiv).isEmpty)
    }
}

extension DoorResult {
    fileprivate var word: String {
        switch self {
        case .marked: "marked"
        case .unchanged: "unchanged"
        case .overtaken: "overtaken"
        case .refused(let problem): problem.code.rawValue
        }
    }
}
