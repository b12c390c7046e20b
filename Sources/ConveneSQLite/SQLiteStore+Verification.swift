import Convene
import FoundationEssentials
import GRDB

extension SQLiteStore {
    /// Reads a whole register and says what is wrong with it, a sentence each; nothing when it is
    /// sound. Takes as long as reading the file does.
    ///
    /// - Throws: `register.missing`, `register.foreign`, `register.newer`, `register.busy`, `file.unwritable`.
    package static func verify(_ path: String) throws -> [String] {
        guard FileManager.default.fileExists(atPath: path) else {
            throw Problem.registerMissing(path)
        }
        do {
            return try Problem.told(of: path) {
                try DatabaseQueue(path: path, configuration: .register(readOnly: true))
                    .read { db in try findings(db, path: path) }
            }
        } catch let problem as Problem where problem.code == .registerCorrupt {
            return ["The file can't be read through: it is damaged."]
        }
    }

    private static func findings(_ db: Database, path: String) throws -> [String] {
        let marks = try Migration.Marks(db)
        guard marks.application == Migration.applicationID else {
            throw Problem.registerForeign(path)
        }
        if marks.schema > schemaVersion {
            throw Problem.registerNewer(path, version: marks.schema)
        }
        var findings = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)")
            .filter { $0 != "ok" }.map { "The file is damaged: \($0)." }
        findings += try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").prefix(20).map { row in
            "Row \(row[1] as Int64? ?? 0) of \(row[0] as String) names a row of"
                + " \(row[2] as String) that is not there."
        }
        return findings
    }
}
