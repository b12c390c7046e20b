import Convene
import Foundation
import GRDB
import Synchronization
import Testing

@testable import ConveneSQLite

@Suite struct SQLiteBackupTests {
    private let folder: TemporaryFolder
    private let store: SQLiteStore

    init() async throws {
        folder = try TemporaryFolder()
        store = try SQLiteStore.create(at: folder.path("register.db"))
        try await store.write { ledger in
            for number in 1...500 { _ = try ledger.insert(try Event.sample("e\(number)")) }
        }
    }

    @Test func `a backup holds everything, in one file that its owner may read`() async throws {
        let path = folder.path("backup.db")

        try store.backup(to: path)

        let copy = try SQLiteStore.open(at: path, readOnly: true)
        #expect(try await copy.read { try $0.events(of: nil).count } == 500)
        try copy.close()
        #expect(try folder.names.filter { $0.hasPrefix("backup") } == ["backup.db"])
        #expect(
            try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
                == 0o600)
        #expect(try SQLiteStore.verify(path) == [])
    }

    @Test func `a backup reports its progress up to the end`() throws {
        let shares = Mutex<[Double]>([])

        try store.backup(to: folder.path("backup.db")) { share in
            shares.withLock { $0.append(share) }
        }

        #expect(shares.withLock { $0 }.last == 1)
        #expect(shares.withLock { $0 } == shares.withLock { $0.sorted() })
    }

    @Test func `a backup does not take the place of a file`() throws {
        let path = folder.path("backup.db")
        try Data("notes".utf8).write(to: URL(filePath: path))

        #expect(refusal { try store.backup(to: path) } == .fileExists)
        #expect(try Data(contentsOf: URL(filePath: path)) == Data("notes".utf8))
    }

    @Test func `a backup taken while others write is of one moment`() async throws {
        let writer = try SQLiteStore.open(at: store.path)
        let path = folder.path("backup.db")

        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for number in 1...50 {
                    // Two rows in a transaction: a copy of one moment has both or neither.
                    try await writer.write { ledger in
                        _ = try ledger.insert(try Event.sample("a\(number)"))
                        _ = try ledger.insert(try Event.sample("b\(number)"))
                    }
                }
            }
            group.addTask { [store] in try store.backup(to: path) }
            try await group.waitForAll()
        }

        let codes = try await SQLiteStore.open(at: path).read {
            try $0.events(of: nil).map(\.code.text)
        }
        #expect(codes.count { $0.hasPrefix("a") } == codes.count { $0.hasPrefix("b") })
        #expect(codes.count { $0.hasPrefix("e") } == 500)
    }

    @Test func `a backup of a register in memory is a register`() async throws {
        let memory = try SQLiteStore.inMemory()
        _ = try await memory.write { try $0.insert(try Event.sample("a")) }

        try memory.backup(to: folder.path("backup.db"))

        let copy = try SQLiteStore.open(at: folder.path("backup.db"))
        #expect(try await copy.read { try $0.events(of: nil).count } == 1)
    }

    @Test(arguments: ["v001.db", "v016.db"])
    func `a copy of any version is held before it is in the register's place (BOX-7)`(
        version: String
    ) async throws {
        let backup = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Registers/\(version)").path

        try SQLiteStore.restore(
            from: backup, to: folder.path("new.db"), holding: "It was restored.")

        let restored = try SQLiteStore.open(at: folder.path("new.db"))
        #expect(try await restored.read { try $0.card()?.mailHeld } == "It was restored.")
    }

    @Test func `a restored register is the one that was backed up`() async throws {
        try store.backup(to: folder.path("backup.db"))

        try SQLiteStore.restore(from: folder.path("backup.db"), to: folder.path("new.db"))

        let restored = try SQLiteStore.open(at: folder.path("new.db"))
        #expect(try await restored.read { try $0.events(of: nil).count } == 500)
        _ = try await restored.write { try $0.insert(try Event.sample("more")) }
    }

    @Test func `a register is replaced only when told to, and while nobody works with it`()
        async throws
    {
        let backup = folder.path("backup.db")
        try store.backup(to: backup)
        _ = try await store.write { try $0.insert(try Event.sample("later")) }

        let untold = refusal { try SQLiteStore.restore(from: backup, to: store.path) }
        let atWork = refusal {
            try SQLiteStore.restore(from: backup, to: store.path, replacing: true)
        }
        try store.close()
        try SQLiteStore.restore(from: backup, to: store.path, replacing: true)

        let restored = try SQLiteStore.open(at: store.path)
        #expect(untold == .registerExists)
        #expect(atWork == .registerBusy)
        #expect(try await restored.read { try $0.events(of: nil).count } == 500)
        #expect(try folder.names.filter { $0.hasSuffix(".partial") } == [])
    }

    @Test func `a damaged register can be replaced by its backup`() async throws {
        let backup = folder.path("backup.db")
        try store.backup(to: backup)
        try store.close()
        try Data(repeating: 0, count: 5000).write(to: URL(filePath: store.path))

        try SQLiteStore.restore(from: backup, to: store.path, replacing: true)

        let restored = try SQLiteStore.open(at: store.path)
        #expect(try await restored.read { try $0.events(of: nil).count } == 500)
    }

    @Test func `what is no backup is not put in place`() throws {
        let notes = folder.path("notes.txt")
        try Data("notes".utf8).write(to: URL(filePath: notes))

        #expect(
            refusal { try SQLiteStore.restore(from: notes, to: folder.path("new.db")) }
                == .registerForeign)
        #expect(
            refusal {
                try SQLiteStore.restore(from: folder.path("none"), to: folder.path("new.db"))
            }
                == .registerMissing)
        #expect(try !folder.names.contains("new.db"))
    }

    @Test func `a row that points to nothing is found`() async throws {
        try await store.database.writeWithoutTransaction { db in
            try db.execute(
                sql: """
                    PRAGMA foreign_keys = OFF;
                    INSERT INTO session (event_id, number, title, day, counts)
                    VALUES (9999, 1, '', '2011-10-03', 1);
                    """)
        }

        let findings = try SQLiteStore.verify(store.path)

        #expect(findings == ["Row 1 of session names a row of event that is not there."])
        #expect(refusal { try store.backup(to: folder.path("backup.db")) } == .registerCorrupt)
        #expect(try folder.names.filter { $0.hasPrefix("backup") } == [])
    }
}
