import Convene
import ConveneSchema
import GRDB

/// Brings a register from the schema that it has to the one that this program knows.
///
/// The number of the schema stands in the file's `user_version`, the mark that it is a register in
/// its `application_id`. Migrations are texts that know nothing of the program's types.
enum Migration {
    /// The letters “Conv”; tells a register from the files of other programs.
    static let applicationID = 0x436F_6E76

    /// - Throws: `register.foreign`, `register.newer`, `register.read-only`.
    static func check(_ database: DatabaseQueue, path: String, readOnly: Bool) throws {
        let marks = try database.read(Marks.init)
        guard marks.application == applicationID else { throw Problem.registerForeign(path) }
        if marks.schema > SQLiteStore.schemaVersion {
            throw Problem.registerNewer(path, version: marks.schema)
        }
        guard marks.schema < SQLiteStore.schemaVersion else { return }
        if readOnly { throw Problem.registerOlder(path) }
        try bringUpToDate(database, path: path)
    }

    static func bringUpToDate(_ database: DatabaseQueue, path: String) throws {
        try database.write { db in
            // Read again: another process may have been faster.
            let present = try Marks(db).schema
            if present > SQLiteStore.schemaVersion {
                throw Problem.registerNewer(path, version: present)
            }
            for migration in Schema.sqlite.dropFirst(present) {
                try db.execute(sql: migration.sql)
            }
            try db.execute(
                sql: """
                    PRAGMA application_id = \(applicationID);
                    PRAGMA user_version = \(SQLiteStore.schemaVersion);
                    """)
        }
    }

    /// What a file says of itself in its header.
    struct Marks {
        var application: Int
        var schema: Int

        init(_ db: Database) throws {
            application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
            schema = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        }
    }
}

extension SQLiteStore {
    /// The number of the newest schema that this program knows.
    package static let schemaVersion = Schema.sqlite.count
}
