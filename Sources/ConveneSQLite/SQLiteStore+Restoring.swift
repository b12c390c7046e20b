import Convene
import FoundationEssentials
import GRDB

extension SQLiteStore {
    /// Puts a checked copy of a backup where the register is to be. A copy of an older schema is
    /// brought up to date when it is next opened.
    ///
    /// - Parameters:
    ///   - replacing: whether a register that is there already is given up for it.
    ///   - reason: why the outbox of the copy is held before the copy is in its place (BOX-7);
    ///     nothing where it is not.
    /// - Throws: `register.missing` when there is no such backup; `register.foreign`,
    ///   `register.newer`, or `register.corrupt` with what is wrong with it; `register.exists`,
    ///   unless told to replace; `register.busy` when somebody works with what is to be replaced.
    package static func restore(
        from backup: String, to path: String, replacing: Bool = false, holding reason: String? = nil
    ) throws {
        if FileManager.default.fileExists(atPath: path), !replacing {
            throw Problem.registerExists(path)
        }
        let findings = try verify(backup)
        guard findings.isEmpty else { throw Problem.backupFaulty(backup, findings) }
        let source = try Problem.told(of: backup) {
            try DatabaseQueue(path: backup, configuration: .register(readOnly: true))
        }
        try place(at: path) { passing in
            try copy(source, to: passing)
            if let reason { try hold(passing, reason) }
            try release(path)
        }
    }

    /// Every version of a register has a place for why its outbox is held.
    private static func hold(_ copy: String, _ reason: String) throws {
        try Problem.told(of: copy) {
            let database = try DatabaseQueue(path: copy, configuration: .register())
            try database.write { db in
                try db.execute(sql: "UPDATE register SET mail_held = ?", arguments: [reason])
            }
            try database.close()
        }
    }

    /// Leaves a register without logs beside it: the next file of its name must not find them, for
    /// the engine would take them for its own. Refuses while anybody has it open.
    private static func release(_ path: String) throws {
        guard FileManager.default.fileExists(atPath: path) else { return }
        do {
            let database = try DatabaseQueue(path: path, configuration: .register(patience: 0))
            try database.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA journal_mode = DELETE")
            }
            try database.close()
        } catch let error as DatabaseError where error.resultCode.isOfDamage {
            // What is damaged can't be closed in an orderly way, and is what a backup is for.
        } catch let error as DatabaseError {
            throw Problem(error, path: path) ?? error
        }
        for suffix in ["-journal", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: path + suffix)
        }
    }
}

extension ResultCode {
    fileprivate var isOfDamage: Bool { self == .SQLITE_CORRUPT || self == .SQLITE_NOTADB }
}

extension Problem {
    fileprivate static func backupFaulty(_ path: String, _ findings: [String]) -> Problem {
        Problem(
            .registerCorrupt,
            "\(path) is damaged, and nothing was put in place: take another backup.",
            details: findings)
    }
}
