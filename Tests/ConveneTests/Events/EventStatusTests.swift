import Convene
import ConveneTestSupport
import Testing

@Suite struct EventStatusTests {
    /// Where an event may go from each status; it may always stay.
    private static let moves: [Event.Status: Set<Event.Status>] = [
        .planned: [.open, .closed, .held, .postponed, .cancelled],
        .open: [.closed, .held, .postponed, .cancelled],
        .closed: [.open, .held, .postponed, .cancelled],
        .held: [.closed],
        .postponed: [.planned, .open, .closed, .held, .cancelled],
        .cancelled: [],
    ]

    @Test(arguments: Event.Status.allCases, Event.Status.allCases)
    func `an event moves as the table says`(from: Event.Status, to: Event.Status) async throws {
        let world = try await World()
        try await world.event()
        _ = try await world.events.move(.kyiv, to: from, reason: "")
        if from == .postponed {
            _ = try await world.events.edit(.kyiv) { $0.dates = .octoberWeek }
        }

        if from == to || Self.moves[from]?.contains(to) == true {
            let change = try await world.events.move(.kyiv, to: to, reason: "so it came")

            #expect(change.event.status == to)
        } else {
            await expect(refusal: .eventStatus) {
                try await world.events.move(.kyiv, to: to, reason: "")
            }
        }
    }

    @Test func `each move is written down with its reason and who made it`() async throws {
        let world = try await World()
        try await world.event()
        world.clock.move(days: 1)

        _ = try await world.events.move(.kyiv, to: .open, reason: "funds came")

        let history = try await world.events.file(.kyiv).history
        #expect(history.map(\.status) == [.planned, .open])
        #expect(history.last?.reason == "funds came")
        #expect(history.last?.actor == world.officer)
        #expect(history.last?.at == world.clock.now)
    }

    @Test func `staying where it is writes nothing down`() async throws {
        let world = try await World()
        try await world.event()

        _ = try await world.events.move(.kyiv, to: .planned, reason: "")

        #expect(try await world.events.file(.kyiv).history.count == 1)
    }

    @Test func `an event without dates can't have been held`() async throws {
        let world = try await World()
        try await world.event(dates: nil)

        await expect(refusal: .eventNoDates) {
            try await world.events.move(.kyiv, to: .held, reason: "")
        }
    }

    @Test func `postponing takes the dates away, and sessions that are as they came`() async throws
    {
        let world = try await World()
        try await world.event(dates: nil, term: Term("2011-10-03/2011-10-07"))

        let postponed = try await world.events.move(.kyiv, to: .postponed, reason: "snow").event

        #expect(postponed.dates == nil)
        #expect(postponed.term == nil)
        #expect(try await world.sessions.list(.kyiv).isEmpty)
    }

    @Test func `postponing keeps a term that says less than the days`() async throws {
        let world = try await World()
        try await world.event(term: Term("2011"))

        let postponed = try await world.events.move(.kyiv, to: .postponed, reason: "snow").event

        #expect(postponed.term?.text == "2011")
    }

    @Test func `what has been attended can't be postponed`() async throws {
        let world = try await World()
        try await world.event()
        try await world.register(.ada)
        try await world.mark(.ada, sessions: [1])

        await expect(refusal: .sessionMarked) {
            try await world.events.move(.kyiv, to: .postponed, reason: "snow")
        }

        #expect(try await world.events.event(.kyiv).dates == .octoberWeek)
        #expect(try await world.sessions.list(.kyiv).count == 5)
    }

    @Test func `the preview of a move tells what it would do`() async throws {
        let world = try await World()
        try await world.event()
        try await world.nominate(.ada, .grace, .alan)
        try await world.invite(.people([.ada, .grace]))
        try await world.deliver()
        try await world.invite()

        #expect(try await world.events.preview(.kyiv, to: .open).mails == 0)
        #expect(try await world.events.preview(.kyiv, to: .cancelled).mails == 2)
        #expect(try await world.events.preview(.kyiv, to: .cancelled, telling: false).mails == 0)
        #expect(try await world.events.event(.kyiv).status == .planned)
        #expect(try await world.mail(to: .alan) == ["invitation queued"])
    }
}
