import Convene
import ConveneTestSupport
import Testing

/// The figures of design.md §2 against a world that was counted by hand.
///
///     Kyiv (5 days)   Ada KZ f     invited, confirmed, present on 4 of 5 days
///                     Grace KZ f   confirmed, present on 1 day
///                     Alan UA m    confirmed, excused throughout
///                     Edsger UA m  withdrawn after he was present
///                     Sophie – –   confirmed, present on all days
///     Baku (2 days)   Ada KZ f     confirmed, present on both days
///                     Кирилл KZ m  waits
@Suite struct FigureDeskTests {
    private func world() async throws -> World {
        let world = try await World()
        let programme = try await world.programme(targets: [
            .init(measure: .events(.regionalTraining), goal: 8),
            .init(measure: .countries, goal: 10), .init(measure: .people, goal: 40),
            .init(measure: .women, goal: 20),
        ])
        let stage = try await world.programme(Code("museums-1"), stageOf: programme)
        try await world.event(of: stage)
        try await world.event(.baku, kind: .seminar, dates: .octoberWeekend, capacity: 1)
        try await world.nominate(.ada)
        try await world.invite(.people([.ada]))
        try await world.deliver()
        try await world.move(.ada, to: .confirmed)
        try await world.register(.grace, .alan, .edsger, .sophie)
        try await world.mark(.ada, sessions: [1, 2, 3, 4])
        try await world.mark(.grace, .edsger, sessions: [1])
        try await world.mark(.alan, as: .excused, sessions: [1, 2, 3, 4, 5])
        try await world.mark(.sophie, sessions: [1, 2, 3, 4, 5])
        try await world.move(.edsger, to: .withdrawn)
        try await world.register(.ada, .kirill, at: .baku)
        try await world.mark(.ada, at: .baku, sessions: [1, 2])
        return world
    }

    @Test func `the total counts as the definitions say`() async throws {
        let figures = try await world().figures.figures(FigureRequest())

        let total = figures.total
        #expect(total.registrations == 7)
        #expect(total.invited == 1)
        #expect(total.confirmed == 5)
        #expect(total.attended == 4)
        #expect(total.completed == 3)
        #expect(total.people == 3)
        #expect(total.rate == 0.8)
        #expect([total.female, total.male, total.other, total.undisclosed] == [3, 0, 0, 1])
        #expect(total.women == 1)
        #expect(figures.rows.isEmpty)
    }

    @Test(arguments: FigureQuery.Dimension.allCases.filter { $0 != .session })
    func `rows add up to the total, whatever they are told apart by`(
        dimension: FigureQuery.Dimension
    ) async throws {
        let figures = try await world().figures.figures(FigureRequest(by: [dimension]))

        var sum = Measures()
        for row in figures.rows { sum += row.measures }
        sum.people = figures.total.people
        #expect(sum == figures.total)
    }

    @Test func `a country that nobody knows is never dropped, and comes last`() async throws {
        let figures = try await world().figures.figures(FigureRequest(by: [.country]))

        #expect(figures.rows.map(\.keys[0].code) == ["KZ", "UA", nil])
        #expect(figures.rows.map(\.keys[0].name) == ["Kazakhstan", "Ukraine", "not known"])
        #expect(figures.rows.map(\.measures.attended) == [3, 0, 1])
        #expect(figures.rows.map(\.measures.people) == [2, 0, 1])
    }

    @Test func `undisclosed is an answer, and never dropped`() async throws {
        let figures = try await world().figures.figures(FigureRequest(by: [.gender]))

        let attended = Dictionary(
            uniqueKeysWithValues: figures.rows.map { ($0.keys[0].code, $0.measures.attended) })
        #expect(attended == ["female": 3, "male": 0, "undisclosed": 1])
    }

