import Convene
import Foundation
import GRDB
import Testing

@testable import ConveneSQLite

@Suite struct MigrationTests {
    /// Registers written by every version that changed the schema; README.md says how.
    private static let registers = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Registers")

    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.path("register.db")
    }

    @Test(arguments: (1...SQLiteStore.schemaVersion).map { String(format: "v%03d.db", $0) })
    func `a register of an earlier version opens with all that it holds`(_ name: String)
        async throws
    {
        try FileManager.default.copyItem(
            atPath: Self.registers.appending(path: name).path, toPath: path)

        let store = try SQLiteStore.open(at: path)

        let (event, marks, total) = try await store.read { ledger in
            let event = try ledger.event(code: try Code("kyiv-2011"))
            let marks = try event.map { try ledger.latestMarks(at: $0.id) }
            return (event, marks, try ledger.figures(FigureQuery()).first?.measures)
        }
        #expect(event?.title == "Учебный семинар")
        #expect(event?.term?.precision == .month)
        #expect(marks?.count == 3)
        #expect(total?.registrations == 4)
        #expect(total?.people == 2)
        #expect(try await store.read { try $0.flagsToMend() } == 0)
        #expect(try SQLiteStore.verify(path) == [])
    }

    @Test func `an upgraded register has the same schema as a new one`() async throws {
        try FileManager.default.copyItem(
            atPath: Self.registers.appending(path: "v001.db").path, toPath: path)

        let upgraded = try await schema(of: SQLiteStore.open(at: path))

        #expect(try await upgraded == schema(of: SQLiteStore.inMemory()))
    }

    @Test(arguments: [
        "UPDATE person SET gender = 'unheard-of'",
        "UPDATE registration SET role = 'unheard-of'",
        "UPDATE registration SET standing = 'unheard-of'",
        "UPDATE registration SET gender = 'unheard-of'",
        "UPDATE standing_change SET standing = 'unheard-of'",
        "UPDATE attendance_mark SET mark = 'unheard-of'",
        "UPDATE attendance_mark SET method = 'unheard-of'",
        "UPDATE invitation SET answer = 'unheard-of'",
        "UPDATE message SET purpose = 'unheard-of'",
        "UPDATE message SET state = 'unheard-of'",
        "UPDATE letter_sheet SET calendar_method = 'unheard-of'",
        "UPDATE message_attempt SET outcome = 'unheard-of'",
    ])
    func `a code that the schema does not know is not taken by the file either`(_ statement: String)
        async throws
    {
        try FileManager.default.copyItem(
            atPath: Self.registers.appending(path: "v001.db").path, toPath: path)
        let store = try SQLiteStore.open(at: path)

        let refusal = await #expect(throws: DatabaseError.self) {
            try await store.database.write { try $0.execute(sql: statement) }
        }

        #expect(refusal?.extendedResultCode == .SQLITE_CONSTRAINT_CHECK)
    }

    @Test func `what mails of an earlier version say is what they said`() async throws {
        try FileManager.default.copyItem(
            atPath: Self.registers.appending(path: "v013.db").path, toPath: path)
        let before = try await DatabaseQueue(path: path).read { db in
            try Row.fetchAll(db, sql: "SELECT message_id, plain, html FROM message_content")
                .map { (id: Message.ID($0[0]), plain: $0[1] as String, html: $0[2] as String) }
        }

        let store = try SQLiteStore.open(at: path)

        #expect(!before.isEmpty)
        for (id, plain, html) in before {
            let letter = try await store.read { try $0.content(of: id)?.letter }
            #expect(letter?.plain == plain && letter?.html == html)
        }
    }

    @Test func `no row of the outbox makes a set of codes to be checked`() async throws {
        let tables = try await SQLiteStore.inMemory().database.read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT sql FROM sqlite_schema WHERE type = 'table'
                        AND name IN ('message', 'message_content', 'message_attempt',
                            'letter_sheet')
                    """)
        }

        #expect(tables.count == 4)
        for table in tables { #expect(!table.contains(#/ IN \(('[^']*',?\s*){3,}/#)) }
    }

    @Test func `an older register is upgraded, unless it may only be read`() async throws {
        let store = try SQLiteStore.create(at: path)
        try await store.database.writeWithoutTransaction { db in
            let tables = try String.fetchAll(
                db,
                sql: """
                    SELECT name FROM sqlite_master
                    WHERE type = 'table' AND name NOT LIKE '%trigram_%'
                    """)
            try db.execute(sql: "PRAGMA foreign_keys = OFF")
            for table in tables { try db.execute(sql: "DROP TABLE \(table)") }
            try db.execute(sql: "PRAGMA user_version = 0")
        }
        try store.close()

        #expect(refusal { try SQLiteStore.open(at: path, readOnly: true) } == .registerReadOnly)

        let upgraded = try SQLiteStore.open(at: path)
        #expect(try await upgraded.read { try $0.events(of: nil) } == [])
    }

    private func schema(of store: SQLiteStore) async throws -> [String?] {
        try await store.database.read { db in
            try Optional<String>.fetchAll(db, sql: "SELECT sql FROM sqlite_master ORDER BY name")
        }
    }
}
