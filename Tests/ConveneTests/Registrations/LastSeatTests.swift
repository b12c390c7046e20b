import Convene
import ConveneTestSupport
import Testing

@Suite struct LastSeatTests {
    @Test func `the last seat goes to one`() async throws {
        let folder = try WorldFolder()
        let here = try await World(on: folder.create())
        let there = try World(beside: folder.open(), clock: here.clock, chance: .seeded(7))
        try await here.event(capacity: 1)

        try await withThrowingTaskGroup { group in
            for number in 1...50 {
                let world = number.isMultiple(of: 2) ? here : there
                group.addTask { _ = try await world.register(.guest(number)) }
            }
            try await group.waitForAll()
        }

        let standings = try await here.events.file(.kyiv).standings
        #expect(standings == [.confirmed: 1, .waitlisted: 49])
    }
}
