import Convene
import ConveneSchema
import FoundationEssentials
import GRDB

extension SQLiteStore {
    /// How long a writer waits for others, in seconds, unless told otherwise.
    package static let usualPatience = 10.0

    /// What stands for the path of a register without a file.
    static let nowhere = ":memory:"

    /// Makes a new, empty register that only its owner may read.
    ///
    /// - Throws: `register.exists` when there is a file of that name, `file.unwritable`.
    package static func create(
        at path: String, patience: Double = usualPatience
    ) throws -> SQLiteStore {
        try claim(path, orThrow: .registerExists(path))
        do {
            return try Problem.told(of: path) {
                let database = try DatabaseQueue(
                    path: path, configuration: .register(patience: patience))
                // Kept in the file: whoever opens it later finds it so.
                try database.writeWithoutTransaction {
                    try $0.execute(sql: "PRAGMA journal_mode = WAL")
                }
                try Migration.bringUpToDate(database, path: path)
                return SQLiteStore(path: path, database: database)
            }
        } catch {
            removeFile(path)
            throw error
        }
    }

    /// Opens a register; an older one is brought up to date in one transaction.
    ///
    /// - Parameter readers: connections that read beside the one that writes. A command needs none:
    ///   its reads take the writer's, and it opens faster. A service wants some.
    /// - Throws: `register.missing`, `register.foreign`, `register.corrupt`, `register.newer`,
    ///   `register.read-only`, `register.busy`, `file.unwritable`.
    package static func open(
        at path: String, readOnly: Bool = false, readers: Int = 0,
        patience: Double = usualPatience
    ) throws -> SQLiteStore {
        guard FileManager.default.fileExists(atPath: path) else {
            throw Problem.registerMissing(path)
        }
        return try Problem.told(of: path) {
            let configuration = Configuration.register(
                patience: patience, readOnly: readOnly, readers: readers)
            let database = try DatabaseQueue(path: path, configuration: configuration)
            try Migration.check(database, path: path, readOnly: readOnly)
            guard readers > 0 else { return SQLiteStore(path: path, database: database) }
            try database.close()
            return SQLiteStore(path: path, database: try pool(at: path, configuration))
        }
    }

    /// A register without a file, for tests.
    package static func inMemory() throws -> SQLiteStore {
        let database = try DatabaseQueue(configuration: .register())
        try Migration.bringUpToDate(database, path: nowhere)
        return SQLiteStore(path: nowhere, database: database)
    }

    private static func pool(at path: String, _ configuration: Configuration) throws -> DatabasePool
    {
        let pool = try DatabasePool(path: path, configuration: configuration)
        // GRDB lowers it to NORMAL for the writer of a pool, which may lose the last commits when
        // the power fails.
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        return pool
    }
}

extension Configuration {
    /// The settings of every connection to a register.
    static func register(
        patience: Double = SQLiteStore.usualPatience, readOnly: Bool = false, readers: Int = 0
    ) -> Configuration {
        var configuration = Configuration()
        configuration.label = "convene.register"
        configuration.readonly = readOnly
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(patience)
        configuration.maximumReaderCount = max(1, readers)
        configuration.prepareDatabase { db in
            // 16 MB of pages, taken as needed: what reads more walks through it once, and more pages
            // would only be more memory to clear. Several readers share as much among them. Sorting
            // happens in memory.
            let share = db.configuration.readonly ? max(1, readers) : 1
            try db.execute(
                sql: """
                    PRAGMA synchronous = FULL;
                    PRAGMA cache_size = -\(16384 / share);
                    PRAGMA temp_store = MEMORY;
                    """)
        }
        return configuration
    }
}
