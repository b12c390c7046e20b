import Convene

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A file that somebody named, before anything is known of it.
struct ListFile {
    let path: String

    /// All its bytes.
    ///
    /// Copied rather than mapped into memory: a mapped file that somebody cuts short meanwhile ends
    /// the process.
    ///
    /// - Throws: `list.unreadable`.
    func bytes() throws -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw problem(errno) }
        defer { close(descriptor) }

        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw problem(errno) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw Problem.listIsFolder(path) }
        guard status.st_size <= SheetLimit.bytes else { throw Problem.listTooLarge(path) }
        return try contents(of: descriptor, expecting: Int(status.st_size))
    }

    /// A pipe has no size and a file may grow, so the size is a hint, and the end is where it ends.
    private func contents(of descriptor: CInt, expecting size: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        var chunk = [UInt8](repeating: 0, count: 1 << 18)
        while bytes.count <= SheetLimit.bytes {
            let count = fill(&chunk, from: descriptor)
            guard count >= 0 else { throw problem(errno) }
            guard count > 0 else { return bytes }
            bytes += chunk[..<count]
        }
        throw Problem.listTooLarge(path)
    }

    private func fill(_ chunk: inout [UInt8], from descriptor: CInt) -> Int {
        chunk.withUnsafeMutableBytes { buffer in
            while true {
                let count = read(descriptor, buffer.baseAddress, buffer.count)
                if count >= 0 || errno != EINTR { return count }
            }
        }
    }

    private func problem(_ code: CInt) -> Problem {
        switch code {
        case ENOENT, ENOTDIR: .listMissing(path)
        case EISDIR: .listIsFolder(path)
        case EACCES, EPERM: .listForbidden(path)
        default: .listUnreadable(path, reason: String(cString: strerror(code)))
        }
    }
}
