import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension Shell {
    /// Starts a program and waits for it on a thread of its own, which the test need not.
    ///
    /// Foundation's `Process` hands the signal mask of its thread on, so that what a script starts
    /// could not be ended by `kill`; and it waits for grandchildren as well.
    ///
    /// - Returns: the exit code; 128 and the signal's number where a signal ended it.
    static func spawn(
        _ arguments: [String], environment: [String: String], in folder: String, output: String,
        error: String
    ) async throws -> Int32 {
        let pid = try start(
            ["/usr/bin/env", "-C", folder] + arguments,
            environment.map { "\($0)=\($1)" }, output: output, error: error)
        return await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                var status: Int32 = 0
                while waitpid(pid, &status, 0) < 0, errno == EINTR {}
                let signal = status & 0x7F
                continuation.resume(returning: signal == 0 ? (status >> 8) & 0xFF : 128 + signal)
            }
        }
    }

    private static func start(
        _ arguments: [String], _ environment: [String], output: String, error: String
    ) throws -> pid_t {
        var (attributes, files) = (posix_spawnattr_t(), posix_spawn_file_actions_t())
        posix_spawnattr_init(&attributes)
        posix_spawn_file_actions_init(&files)
        defer {
            posix_spawnattr_destroy(&attributes)
            posix_spawn_file_actions_destroy(&files)
        }
        var (none, all) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        for (number, path) in [(STDOUT_FILENO, output), (STDERR_FILENO, error)] {
            posix_spawn_file_actions_addopen(
                &files, number, path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        }
        let (words, variables) = (arguments.map { strdup($0) }, environment.map { strdup($0) })
        defer { for text in words + variables { free(text) } }
        var pid: pid_t = 0
        let failure = posix_spawn(
            &pid, arguments[0], &files, &attributes, words + [nil], variables + [nil])
        guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .EIO) }
        return pid
    }
}
