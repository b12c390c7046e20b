import Convene
import Foundation
import GRDB
import Synchronization
import Testing

@testable import ConveneSQLite

@Suite struct SQLiteStoreWritingTests {
    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.path("register.db")
        try SQLiteStore.create(at: path).close()
    }

    @Test func `two stores that write at once both get their turn`() async throws {
        let stores = try [SQLiteStore.open(at: path), SQLiteStore.open(at: path, readers: 2)]

        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...40 {
                group.addTask {
                    try await stores[number % 2].write {
                        _ = try $0.insert(try Event.sample("e\(number)"))
                    }
                }
            }
            try await group.waitForAll()
        }

        #expect(try await stores[0].read { try $0.events(of: nil).count } == 40)
    }

    @Test func `each commit makes another edition, whoever commits, and reading makes none`()
        async throws
    {
        let store = try SQLiteStore.open(at: path, readers: 2)
        let other = try SQLiteStore.open(at: path)

        var editions = [try store.edition(), try store.edition()]
        _ = try await store.read { try $0.events(of: nil).count }
        editions.append(try store.edition())
        try await store.write { _ = try $0.insert(try Event.sample("one")) }
        editions.append(try store.edition())
        try await other.write { _ = try $0.insert(try Event.sample("two")) }
        editions.append(try store.edition())

        #expect(editions[0] != nil)
        #expect(Set(editions[...2]).count == 1)
        #expect(Set(editions[2...]).count == 3)
    }

    @Test func `who has no patience is told that somebody else is writing`() async throws {
        let first = try SQLiteStore.open(at: path)
        let second = try SQLiteStore.open(at: path, patience: 0)

        let code = try await first.write { [path] ledger in
            _ = try ledger.insert(try Event.sample("a"))
            let rival = try DatabaseQueue(path: path, configuration: .register(patience: 0))
            return refusal { try Problem.told(of: path) { try rival.write { _ in } } }
        }

        #expect(code == .registerBusy)
        #expect(await refusal { try await second.write { _ in } } == nil)
    }

    @Test func `a read sees one moment, whatever is written meanwhile`() async throws {
        let reader = try SQLiteStore.open(at: path)
        let writer = try DatabaseQueue(path: path, configuration: .register())

        let counts = try await reader.read { ledger in
            let before = try ledger.events(of: nil).count
            try writer.write { db in
                _ = try SQLiteLedger(db: db).insert(try Event.sample("a"))
            }
            return [before, try ledger.events(of: nil).count]
        }

        #expect(counts == [0, 0])
        #expect(try await reader.read { try $0.events(of: nil).count } == 1)
    }

    @Test func `a key that was taken back with its transaction is not remembered`() async throws {
        let store = try SQLiteStore.open(at: path)
        let (gone, kept) = ([UInt8](repeating: 1, count: 32), [UInt8](repeating: 2, count: 32))

        let code = await refusal {
            try await store.write { ledger in
                try ledger.insert(tagKey: gone, at: .distantPast)
                _ = try ledger.tagKey()
                throw Problem(.mailHeld, "Not today.")
            }
        }
        try await store.write { try $0.insert(tagKey: kept, at: .distantPast) }

        #expect(code == .mailHeld)
        #expect(try await store.read { try $0.tagKey() } == kept)
    }

    @Test func `a full disk is a refusal, and nothing was written`() async throws {
        let store = try SQLiteStore.open(at: path)
        try await store.database.writeWithoutTransaction { db in
            let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            try db.execute(sql: "PRAGMA max_page_count = \(pages)")
        }

        let code = await refusal {
            try await store.write { ledger in
                for number in 1...2000 { _ = try ledger.insert(try Event.sample("e\(number)")) }
            }
        }

        #expect(code == .registerFull)
        #expect(try await store.read { try $0.events(of: nil) } == [])
    }

    @Test func `a row that the schema forbids is a fault of ours, not a refusal`() async throws {
        let store = try SQLiteStore.open(at: path)

        await #expect(throws: DatabaseError.self) {
            try await store.write { ledger in
                var event = try Event.sample("a")
                event.completionPercent = 101
                _ = try ledger.insert(event)
            }
        }
    }

    @Test func `a value that no version has written makes the register corrupt`() async throws {
        let store = try SQLiteStore.open(at: path)
        let id = try await store.write { try $0.insert(try Event.sample("a")) }
        try await store.database.write {
            try $0.execute(sql: "UPDATE event SET first_day = 'soon', last_day = 'soon'")
        }

        let code = await refusal { try await store.read { try $0.event(id) } }

        #expect(code == .registerCorrupt)
    }

    @Test(
        arguments: [
            (ResultCode.SQLITE_BUSY_SNAPSHOT, Problem.Code.registerBusy),
            (.SQLITE_LOCKED, .registerBusy), (.SQLITE_FULL, .registerFull),
            (.SQLITE_IOERR_SHMSIZE, .registerFull), (.SQLITE_READONLY_DBMOVED, .registerReadOnly),
            (.SQLITE_CORRUPT_INDEX, .registerCorrupt), (.SQLITE_NOTADB, .registerForeign),
            (.SQLITE_CANTOPEN_ISDIR, .fileUnwritable), (.SQLITE_IOERR_READ, .fileUnwritable),
            (.SQLITE_CONSTRAINT_CHECK, nil),
        ] as [(ResultCode, Problem.Code?)])
    func `errors of the engine are told by their code`(_ code: ResultCode, _ problem: Problem.Code?)
    {
        #expect(Problem(DatabaseError(resultCode: code), path: "a.db")?.code == problem)
    }
}
