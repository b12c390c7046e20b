import Convene
import ConveneTestSupport
import Testing

@Suite struct SessionDeskTests {
    @Test func `sessions are numbered by day and time`() async throws {
        let world = try await World()
        try await world.event(dates: .octoberWeekend)
        let day = ClosedRange<Day>.octoberWeekend.lowerBound

        _ = try await world.sessions.edit(1, of: .kyiv) { $0.starts = TimeOfDay("09:00") }
        let sessions = try await world.sessions.add(
            to: .kyiv, day: day, title: "Afternoon", starts: TimeOfDay("14:00"),
            ends: TimeOfDay("17:30")
        ).sessions

        #expect(sessions.map(\.number) == [1, 2, 3])
        #expect(sessions.map(\.title) == ["", "Afternoon", ""])
    }

    @Test(arguments: [-1, 5])
    func `a session lies within the event`(offset: Int) async throws {
        let world = try await World()
        try await world.event()
        let day = ClosedRange<Day>.octoberWeek.lowerBound.adding(days: offset)

        await expect(refusal: .sessionOutside) {
            try await world.sessions.add(to: .kyiv, day: day)
        }
        await expect(refusal: .sessionOutside) {
            try await world.sessions.edit(1, of: .kyiv) { $0.day = day }
        }
    }

    @Test(arguments: [("10:00", "09:00"), ("10:00", "10:00")])
    func `a session ends after it starts`(starts: String, ends: String) async throws {
        let world = try await World()
        try await world.event()

        await expect(refusal: .sessionTimes) {
            try await world.sessions.edit(1, of: .kyiv) { session in
                session.starts = TimeOfDay(starts)
                session.ends = TimeOfDay(ends)
            }
        }
    }

    @Test func `an event without dates has no sessions`() async throws {
        let world = try await World()
        try await world.event(dates: nil)

        await expect(refusal: .eventNoDates) {
            try await world.sessions.add(
                to: .kyiv, day: ClosedRange<Day>.octoberWeek.lowerBound)
        }
    }

    @Test func `a session is parted at a time of its day, and its marks stay with the first part`()
        async throws
    {
        let world = try await World()
        try await world.openEvent()
        try await world.register(.ada)
        try await world.mark(.ada, sessions: [1])
        _ = try await world.sessions.edit(1, of: .kyiv) { session in
            session.starts = TimeOfDay("09:00")
            session.ends = TimeOfDay("17:00")
        }
        let noon = try #require(TimeOfDay("13:00"))

        let sessions = try await world.sessions.split(1, of: .kyiv, at: noon, title: "Afternoon")
            .sessions

        #expect(sessions.prefix(2).map { $0.starts?.text } == ["09:00", "13:00"])
        #expect(sessions.prefix(2).map { $0.ends?.text } == ["13:00", "17:00"])
        #expect(sessions.prefix(2).map(\.title) == ["", "Afternoon"])
        #expect(sessions.map(\.number) == Array(1...6))
        let log = try await world.attendance.log(.kyiv)
        #expect(log.map(\.session.number) == [1])
        await expect(refusal: .sessionTimes) {
            _ = try await world.sessions.split(1, of: .kyiv, at: noon)
        }
    }

    @Test func `a session at which nobody was marked can be removed, and the rest close up`()
        async throws
    {
        let world = try await World()
        try await world.event()

        let sessions = try await world.sessions.remove(2, of: .kyiv).sessions

        #expect(sessions.map(\.number) == [1, 2, 3, 4])
        #expect(sessions[1].day.text == "2011-10-05")
    }

    @Test func `a session at which somebody was marked stays`() async throws {
        let world = try await World()
        try await world.event()
        try await world.register(.ada)
        try await world.mark(.ada, sessions: [2])

        await expect(refusal: .sessionMarked) { try await world.sessions.remove(2, of: .kyiv) }
    }

    @Test func `a session at which heads were counted stays`() async throws {
        let world = try await World()
        try await world.event()
        _ = try await world.attendance.count(
            200, country: nil, gender: nil, at: .kyiv, session: .numbers([1]))

        await expect(refusal: .sessionMarked) { try await world.sessions.remove(1, of: .kyiv) }
    }

    @Test(arguments: [0, 6])
    func `a number that no session has lists those there are`(number: Int) async throws {
        let world = try await World()
        try await world.event()

        let problem = await expect(refusal: .sessionUnknown) {
            try await world.sessions.remove(number, of: .kyiv)
        }

        #expect(problem?.details.count == 5)
        #expect(problem?.details.first == "1  2011-10-03")
    }
}
