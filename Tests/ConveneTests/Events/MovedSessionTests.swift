import Convene
import ConveneTestSupport
import Testing

/// Sessions that somebody has worked out, when the dates of their event move.
@Suite struct MovedSessionTests {
    private let nextWeek = ClosedRange.days(15_257, 15_261)

    /// Five days; the second is a site visit with its hours, which does not count.
    private func world() async throws -> World {
        let world = try await World()
        try await world.event()
        _ = try await world.sessions.edit(2, of: .kyiv) { session in
            session.title = "Site visit"
            session.starts = TimeOfDay("09:00")
            session.ends = TimeOfDay("12:30")
            session.counts = false
        }
        return world
    }

    private func expectSiteVisit(on day: String, in world: World) async throws {
        let visit = try await world.sessions.session(2, of: .kyiv)
        #expect(visit.day.text == day)
        #expect(visit.title == "Site visit")
        #expect([visit.starts?.text, visit.ends?.text] == ["09:00", "12:30"])
        #expect(!visit.counts)
    }

    @Test func `each moves with its day, as it is`() async throws {
        let world = try await world()
        let before = try await world.sessions.list(.kyiv)

        _ = try await world.events.edit(.kyiv) { $0.dates = nextWeek }

        let after = try await world.sessions.list(.kyiv)
        #expect(after.map(\.id) == before.map(\.id))
        #expect(after.map(\.number) == Array(1...5))
        #expect(after.map(\.day) == before.map { $0.day.adding(days: 7) })
        try await expectSiteVisit(on: "2011-10-11", in: world)
    }

    @Test func `fewer days take the plain ones, and more days get theirs`() async throws {
        let world = try await world()

        _ = try await world.events.edit(.kyiv) { $0.dates = .days(15_248, 15_249) }
        #expect(try await world.sessions.list(.kyiv).count == 2)
        _ = try await world.events.edit(.kyiv) { $0.dates = .days(15_251, 15_253) }

        #expect(
            try await world.sessions.list(.kyiv).map(\.day.text)
                == ["2011-10-04", "2011-10-05", "2011-10-06"])
        try await expectSiteVisit(on: "2011-10-05", in: world)
    }

    @Test func `dates that leave no day for one that was worked out are refused`() async throws {
        let world = try await world()

        let problem = await expect(refusal: .sessionOutside) {
            try await world.events.edit(.kyiv) { $0.dates = .days(15_257, 15_257) }
        }

        #expect(problem?.message.contains("2 (2011-10-04, 09:00–12:30, “Site visit”)") == true)
        #expect(try await world.events.event(.kyiv).dates == .octoberWeek)
        try await expectSiteVisit(on: "2011-10-04", in: world)
    }

    @Test func `they are kept over a postponement, and move to the new dates`() async throws {
        let world = try await world()
        try await world.nominate(.ada)
        try await world.invite()
        try await world.deliver()

        _ = try await world.events.move(.kyiv, to: .postponed, reason: "snow")
        #expect(try await world.lastLetter(to: .ada)?.calendar?.method == .cancel)
        _ = try await world.events.edit(.kyiv) { $0.dates = nextWeek }
        _ = try await world.events.move(.kyiv, to: .open, reason: "")

        #expect(try await world.sessions.list(.kyiv).count == 5)
        try await expectSiteVisit(on: "2011-10-11", in: world)
    }

    @Test func `what is kept while there are no dates is no news and stands on no board`()
        async throws
    {
        let world = try await world()
        _ = try await world.events.move(.kyiv, to: .open, reason: "")
        try await world.nominate(.ada)
        try await world.invite()
        try await world.deliver()
        _ = try await world.events.edit(.kyiv) { $0.dates = nil }
        try await world.deliver()

        let change = try await world.sessions.remove(1, of: .kyiv)

        #expect(change.mails == 0)
        #expect(change.sessions.count == 4)
        #expect(try await world.office.noticeBoard.notice(.kyiv).sessions.isEmpty)
    }

    @Test func `where attendance was taken they stay on their days`() async throws {
        let world = try await world()
        try await world.register(.ada)
        try await world.mark(.ada, sessions: [1])

        _ = try await world.events.edit(.kyiv) { $0.dates = .days(15_249, 15_254) }

        let sessions = try await world.sessions.list(.kyiv)
        #expect(sessions.map(\.number) == Array(1...6))
        #expect(sessions[2].title == "Site visit")
        #expect(sessions[2].day.text == "2011-10-04")
        await expect(refusal: .sessionMarked) {
            try await world.events.edit(.kyiv) { $0.dates = nextWeek }
        }
    }
}
