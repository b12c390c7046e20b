import Convene
import GRDB

extension Problem {
    /// What an error of the engine means for whoever works with the register, or nothing when it is
    /// a fault of ours. Told by the extended result code, never by the text.
    init?(_ error: DatabaseError, path: String) {
        switch error.extendedResultCode.primaryResultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .registerBusy(path)
        case .SQLITE_FULL: self = .registerFull(path)
        case .SQLITE_READONLY: self = .registerReadOnly(path)
        case .SQLITE_CORRUPT: self = .registerCorrupt(path)
        case .SQLITE_NOTADB: self = .registerForeign(path)
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self = .registerClosed(path)
        case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE:
            // A disk without room for the log's index; for all else the engine itself says FULL.
            self = .registerFull(path)
        case .SQLITE_IOERR: self = .registerUnsound(path)
        default: return nil
        }
    }

    /// Carries out what touches the file at this path, and says the engine's errors as refusals.
    static func told<T>(of path: String, _ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw Problem(error, path: path) ?? error
        }
    }
}

extension Problem {
    static func registerMissing(_ path: String) -> Problem {
        Problem(
            .registerMissing,
            "There is no register at \(path): begin one with “convene init”, or name yours with"
                + " --database.")
    }

    static func registerExists(_ path: String) -> Problem {
        Problem(
            .registerExists,
            "There is a file at \(path) already, and it was left as it is: name another.")
    }

    static func registerForeign(_ path: String) -> Problem {
        Problem(
            .registerForeign,
            "\(path) is not a register of Convene, and it was left as it is: name yours with"
                + " --database.")
    }

    static func registerNewer(_ path: String, version: Int) -> Problem {
        Problem(
            .registerNewer,
            "\(path) was written by a newer Convene (schema \(version), this one knows"
                + " \(SQLiteStore.schemaVersion)): install the newer one.")
    }

    static func registerOlder(_ path: String) -> Problem {
        Problem(
            .registerReadOnly,
            "\(path) was written by an older Convene and can't be brought up to date while it may"
                + " only be read: open it once where it can be written.")
    }

    static func registerCorrupt(_ path: String) -> Problem {
        Problem(
            .registerCorrupt,
            "\(path) is damaged: see how far with “convene doctor”, and put the last backup in its"
                + " place with “convene restore”.")
    }

    /// A value that no version of the schema allows, so something else has written it.
    static func registerHolds(_ value: String) -> Problem {
        Problem(
            .registerCorrupt,
            "The register holds \(value) where Convene has never written that: see “convene doctor”."
        )
    }

    static func registerReadOnly(_ path: String) -> Problem {
        Problem(
            .registerReadOnly,
            "\(path) may only be read: ask for the right to write to the file and its folder.")
    }

    static func registerBusy(_ path: String) -> Problem {
        Problem(
            .registerBusy,
            "Another command is writing to \(path) and has not finished yet: try again in a minute."
        )
    }

    static func registerFull(_ path: String) -> Problem {
        Problem(
            .registerFull,
            "The disk under \(path) is full; nothing was changed: make room and try again.")
    }

    static func registerClosed(_ path: String) -> Problem {
        Problem(
            .fileUnwritable,
            "\(path) can't be opened: see that its folder exists and that you may read and write"
                + " there.")
    }

    /// The system broke off in reading or writing: a folder, a limit on the size of files, a disk
    /// that fails.
    static func registerUnsound(_ path: String) -> Problem {
        Problem(
            .fileUnwritable,
            "The system let \(path) be read or written in part only, and nothing was changed: see"
                + " that it is a file, that its disk is sound, and how large a file may be there.")
    }

    static func fileExists(_ path: String) -> Problem {
        Problem(
            .fileExists,
            "There is a file at \(path) already, and it was left as it is: name another.")
    }
}
