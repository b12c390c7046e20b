import Convene
import ConveneTestSupport
import Testing

@Suite struct OutcomeDeskTests {
    /// Two outcomes of Kyiv, one of Baku; it is 1 September 2011.
    private func world() async throws -> World {
        let world = try await World()
        let programme = try await world.programme()
        try await world.event(.kyiv, kind: .expertMeeting, of: programme)
        try await world.event(.baku, dates: .octoberWeekend)
        _ = try await world.outcomes.add(
            "Draft a curriculum", to: .kyiv, due: Term("August 2011"), responsible: "Commissions")
        _ = try await world.outcomes.add("Meet again", to: .kyiv, due: Term("2011-09-01"))
        _ = try await world.outcomes.add("Report", to: .baku)
        return world
    }

    private func codes(
        event: Code? = nil, programme: Code? = nil, _ condition: OutcomeCondition? = nil,
        in world: World
    ) async throws -> [String] {
        try await world.outcomes.list(event: event, programme: programme, condition: condition)
            .map(\.code)
    }

    @Test func `outcomes are numbered by event, and listed by it and its programme`() async throws {
        let world = try await world()

        #expect(
            try await codes(in: world) == ["baku-2011/1", "kyiv-2011/1", "kyiv-2011/2"])
        #expect(try await codes(event: .baku, in: world) == ["baku-2011/1"])
        #expect(
            try await codes(programme: .museums, in: world) == ["kyiv-2011/1", "kyiv-2011/2"])
        #expect(try await codes(event: .baku, programme: .museums, in: world) == [])
    }

    @Test func `an outcome is overdue from the day after its term, until it is done`() async throws
    {
        let world = try await world()

        let before = try await codes(.overdue, in: world)
        world.clock.move(days: 1)
        let after = try await codes(.overdue, in: world)
        _ = try await world.outcomes.close([OutcomeMention("2")])

        #expect(before == ["kyiv-2011/1"])
        #expect(after == ["kyiv-2011/1", "kyiv-2011/2"])
        #expect(try await codes(.overdue, in: world) == ["kyiv-2011/1"])
        #expect(try await codes(.open, in: world) == ["baku-2011/1", "kyiv-2011/1"])
        #expect(try await codes(.done, in: world) == ["kyiv-2011/2"])
    }

    @Test func `a follow-up has its day, its actor and its note`() async throws {
        let world = try await world()

        let lines = try await world.outcomes.close(
            [OutcomeMention("kyiv-2011/1"), OutcomeMention("kyiv-2011/2")],
            on: .on("2011-08-20"), note: "printed")

        #expect(lines.map(\.outcome.followUp) == ["printed", "printed"])
        #expect(lines[0].outcome.done == Tick(on: .on("2011-08-20"), by: world.officer))
        await expect(refusal: .dayInvalid) {
            try await world.outcomes.close([OutcomeMention("2")], on: .on("2011-09-02"))
        }
    }

    @Test func `an outcome is opened again with a reason, and keeps its note`() async throws {
        let world = try await world()
        _ = try await world.outcomes.close([OutcomeMention("2")], note: "agreed")

        let lines = try await world.outcomes.reopen([OutcomeMention("2")], reason: "cancelled")

        #expect(lines.map(\.outcome.done) == [nil])
        #expect(lines.map(\.outcome.followUp) == ["agreed"])
        #expect(try await world.audit.latest(limit: 1).first?.details.contains("cancelled") == true)
        await expect(refusal: .reasonMissing) {
            try await world.outcomes.reopen([OutcomeMention("2")], reason: " ")
        }
    }

    @Test func `one unknown among several leaves all as they were`() async throws {
        let world = try await world()

        await expect(refusal: .outcomeUnknown) {
            try await world.outcomes.close(
                ["kyiv-2011/1", "kyiv-2011/9"].map { OutcomeMention($0) })
        }

        #expect(try await codes(.done, in: world) == [])
    }

    @Test func `the same outcome twice is one`() async throws {
        let world = try await world()

        let line = try await world.outcomes.add(" Report ", to: .baku)

        #expect(line.code == "baku-2011/1")
        #expect(try await codes(event: .baku, in: world).count == 1)
    }

    @Test func `an outcome is edited, and never left without words`() async throws {
        let world = try await world()

        let line = try await world.outcomes.edit(OutcomeMention("baku-2011/1")) {
            $0.wording = "Report by spring"
            $0.followUp = "begun"
        }

        #expect(line.outcome.wording == "Report by spring")
        #expect(line.outcome.done == nil)
        await expect(refusal: .valueInvalid) {
            try await world.outcomes.edit(OutcomeMention("baku-2011/1")) { $0.wording = " " }
        }
        await expect(refusal: .valueInvalid) { try await world.outcomes.add("", to: .kyiv) }
    }

    @Test func `an event that was cancelled has no outcomes`() async throws {
        let world = try await world()
        _ = try await world.events.move(.kyiv, to: .cancelled, reason: "")

        await expect(refusal: .eventStatus) { try await world.outcomes.add("Try again", to: .kyiv) }
    }

    @Test(arguments: ["x", "1/2/3", "", "kyiv-2011/", "7"])
    func `what names no outcome is not found`(name: String) async throws {
        let world = try await world()

        await expect(refusal: .outcomeUnknown) {
            try await world.outcomes.close([OutcomeMention(name)])
        }
    }
}
