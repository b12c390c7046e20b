package import Convene
import GRDB

/// A register in one SQLite file, or in memory for tests.
///
/// The file is in WAL mode with `synchronous=FULL`: what `write` has returned from survives the
/// process and the power. Writers of all processes take turns; each waits for its turn for as long
/// as the store's patience lasts, and is then refused with `register.busy`.
package final class SQLiteStore: Store {
    /// Where the register is; `:memory:` when it is nowhere.
    package let path: String
    let database: any DatabaseWriter

    init(path: String, database: any DatabaseWriter) {
        self.path = path
        self.database = database
    }

    package func read<T: Sendable>(_ body: @Sendable (any Ledger) throws -> T) async throws -> T {
        do {
            return try await database.read { db in try body(SQLiteLedger(db: db)) }
        } catch let error as DatabaseError {
            throw Problem(error, path: path) ?? error
        }
    }

    package func write<T: Sendable>(_ body: @Sendable (any Ledger) throws -> T) async throws -> T {
        do {
            return try await database.write { db in try body(SQLiteLedger(db: db)) }
        } catch let error as DatabaseError {
            throw Problem(error, path: path) ?? error
        }
    }

    package func writeWaiting<T>(_ body: (any Ledger) throws -> T) throws -> T {
        try Problem.told(of: path) { try database.write { try body(SQLiteLedger(db: $0)) } }
    }

    /// Ends the work with the file. Without this, the last reference does it.
    package func close() throws {
        try Problem.told(of: path) { try database.close() }
    }
}
