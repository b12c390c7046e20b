import Convene
import ConveneTestSupport
import Testing

@Suite struct ProgrammeDeskTests {
    @Test func `a programme is found by its code, in whichever case`() async throws {
        let world = try await World()
        let target = Programme.Target(measure: .events(.regionalTraining), goal: 8)
        try await world.programme(targets: [target])

        let found = try await world.programmes.programme(try Code("MUSEUMS"))

        #expect(found.title == "Programme museums")
        #expect(found.targets == [target])
    }

    @Test func `a code is given once`() async throws {
        let world = try await World()
        try await world.programme()

        await expect(refusal: .programmeExists) { try await world.programme() }
    }

    @Test func `an edit can't take the code of another`() async throws {
        let world = try await World()
        try await world.programme()
        try await world.programme(Code("other"))

        await expect(refusal: .programmeExists) {
            try await world.programmes.edit(Code("other")) { $0.code = .museums }
        }
    }

    @Test func `a stage's events are its programme's as well`() async throws {
        let world = try await World()
        let whole = try await world.programme()
        let stage = try await world.programme(Code("museums-1"), stageOf: whole)
        try await world.event(of: stage)

        let events = try await world.events.list(programme: .museums)

        #expect(events.map(\.event.code) == [.kyiv])
        #expect(events.map(\.programme) == [try Code("museums-1")])
    }

    @Test(arguments: ["museums", "museums-1", "museums-2"])
    func `no programme is a stage of itself or of one of its stages`(parent: String) async throws {
        let world = try await World()
        let whole = try await world.programme()
        let stage = try await world.programme(Code("museums-1"), stageOf: whole)
        try await world.programme(Code("museums-2"), stageOf: stage)
        let below = try await world.programmes.programme(Code(parent))

        await expect(refusal: .programmeParent) {
            try await world.programmes.edit(.museums) { $0.parent = below.id }
        }
    }

    @Test(arguments: [(2011, 2008), (1066, nil), (nil, 20_111)] as [(Int?, Int?)])
    func `years are in order and of our time`(start: Int?, end: Int?) async throws {
        let world = try await World()

        await expect(refusal: .programmeYears) {
            try await world.programmes.add(
                Programme(code: .museums, title: "Museums", startYear: start, endYear: end))
        }
    }

    @Test(
        arguments: [
            [Programme.Target(measure: .people, goal: 0)],
            [.init(measure: .women, goal: 5), .init(measure: .women, goal: 6)],
        ])
    func `a target is at least one, and set once`(targets: [Programme.Target]) async throws {
        let world = try await World()

        await expect(refusal: .valueInvalid) { try await world.programme(targets: targets) }
    }

    @Test(arguments: ["", "  "])
    func `a programme needs a title`(title: String) async throws {
        let world = try await World()

        await expect(refusal: .valueInvalid) {
            try await world.programmes.add(Programme(code: .museums, title: title))
        }
    }

    @Test func `what is not there is not found`() async throws {
        let world = try await World()

        await expect(refusal: .programmeUnknown) {
            try await world.programmes.programme(.museums)
        }
    }
}
