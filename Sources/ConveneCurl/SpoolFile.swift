import Glibc

/// A file that appears whole or not at all: written beside its place, forced to disk, renamed.
struct SpoolFile {
    let folder: String
    let name: String

    /// - Throws: ``Failure`` with the step that failed; the unfinished file is taken away.
    func write(_ bytes: [UInt8]) throws(Failure) {
        let draft = "\(folder)/.\(name).partial"
        let flags = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC
        let descriptor = open(draft, flags, 0o640)
        guard descriptor >= 0 else { throw Failure(errno) }
        do throws(Failure) {
            defer { close(descriptor) }
            try Self.fill(descriptor, with: bytes)
        } catch {
            unlink(draft)
            throw error
        }
        guard rename(draft, "\(folder)/\(name)") == 0 else {
            let failure = Failure(errno)
            unlink(draft)
            throw failure
        }
        try Self.forceFolder(folder)
    }

    /// Makes the folder and those above it where they are missing.
    static func makeFolder(_ folder: String) throws(Failure) {
        var made = folder.hasPrefix("/") ? "/" : ""
        for part in folder.split(separator: "/") {
            made += part + "/"
            guard mkdir(made, 0o750) == 0 || errno == EEXIST || isFolder(made) else {
                throw Failure(errno)
            }
        }
        guard isFolder(folder) else { throw Failure(ENOTDIR) }
    }

    /// Writes all bytes and waits until the disk has them.
    static func fill(_ descriptor: Int32, with bytes: [UInt8]) throws(Failure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Failure(count == 0 ? ENOSPC : errno) }
            rest = rest.dropFirst(count)
        }
        guard fsync(descriptor) == 0 else { throw Failure(errno) }
    }

    /// A renamed file is safe from power loss only once its folder is on disk.
    private static func forceFolder(_ folder: String) throws(Failure) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure(errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw Failure(errno) }
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Why the disk did not take the file.
    struct Failure: Error, Equatable {
        let number: Int32

        init(_ number: Int32) { self.number = number }

        /// The system's words, for example `No space left on device`.
        var words: String { String(cString: strerror(number)) }
    }
}
