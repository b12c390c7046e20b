import Convene
import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension SQLiteStore {
    /// Makes an empty file that was not there, readable by its owner only.
    static func claim(_ path: String, orThrow taken: Problem) throws {
        let descriptor = openNew(path)
        guard descriptor >= 0 else { throw errno == EEXIST ? taken : .registerClosed(path) }
        closeFile(descriptor)
    }

    /// Gives a file another name; what had that name before is gone in the same moment.
    static func rename(_ path: String, to name: String) -> Bool { renameFile(path, name) == 0 }

    /// Removes a file with the logs that the engine keeps beside it.
    static func removeFile(_ path: String) {
        for suffix in ["", "-journal", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: path + suffix)
        }
    }
}

// Outside the type, where its own `open` and `close` don't hide those of the system.

/// Looks and makes in one call, so that of two who come at once only one is let in.
private func openNew(_ path: String) -> Int32 {
    open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
}

private func closeFile(_ descriptor: Int32) { _ = close(descriptor) }

private func renameFile(_ path: String, _ name: String) -> Int32 { rename(path, name) }
