import Convene
import ConveneSQLite
import ConveneTestSupport
import Foundation
import Testing

@Suite struct LastSeatTests {
    @Test func `the last seat goes to one`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "convene-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "register.db").path
        let here = try await World(on: SQLiteStore.create(at: path))
        let there = try World(beside: SQLiteStore.open(at: path), clock: here.clock, chance: .seeded(7))
        try await here.event(capacity: 1)

        await withTaskGroup { group in
            for number in 1...50 {
                let world = number.isMultiple(of: 2) ? here : there
                group.addTask { _ = try? await world.register(.guest(number)) }
            }
        }

        let standings = try await here.events.file(.kyiv).standings
        #expect(standings == [.confirmed: 1, .waitlisted: 49])
        let hall = try await here.registrations.list(.kyiv, standings: [.confirmed])
        #expect(hall.count == 1)
    }
}
