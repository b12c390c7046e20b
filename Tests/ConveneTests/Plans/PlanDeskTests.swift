import Convene
import ConveneTestSupport
import Testing

import struct FoundationEssentials.Date

@Suite struct PlanDeskTests {
    /// The case's plan on 15 January 2022.
    private func world() async throws -> World {
        let world = try await World()
        try await world.plan()
        world.clock.move(to: Date(timeIntervalSince1970: 1_642_204_800))
        return world
    }

    private func codes(_ filter: PlanFilter, in world: World) async throws -> [String] {
        try await world.plans.list(filter).map(\.activity.code)
    }

    @Test func `steps are ticked with their day and by whom, and make the state`() async throws {
        let world = try await world()

        let first = try await world.plans.tick(.microscience, .numbers([2]), on: .on("2021-09-10"))
        let rest = try await world.plans.tick(.microscience, .all)

        #expect([first.changed, first.unchanged] == [1, 0])
        #expect(first.activity.state == .underWay)
        #expect([rest.changed, rest.unchanged] == [2, 1])
        let activity = try await world.activity(.microscience)
        #expect(activity.state == .done)
        #expect(activity.doneOn == Day("2022-01-15"))
        #expect(
            activity.steps.map(\.done) == [
                Tick(on: .on("2022-01-15"), by: world.officer),
                Tick(on: .on("2021-09-10"), by: world.officer),
                Tick(on: .on("2022-01-15"), by: world.officer),
            ])
    }

    @Test(arguments: [StepChoice.unsaid, .all])
    func `an activity without steps is ticked as a whole`(choice: StepChoice) async throws {
        let world = try await world()

        let report = try await world.plans.tick(.visit, choice, on: .on("2021-05-01"))

        #expect(report.activity.state == .done)
        #expect(try await world.activity(.visit).done?.on == Day("2021-05-01"))
        await expect(refusal: .stepUnknown) { try await world.plans.tick(.visit, .numbers([1])) }
    }

    @Test func `a tick once more changes nothing, but another day mends it`() async throws {
        let world = try await world()
        _ = try await world.plans.tick(.visit, .unsaid, on: .on("2021-05-01"))
        let entries = try await world.plans.file(.visit).history.count

        let again = try await world.plans.tick(.visit, .unsaid)
        let mended = try await world.plans.tick(.visit, .unsaid, on: .on("2021-05-02"))

        #expect([again.changed, mended.changed] == [0, 1])
        #expect(try await world.activity(.visit).done?.on == Day("2021-05-02"))
        #expect(try await world.plans.file(.visit).history.count == entries + 1)
    }

    @Test func `nothing is done on a day that is still to come`() async throws {
        let world = try await world()

        await expect(refusal: .dayInvalid) {
            try await world.plans.tick(.visit, .unsaid, on: .on("2022-01-16"))
        }

        #expect(try await world.activity(.visit).state == .planned)
    }

    @Test func `a tick is taken back with a reason, which the history keeps`() async throws {
        let world = try await world()
        _ = try await world.plans.tick(.microscience, .all)

        let report = try await world.plans.untick(.microscience, .numbers([3]), reason: "put off")

        #expect(report.changed == 1)
        let file = try await world.plans.file(.microscience)
        #expect(file.line.activity.state == .underWay)
        #expect(file.history.map(\.act).prefix(3) == [.untick, .tick, .add])
        #expect(file.history[0].details.contains("put off"))
        await expect(refusal: .reasonMissing) {
            try await world.plans.untick(.microscience, .all, reason: "")
        }
    }

    @Test(
        arguments: [
            ("2021-10-31", []), ("2021-11-01", ["2021-7"]), ("2021-11-30", ["2021-7"]),
            ("2021-12-01", ["2021-7", "2021-11"]),
        ] as [(String, [String])])
    func `an activity is overdue from the day after its term`(day: String, overdue: [String])
        async throws
    {
        let world = try await world()

        let codes = try await codes(PlanFilter(overdueOn: .on(day)), in: world)

        #expect(codes == overdue)
    }

    @Test func `what was done later was overdue before`() async throws {
        let world = try await world()
        _ = try await world.plans.tick(.microscience, .all, on: .on("2021-11-20"))

        let before = try await codes(PlanFilter(overdueOn: .on("2021-11-19")), in: world)
        let after = try await codes(PlanFilter(overdueOn: .on("2021-11-20")), in: world)

        #expect(before == ["2021-7"])
        #expect(after == [])
    }

    @Test func `a step's own term makes its activity overdue`() async throws {
        let world = try await world()
        _ = try await world.plans.tick(.conference, .numbers([1]), on: .on("2022-01-10"))

        let lines = try await world.plans.list(
            PlanFilter(year: 2023, overdueOn: .on("2023-04-15")))

        let line = try #require(lines.first { $0.activity.code == "2023-9" })
        #expect(line.lateness?.steps == [2])
        #expect(line.lateness?.since == Day("2023-04-01"))
        #expect(line.lateness?.isWhole == false)
        #expect(line.activity.nextDue == Day("2023-03-31"))
    }

    @Test(
        arguments: [
            (PlanFilter.Condition.planned, 13), (.underWay, 1), (.open, 14), (.done, 1),
            (.dropped, 1), (.overdue, 14),
        ])
    func `activities are listed by state and year`(
        condition: PlanFilter.Condition, count: Int
    ) async throws {
        let world = try await world()
        _ = try await world.plans.tick(.visit, .unsaid)
        _ = try await world.plans.tick(.microscience, .numbers([1]))
        _ = try await world.plans.set(
            dropped: true, ActivityMention("2021-12"), reason: "put off by the hosts")

        let codes = try await codes(PlanFilter(year: 2021, condition: condition), in: world)

        #expect(codes.count == count)
    }

    @Test func `a dropped activity is taken up again with its ticks`() async throws {
        let world = try await world()
        _ = try await world.plans.tick(.microscience, .numbers([1]))
        _ = try await world.plans.set(dropped: true, .microscience, reason: "no kits")

        let activity = try await world.plans.set(
            dropped: false, .microscience, reason: "kits have come")

        #expect(activity.state == .underWay)
        await expect(refusal: .reasonMissing) {
            try await world.plans.set(dropped: true, .microscience, reason: "")
        }
    }

    @Test func `events carry activities out, and are taken from them`() async throws {
        let world = try await world()
        for code in [Code.kyiv, .baku] { try await world.event(code) }

        let linked = try await world.plans.link(.microscience, to: [.kyiv, .baku, .kyiv])
        let freed = try await world.plans.unlink(.microscience, from: [.kyiv])

        #expect(Set(linked.events) == [.kyiv, .baku])
        #expect(freed.events == [.baku])
        #expect(try await world.plans.file(.microscience).events.map(\.code) == [.baku])
        #expect(
            try await world.plans.file(.microscience).history.prefix(3).map(\.act)
                == [.unlink, .link, .link])
        await expect(refusal: .eventUnknown) {
            try await world.plans.link(.microscience, to: [.baku, Code("nowhere")])
        }
    }

    @Test(
        arguments: [
            "2023-9", " 2023/9 ", "2023.9", "museums/2023-9", "museums/2023/9", "MUSEUMS/2023-9",
        ])
    func `an activity is named by year and number, and its programme`(name: String) async throws {
        let world = try await world()

        let activity = try await world.activity(ActivityMention(name))

        #expect(activity.code == "2023-9")
    }

    @Test(arguments: ["", "9", "2023", "2023-", "2023-0", "2023-99", "conference", "2023-9-1"])
    func `what names no activity is not found`(name: String) async throws {
        let world = try await world()

        await expect(refusal: .activityUnknown) {
            try await world.plans.file(ActivityMention(name))
        }
    }
}
