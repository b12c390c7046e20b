import Convene
import FoundationEssentials
import GRDB

extension SQLiteStore {
    /// Copies the register, as it is at this moment, into a new file that only its owner may read,
    /// and checks the copy. Others may read and write meanwhile.
    ///
    /// The copy has its name only when it is whole and proved.
    ///
    /// - Parameter progress: told the share that is done, from 0 to 1.
    /// - Throws: `file.exists`, `file.unwritable`, `register.corrupt` when the copy has faults.
    package func backup(
        to path: String, progress: @escaping @Sendable (Double) -> Void = { _ in }
    ) throws {
        guard !FileManager.default.fileExists(atPath: path) else { throw Problem.fileExists(path) }
        let source = try readerOfItsOwn()
        try SQLiteStore.place(at: path) { try SQLiteStore.copy(source, to: $0, progress: progress) }
    }

    /// Makes a file under a passing name, and gives it its own when it is whole.
    static func place(at path: String, _ make: (_ passing: String) throws -> Void) throws {
        let passing = path + ".partial"
        removeFile(passing)
        do {
            try claim(passing, orThrow: .fileExists(passing))
            try make(passing)
            guard rename(passing, to: path) else { throw Problem.registerClosed(path) }
        } catch {
            removeFile(passing)
            throw error
        }
    }

    /// Counts the rows and copies all pages in one reading transaction, so that both are of one
    /// moment, and then holds the copy against that count.
    static func copy(
        _ source: any DatabaseReader, to copy: String,
        progress: @escaping (Double) -> Void = { _ in }
    ) throws {
        let counted = try Problem.told(of: copy) {
            let destination = try DatabaseQueue(path: copy, configuration: .register())
            let counted = try source.read { db in
                // First, because a transaction has its moment only from its first read on.
                let counted = try rowCounts(db)
                try destination.writeWithoutTransaction { target in
                    try db.backup(to: target, pagesPerStep: 1000) { step in
                        progress(Double(step.completedPageCount) / Double(step.totalPageCount))
                    }
                }
                return counted
            }
            try destination.writeWithoutTransaction { db in
                // A copy is one file, and can be read where nothing can be written beside it.
                try db.execute(sql: "PRAGMA journal_mode = DELETE")
            }
            try destination.close()
            return counted
        }
        var findings = try verify(copy)
        if try rowCounts(at: copy) != counted {
            findings.append("It does not have as many rows as the register.")
        }
        guard findings.isEmpty else { throw Problem.copyFaulty(copy, findings) }
    }

    /// A connection beside the one that writes, so that a long copy keeps nobody from writing.
    private func readerOfItsOwn() throws -> any DatabaseReader {
        guard path != SQLiteStore.nowhere else { return database }
        return try Problem.told(of: path) {
            try DatabaseQueue(path: path, configuration: .register(readOnly: true))
        }
    }

    private static func rowCounts(at path: String) throws -> [String: Int] {
        try DatabaseQueue(path: path, configuration: .register(readOnly: true)).read(rowCounts)
    }

    private static func rowCounts(_ db: Database) throws -> [String: Int] {
        let tables = try String.fetchAll(
            db,
            // A full-text index holds its rows in tables of its own, which are counted.
            sql: """
                SELECT name FROM sqlite_master
                WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name
                """)
        return try Dictionary(
            uniqueKeysWithValues: tables.map { table in
                (table, try Int.fetchOne(db, sql: "SELECT count(*) FROM \"\(table)\"") ?? 0)
            })
    }
}

extension Problem {
    fileprivate static func copyFaulty(_ path: String, _ findings: [String]) -> Problem {
        Problem(
            .registerCorrupt,
            "The copy for \(path) is not sound, and was removed: see the register itself with"
                + " “convene doctor”.",
            details: findings)
    }
}
