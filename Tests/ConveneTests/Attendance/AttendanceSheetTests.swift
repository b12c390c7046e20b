import Convene
import ConveneTestSupport
import Testing

@Suite struct AttendanceSheetTests {
    @Test func `a correction is a new entry of the log, and the latest counts`() async throws {
        let world = try await World()
        try await world.event()
        try await world.register(.ada)
        try await world.mark(.ada, sessions: [1])
        world.clock.move(hours: 1)

        _ = try await world.attendance.mark(
            .absent, [.ada], at: .kyiv, sessions: .numbers([1]), method: .sheet,
            reason: "left at once")

        let log = try await world.attendance.log(.kyiv, session: 1)
        #expect(log.map(\.mark.mark) == [.present, .absent])
        #expect(log.last?.mark.method == .sheet)
        #expect(log.last?.mark.reason == "left at once")
        #expect(log.last?.mark.actor == world.officer)
        #expect(log.last?.mark.at == world.clock.now)
        #expect(try await world.registration(of: .ada).attended == false)
    }

    @Test func `the same mark again writes nothing`() async throws {
        let world = try await World()
        try await world.event()
        try await world.register(.ada)
        try await world.mark(.ada, sessions: [1, 2])

        let report = try await world.mark(.ada, .ada, sessions: [2, 2, 3])

        #expect(report.marked == 1)
        #expect(report.unchanged == 3)
        #expect(try await world.attendance.log(.kyiv).count == 3)
    }

    @Test func `all means everybody who is confirmed, at every session`() async throws {
        let world = try await World()
        try await world.event(capacity: 2)
        try await world.register(.ada, .grace, .alan)
        try await world.nominate(.sophie)

        let report = try await world.attendance.mark(.present, nil, at: .kyiv, sessions: .all)

        #expect(report.marked == 10)
        let sheet = try await world.attendance.sheet(.kyiv)
        #expect(sheet.lines.map(\.person.name.given) == ["Ada", "Grace"])
        #expect(sheet.marks.values.allSatisfy { $0.count == 5 })
    }

    @Test func `all of nobody is refused`() async throws {
        let world = try await World()
        try await world.event()
        try await world.nominate(.ada)

        await expect(refusal: .attendanceNobody) {
            try await world.attendance.mark(.present, nil, at: .kyiv, sessions: .all)
        }
    }

    @Test(arguments: [Standing.nominated, .waitlisted, .declined, .withdrawn, .rejected])
    func `only those who are confirmed attend`(standing: Standing) async throws {
        let world = try await World()
        try await world.event(capacity: 1)
        try await world.register(.grace)
        try await world.nominate(.ada)
        try await world.move(.ada, to: standing)

        await expect(refusal: .attendanceNotConfirmed) {
            try await world.mark(.grace, .ada, sessions: [1])
        }

        #expect(try await world.attendance.log(.kyiv).isEmpty)
    }

    @Test func `one of several sessions has to be named`() async throws {
        let world = try await World()
        try await world.event()
        try await world.register(.ada)

        let problem = await expect(refusal: .attendanceSession) {
            try await world.attendance.mark(.present, [.ada], at: .kyiv, sessions: .only)
        }

        #expect(problem?.details.count == 5)
    }

    @Test func `the only session needs no name`() async throws {
        let world = try await World()
        try await world.event(dates: .days(15_250, 15_250))
        try await world.register(.ada)

        let report = try await world.attendance.mark(
            .present, [.ada], at: .kyiv, sessions: .only)

        #expect(report.sessions.map(\.number) == [1])
    }

    @Test(arguments: Event.Status.allCases)
    func `attendance is taken by status, never by the date`(status: Event.Status) async throws {
        let world = try await World()
        try await world.event()
        try await world.register(.ada)
        _ = try await world.events.move(.kyiv, to: status, reason: "")

        if [.postponed, .cancelled].contains(status) {
            await expect(refusal: .eventStatus) { try await world.mark(.ada, sessions: [1]) }
        } else {
            #expect(try await world.mark(.ada, sessions: [1]).marked == 1)
        }
    }

    @Test func `an event without dates has nothing to attend`() async throws {
        let world = try await World()
        try await world.event(dates: nil)
        try await world.register(.ada)

        await expect(refusal: .eventNoDates) { try await world.mark(.ada, sessions: [1]) }
    }

    @Test func `the second of two counts of heads counts`() async throws {
        let world = try await World()
        try await world.event()
        let kazakhstan = Country(code: "KZ")
        for number in [200, 180] {
            _ = try await world.attendance.count(
                number, country: kazakhstan, gender: .female, at: .kyiv, session: .numbers([1]))
        }
        _ = try await world.attendance.count(
            20, country: nil, gender: nil, at: .kyiv, session: .numbers([1]))

        let counts = try await world.attendance.sheet(.kyiv).headCounts

        #expect(counts.map(\.number).sorted() == [20, 180])
    }

    @Test(arguments: [-1, 1_000_001])
    func `heads are counted within reason`(number: Int) async throws {
        let world = try await World()
        try await world.event()

        await expect(refusal: .headCountInvalid) {
            try await world.attendance.count(
                number, country: nil, gender: nil, at: .kyiv, session: .numbers([1]))
        }
    }

    @Test func `heads are counted at one session`() async throws {
        let world = try await World()
        try await world.event()

        await expect(refusal: .headCountInvalid) {
            try await world.attendance.count(
                20, country: nil, gender: nil, at: .kyiv, session: .all)
        }
    }
}
