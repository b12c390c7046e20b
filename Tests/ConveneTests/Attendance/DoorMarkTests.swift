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

    @Test func `an account that may not see anybody marks nobody`() async throws {
        let world = try await world()
        let viewer = try await world.account(as: .viewer)

        let results = try await world.office.attendanceSheet(viewer).take(
            [DoorMark(.present, .ada, takenAt: at(0))], at: .kyiv, session: 1)

        #expect(results.map(\.word) == ["access.denied"])
        #expect(try await world.attendance.log(.kyiv).isEmpty)
    }

    @Test func `an account that may see people but not mark them marks nobody`() async throws {
        let world = try await world()
        let focalPoint = try await world.account(as: .focalPoint, country: "KZ")

        await expect(refusal: .accessDenied) {
            try await world.office.attendanceSheet(focalPoint).take(
                [DoorMark(.present, .ada, takenAt: at(0))], at: .kyiv, session: 1)
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
