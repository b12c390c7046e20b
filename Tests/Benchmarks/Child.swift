import Foundation

/// A program in a process of its own, measured from its start to its end.
struct Child {
    private let program: String
    private let arguments: [String]

    init(_ program: String, _ arguments: [String]) {
        self.program = program
        self.arguments = arguments
    }

    struct End {
        var output: [UInt8]
        var isWell: Bool
        /// The time from before the start until the end was known, and the process's peak.
        var measurement: Measurement
    }

    /// This program, wherever it stands.
    static var ownProgram: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
            ?? CommandLine.arguments[0]
    }

    /// Runs it and reads what it says; what it complains of goes where our complaints go.
    func run() throws -> End {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw Missing(reason: "there is no pipe") }
        let clock = ContinuousClock()
        let start = clock.now
        let pid = try spawn(output: ends[1], closing: ends[0])
        close(ends[1])
        let output = read(ends[0])
        close(ends[0])
        var status: Int32 = 0
        var usage = rusage()
        wait4(pid, &status, 0, &usage)
        let seconds = (clock.now - start) / .seconds(1)
        return End(
            output: output, isWell: status == 0,
            measurement: Measurement(seconds: seconds, peak: usage.ru_maxrss * 1024))
    }

    /// Starts it and does not wait.
    func start() throws -> pid_t { try spawn(output: nil, closing: nil) }

    /// Starts it, and waits until what it has said is enough, or it says no more.
    func start(until isEnough: (String) -> Bool) throws -> (pid: pid_t, said: String) {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw Missing(reason: "there is no pipe") }
        let pid = try spawn(output: ends[1], closing: ends[0])
        close(ends[1])
        var said = ""
        var chunk = [UInt8](repeating: 0, count: 4096)
        while !isEnough(said), case let count = Glibc.read(ends[0], &chunk, chunk.count), count > 0
        {
            said += String(decoding: chunk[..<count], as: UTF8.self)
        }
        close(ends[0])
        return (pid, said)
    }

    private func spawn(output: Int32?, closing: Int32?) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let output { posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO) }
        // The threads of Swift's tasks block signals, which the program would inherit.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        for end in [output, closing].compactMap({ $0 }) {
            posix_spawn_file_actions_addclose(&actions, end)
        }
        var words = ([program] + arguments).map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        var pid: pid_t = 0
        guard posix_spawnp(&pid, program, &actions, &attributes, &words, environ) == 0 else {
            throw Missing(reason: "\(program) can't be run")
        }
        return pid
    }

    private func read(_ end: Int32) -> [UInt8] {
        var output: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = Glibc.read(end, &chunk, chunk.count), count > 0 {
            output += chunk[..<count]
        }
        return output
    }
}
