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
        var bytes = try piece(of: descriptor, upTo: size)
        while bytes.count <= SheetLimit.bytes {
            let more = try piece(of: descriptor, upTo: 1 << 18)
            guard !more.isEmpty else { return bytes }
            bytes += more
        }
        throw Problem.listTooLarge(path)
    }

    /// The next bytes, as many as there are; fewer only at the end.
    private func piece(of descriptor: CInt, upTo size: Int) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let rest = UnsafeMutableBufferPointer(rebasing: buffer[count...])
                let read = read(descriptor, rest.baseAddress, rest.count)
                if read == 0 { return }
                if read < 0, errno == EINTR { continue }
                guard read > 0 else { throw problem(errno) }
                count += read
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
