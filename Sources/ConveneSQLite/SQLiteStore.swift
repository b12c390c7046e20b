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
    let watch = EditionWatch()
    let memory = StoreMemory()

    init(path: String, database: any DatabaseWriter) {
        self.path = path
        self.database = database
    }

    package func read<T: Sendable>(_ body: @Sendable (any Ledger) throws -> T) async throws -> T {
        do {
            // GRDB's own read would forbid writing by a pragma, and after any pragma SQLite prepares
            // every statement anew; the ledger forbids it here.
            return try await database.unsafeRead { db in
                try db.isolated { try body(ledger(db, mayWrite: false)) }
            }
        } catch let error as DatabaseError {
            throw Problem(error, path: path) ?? error
        }
    }

    package func write<T: Sendable>(_ body: @Sendable (any Ledger) throws -> T) async throws -> T {
        do {
            return try await database.write { db in try body(ledger(db)) }
        } catch let error as DatabaseError {
            throw Problem(error, path: path) ?? error
        }
    }

    package func writeWaiting<T>(_ body: (any Ledger) throws -> T) throws -> T {
        try Problem.told(of: path) {
            try database.writeWithoutTransaction { db in
                try db.inOneTransaction { try body(ledger(db)) }
            }
        }
    }

    private func ledger(_ db: Database, mayWrite: Bool = true) -> SQLiteLedger {
        SQLiteLedger(db: db, mayWrite: mayWrite, lasting: memory)
    }

    /// Ends the work with the file. Without this, the last reference does it.
    package func close() throws {
        try Problem.told(of: path) {
            try watch.close()
            try database.close()
        }
    }
}

extension Database {
    /// Has the closure see one state of the books throughout.
    fileprivate func isolated<T>(_ body: () throws -> T) throws -> T {
        try beginTransaction(.deferred)
        let result = Result { try body() }
        try commit()
        return try result.get()
    }

    /// The same as GRDB's `inTransaction`, which prepares its two statements anew each time: the
    /// outbox has a transaction for every mail or two.
    fileprivate func inOneTransaction<T>(_ body: () throws -> T) throws -> T {
        try cachedStatement(sql: "BEGIN IMMEDIATE TRANSACTION").execute()
        do {
            let value = try body()
            try cachedStatement(sql: "COMMIT TRANSACTION").execute()
            return value
        } catch {
            if isInsideTransaction { try? rollback() }
            throw error
        }
    }
}
