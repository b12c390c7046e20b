import Convene
import GRDB

/// The books of the register, open for one transaction.
///
/// One file for each area says which statements keep it. Statements are whole texts, prepared once
/// for a connection; everything that comes from outside is bound.
struct SQLiteLedger {
    let db: Database
    var mayWrite = true
    /// Of this transaction.
    let memory = LedgerMemory()
    /// Of all transactions of the store.
    var lasting = StoreMemory()
}

/// What a ledger has learnt in its transaction, so as not to ask twice.
final class LedgerMemory {
    /// The numbers of actors: most rows of a transaction name the same one.
    var actors: [Actor: Int64] = [:]
    /// Keys of names that are entered: most given names of a list come again.
    var parts: Set<String> = []
    var hasMadeTagKey = false
    var card: RegisterCard?
    var figures: FigureMemory?
    /// The sheet that was kept last, by its digest.
    var sheet: (sheet: Letter.Sheet, digest: [UInt8])?
}

extension SQLiteLedger {
    /// Carries out a statement that returns nothing.
    ///
    /// - Throws: `SQLITE_READONLY` within a read.
    func run(_ sql: String, _ arguments: StatementArguments) throws {
        guard mayWrite else { throw DatabaseError(resultCode: .SQLITE_READONLY) }
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    /// Adds a row and returns its number.
    func add(_ sql: String, _ arguments: StatementArguments) throws -> Int64 {
        try run(sql, arguments)
        return db.lastInsertedRowID
    }

    func first<T>(
        _ sql: String, _ arguments: StatementArguments, _ read: (Row) throws -> T
    ) throws -> T? {
        let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
        return try rows.next().map(read)
    }

    func all<T>(
        _ sql: String, _ arguments: StatementArguments = [], _ read: (Row) throws -> T
    ) throws -> [T] {
        let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
        var found: [T] = []
        while let row = try rows.next() { found.append(try read(row)) }
        return found
    }

    /// The only number that a counting statement returns.
    func count(_ sql: String, _ arguments: StatementArguments = []) throws -> Int {
        try first(sql, arguments) { $0[0] } ?? 0
    }
}

extension Sequence {
    /// The texts or numbers as a JSON array, which `json_each` turns into rows: a list of any length
    /// is one bound value, and the statement stays the same.
    func json<Subject>() -> String where Element == Identifier<Subject> {
        "[" + map { String($0.rawValue) }.joined(separator: ",") + "]"
    }

    /// The same of codes, which hold no character that JSON would escape.
    func json() -> String where Element: RawRepresentable<String> {
        "[" + map { "\"\($0.rawValue)\"" }.joined(separator: ",") + "]"
    }
}
