import Convene
import ConveneTestSupport
import GRDB
import Testing

@testable import ConveneSQLite

/// What many mails say alike is kept once, and no longer than one of them is (BOX-5, BOX-14).
@Suite struct SheetKeepingTests {
    private let store: SQLiteStore
    private let world: World

    init() async throws {
        store = try SQLiteStore.inMemory()
        world = try await World(on: store)
        try await world.event()
        try await world.nominate(.ada, .grace, .alan)
    }

    @Test func `a campaign keeps its text once`() async throws {
        let plan = try await world.invite()

        #expect(plan.count == 3)
        #expect(try await sheets() == 1)
        for word in ["Ada", "Grace", "Alan"] { #expect(try await mentions(of: word) == 0) }
        let words = try await world.post.file(Message.ID(2)).content?.letter.plain
        #expect(words?.hasPrefix("To Grace") == true)
    }

    @Test func `another word of the organiser's makes another sheet`() async throws {
        _ = try await world.invitations.invite(.people([.ada, .grace]), to: .kyiv)
        _ = try await world.invitations.invite(.people([.alan]), to: .kyiv, note: "See you.")

        #expect(try await sheets() == 2)
        #expect(try await mentions(of: "See you.") == 1)
    }

    @Test func `who is forgotten takes along what was written to them alone`() async throws {
        _ = try await world.invitations.invite(.people([.ada]), to: .kyiv, note: "Dear Ada!")
        _ = try await world.invitations.invite(.people([.grace, .alan]), to: .kyiv)

        _ = try await world.people.erase(.ada)
        #expect(try await sheets() == 1)
        #expect(try await mentions(of: "Ada") == 0)

        _ = try await world.people.erase(.grace)
        #expect(try await sheets() == 1)
        #expect(try await world.post.file(Message.ID(3)).content != nil)
    }

    @Test func `a sheet goes with the last mail that says it`() async throws {
        _ = try await world.invite()
        try await world.deliver()

        _ = try await world.post.forget(endedBefore: Day(daysSince1970: 15_340))

        #expect(try await sheets() == 0)
    }

    private func sheets() async throws -> Int {
        try await store.database.read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM letter_sheet") ?? 0
        }
    }

    private func mentions(of word: String) async throws -> Int {
        try await store.database.read {
            try Int.fetchOne(
                $0, sql: "SELECT count(*) FROM letter_sheet WHERE instr(plain || html, ?) > 0",
                arguments: [word]) ?? 0
        }
    }
}