    @Test func `a cross-tab has margins whose people are counted anew`() async throws {
        let figures = try await world().figures.figures(FigureRequest(by: [.country, .event]))

        #expect(figures.rows.count == 4)
        #expect(figures.margins.map(\.count) == [3, 2])
        let byEvent = figures.margins[1]
        #expect(byEvent.map(\.keys[0].code) == ["baku-2011", "kyiv-2011"])
        #expect(byEvent.map(\.measures.people) == [1, 3])
        #expect(figures.total.people == 3)
        #expect(figures.peopleInSeveralRows == 1)
    }

    @Test(
        arguments: [
            (FigureRequest(events: [.kyiv]), 5), (FigureRequest(programmes: [.museums]), 5),
            (FigureRequest(kind: .seminar), 2), (FigureRequest(role: .trainer), 0),
            (FigureRequest(from: Day("2011-10-02")), 5), (FigureRequest(to: Day("2011-10-02")), 2),
            (FigureRequest(events: [.kyiv, .baku]), 7),
        ])
    func `only what is asked for is counted`(request: FigureRequest, registrations: Int)
        async throws
    {
        let figures = try await world().figures.figures(request)

        #expect(figures.total.registrations == registrations)
    }

    @Test func `old figures don't move when a person does`() async throws {
        let world = try await world()
        _ = try await world.people.edit(.ada) {
            $0.country = Country(code: "UA")
            $0.gender = .other
        }

        let figures = try await world.figures.figures(FigureRequest(by: [.country, .gender]))

        let ada = figures.rows.first { $0.keys.map(\.code) == ["KZ", "female"] }
        #expect(ada?.measures.attended == 3)
    }

    @Test func `heads are counted apart, by each event's fullest session`() async throws {
        let world = try await world()
        for (session, number) in [(1, 120), (2, 200)] {
            _ = try await world.attendance.count(
                number, country: nil, gender: nil, at: .kyiv, session: .numbers([session]))
        }

        let figures = try await world.figures.figures(FigureRequest())

        #expect(figures.headCounts.map(\.number) == [200])
        #expect(figures.headCounts.map(\.event) == ["kyiv-2011"])
        #expect(figures.total.attended == 4)
    }

    @Test func `a programme's targets stand beside what its stages reached`() async throws {
        let world = try await world()
        _ = try await world.events.move(.kyiv, to: .held, reason: "")

        let results = try await world.figures.results(of: .museums)

        #expect(results.lines.map(\.target.goal) == [8, 10, 40, 20])
        #expect(results.lines.map(\.reached) == [1, 1, 3, 2])
        #expect([results.planned, results.held] == [1, 1])
        #expect(results.total.people == 3)
    }

    @Test func `an event counts towards a target when it was held`() async throws {
        let results = try await world().figures.results(of: .museums)

        #expect(results.lines.map(\.reached) == [0, 0, 0, 0])
        #expect(results.lines.map(\.planned) == [1, nil, nil, nil])
        #expect([results.planned, results.held] == [1, 0])
        #expect(results.attendedAhead == [.kyiv])
        #expect(results.total == Measures())
    }

    @Test func `a programme's countries that nobody has come from are named`() async throws {
        let world = try await world()
        _ = try await world.events.move(.kyiv, to: .held, reason: "")
        _ = try await world.programmes.edit(.museums) { programme in
            programme.countries = ["KZ", "UZ"].compactMap { Country(code: $0) }
        }

        let results = try await world.figures.results(of: .museums)

        #expect(results.countriesToCome.map(\.code) == ["UZ"])
        #expect(results.attendedAhead == [])
    }

    @Test func `figures of nothing are nothing`() async throws {
        let world = try await World()

        let figures = try await world.figures.figures(FigureRequest(by: [.country]))

        #expect(figures.total == Measures())
        #expect(figures.total.rate == nil)
        #expect(figures.total.women == nil)
        #expect(figures.rows.isEmpty)
    }

    @Test func `what is asked for has to be there`() async throws {
        let world = try await World()

        await expect(refusal: .eventUnknown) {
            try await world.figures.figures(FigureRequest(events: [.kyiv]))
        }
        await expect(refusal: .programmeUnknown) {
            try await world.figures.results(of: .museums)
        }
    }
}
