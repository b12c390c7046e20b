import Foundation

/// A web server on this machine for the length of a comparison: the service, or the smallest that
/// Hummingbird makes.
final class Served {
    let address: String
    let pid: pid_t
    /// When it was found to be ready.
    private(set) var readyAt: ContinuousClock.Instant?
    private var isEnded = false

    /// Starts a program that says where to look in its first lines, as `http://127.0.0.1:PORT/`.
    ///
    /// - Parameter environment: what it is told by variables.
    init(
        _ program: String, _ arguments: [String], _ environment: [String: String] = [:],
        complaints: String
    ) throws {
        let settings = environment.map { "\($0)=\($1)" }
        // What it logs goes to a file, as a service's does.
        let words =
            ["-c", "exec \"$@\" 2>\"$0\"", complaints, "/usr/bin/env"] + settings + [program]
            + arguments
        let (pid, said) = try Child("/bin/sh", words).start { $0.contains("http://") }
        guard let match = said.firstMatch(of: /http:\/\/127\.0\.0\.1:\d+/) else {
            throw Missing(reason: "\(program) does not say where to look")
        }
        (self.pid, address) = (pid, String(match.0))
    }

    /// Asks a path until it is answered with 200.
    func awaitAnswer(of path: String) throws {
        for _ in 0..<200 {
            let end = try Child("curl", ["-sf", "-o", "/dev/null", address + path]).run()
            if end.isWell {
                readyAt = .now
                return
            }
            usleep(5000)
        }
        throw Missing(reason: "\(path) is not answered")
    }

    /// A line of what the kernel says of its memory, such as `VmRSS`, in bytes (proc(5)).
    func memory(_ name: String) throws -> Int {
        let status = try String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") }
        return (line.flatMap { Int($0.filter(\.isNumber)) } ?? 0) * 1024
    }

    func end() {
        guard !isEnded else { return }
        isEnded = true
        kill(pid, SIGTERM)
        waitpid(pid, nil, 0)
    }

    deinit { end() }
}
