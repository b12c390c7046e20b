import Convene
import GRDB
import Synchronization

extension SQLiteStore {
    package func edition() throws -> Int? {
        guard path != Self.nowhere else { return nil }
        return try Problem.told(of: path) { try watch.number(of: path) }
    }
}

/// A connection that only watches whether others commit: SQLite counts what the other connections
/// of this process and all other processes commit, and not what a connection does itself.
final class EditionWatch: Sendable {
    private let connection = Mutex<DatabaseQueue?>(nil)

    func number(of path: String) throws -> Int? {
        try connection.withLock { connection in
            let queue = try connection ?? Self.open(path)
            connection = queue
            return try queue.unsafeRead { db in
                try Int.fetchOne(try db.cachedStatement(sql: "PRAGMA data_version"))
            }
        }
    }

    func close() throws {
        try connection.withLock { connection in
            try connection?.close()
            connection = nil
        }
    }

    private static func open(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.label = "convene.edition"
        configuration.readonly = true
        return try DatabaseQueue(path: path, configuration: configuration)
    }
}
