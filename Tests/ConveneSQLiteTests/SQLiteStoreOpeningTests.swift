import Convene
import Foundation
import GRDB
import Testing

@testable import ConveneSQLite

@Suite struct SQLiteStoreOpeningTests {
    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.path("register.db")
    }

    @Test func `a new register is its owner's alone, durable and marked as ours`() async throws {
        let store = try SQLiteStore.create(at: path)

        let settings = try await store.database.read { db in
            try ["journal_mode", "synchronous", "foreign_keys", "application_id", "user_version"]
                .map {
                    try String.fetchOne(db, sql: "PRAGMA \($0)")
                }
        }
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(settings == ["wal", "2", "1", "1131376246", "\(SQLiteStore.schemaVersion)"])
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test func `the writer beside readers is as durable as the one alone`() async throws {
        try SQLiteStore.create(at: path).close()

        let store = try SQLiteStore.open(at: path, readers: 2)

        let synchronous = try await store.database.write { db in
            try Int.fetchOne(db, sql: "PRAGMA synchronous")
        }
        #expect(synchronous == 2)
    }

    @Test func `a new register does not take the place of a file`() throws {
        try Data("notes".utf8).write(to: URL(filePath: path))

        #expect(refusal { try SQLiteStore.create(at: path) } == .registerExists)

        #expect(try Data(contentsOf: URL(filePath: path)) == Data("notes".utf8))
    }

    @Test func `a new register in a folder that is not there is refused`() throws {
        #expect(
            refusal { try SQLiteStore.create(at: folder.path("none/register.db")) }
                == .fileUnwritable)
    }

    @Test func `what is not there is missing, and is not made`() throws {
        #expect(refusal { try SQLiteStore.open(at: path) } == .registerMissing)

        #expect(try folder.names == [])
    }

    @Test(arguments: ["", "a list of nominees", String(repeating: "x", count: 10_000)])
    func `a file that is no database is foreign`(_ text: String) throws {
        try Data(text.utf8).write(to: URL(filePath: path))

        #expect(refusal { try SQLiteStore.open(at: path) } == .registerForeign)

        #expect(try Data(contentsOf: URL(filePath: path)) == Data(text.utf8))
    }

    @Test func `another program's database is foreign`() throws {
        let other = try DatabaseQueue(path: path)
        try other.write { try $0.execute(sql: "CREATE TABLE event (id INTEGER)") }
        try other.close()

        #expect(refusal { try SQLiteStore.open(at: path) } == .registerForeign)
    }

    @Test func `a newer register is left to a newer Convene`() throws {
        let store = try SQLiteStore.create(at: path)
        try store.database.writeWithoutTransaction {
            try $0.execute(sql: "PRAGMA user_version = 99")
        }
        try store.close()

        #expect(refusal { try SQLiteStore.open(at: path) } == .registerNewer)
        #expect(refusal { try SQLiteStore.verify(path) } == .registerNewer)
    }

    @Test func `a damaged register says so`() async throws {
        try SQLiteStore.create(at: path).close()
        let file = try FileHandle(forUpdating: URL(filePath: path))
        try file.seek(toOffset: 100)
        try file.write(contentsOf: Data(repeating: 0xFF, count: 8000))
        try file.close()

        #expect(refusal { try SQLiteStore.open(at: path) } == .registerCorrupt)
        #expect(try SQLiteStore.verify(path).count == 1)
    }

    @Test func `a register opened to be read is not written to`() async throws {
        try SQLiteStore.create(at: path).close()
        let store = try SQLiteStore.open(at: path, readOnly: true)

        let code = await refusal {
            try await store.write { _ = try $0.insert(try Event.sample("a")) }
        }
        #expect(code == .registerReadOnly)

        #expect(try await store.read { try $0.events(of: nil) } == [])
    }

    @Test func `reading is not a way to write`() async throws {
        let store = try SQLiteStore.create(at: path)

        let code = await refusal {
            try await store.read { _ = try $0.insert(try Event.sample("a")) }
        }
        #expect(code == .registerReadOnly)
    }

    @Test func `what was written is there when the file is opened again`() async throws {
        let first = try SQLiteStore.create(at: path)
        _ = try await first.write { try $0.insert(try Event.sample("a")) }
        try first.close()

        let second = try SQLiteStore.open(at: path)

        #expect(try await second.read { try $0.events(of: nil).map(\.code.text) } == ["a"])
    }
}
