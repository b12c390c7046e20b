import Foundation

/// A mail server on this machine for the length of a comparison.
struct MailSink {
    let url: String
    private let pid: pid_t

    enum Kind {
        /// Takes everything, keeps nothing: smtp-sink of the package `postfix`.
        case sink
        /// The same, but thinks so many milliseconds about each mail.
        case relay(milliseconds: Int)
        /// A real Postfix with a queue in this folder; it needs root.
        case postfix(folder: String)
    }

    init(_ kind: Kind = .sink) throws {
        let port = try Self.freePort()
        url = "smtp://127.0.0.1:\(port)"
        pid = try Self.start(kind, port)
        for _ in 0..<200 where !Self.answers(port) { usleep(50_000) }
        guard Self.answers(port) else {
            stop()
            throw Missing(reason: "the mail server does not answer: install the package postfix")
        }
    }

    private static func start(_ kind: Kind, _ port: UInt16) throws -> pid_t {
        switch kind {
        case .sink:
            // As root it wants to be told as whom to work.
            let user = getuid() == 0 ? ["-u", "nobody"] : []
            return try Child("/usr/sbin/smtp-sink", user + ["127.0.0.1:\(port)", "1000"]).start()
        case .relay(let milliseconds):
            return try Child(Child.ownProgram, ["part", "relay", "\(port)", "\(milliseconds)"])
                .start()
        case .postfix(let folder):
            let script = "Tests/EndToEnd/Peers/postfix"
            guard getuid() == 0, FileManager.default.isExecutableFile(atPath: script) else {
                throw Missing(reason: "Postfix runs as root, from the repository's root")
            }
            return try Child(script, [folder, "\(port)"]).start()
        }
    }

    func stop() {
        kill(pid, SIGTERM)
        waitpid(pid, nil, 0)
    }

    /// A port that nobody had a moment ago.
    private static func freePort() throws -> UInt16 {
        try withSocket { socket in
            var address = loopback(port: 0)
            var length = socklen_t(MemoryLayout<sockaddr_in>.size)
            let isBound = withGeneric(&address) { bind(socket, $0, length) == 0 }
            guard isBound, withGeneric(&address, { getsockname(socket, $0, &length) }) == 0 else {
                throw Missing(reason: "there is no free port")
            }
            return UInt16(bigEndian: address.sin_port)
        }
    }

    private static func answers(_ port: UInt16) -> Bool {
        withSocket { socket in
            var address = loopback(port: port)
            let length = socklen_t(MemoryLayout<sockaddr_in>.size)
            return withGeneric(&address) { connect(socket, $0, length) == 0 }
        }
    }

    private static func withSocket<T>(_ body: (Int32) throws -> T) rethrows -> T {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        return try body(descriptor)
    }

    private static func loopback(port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }

    private static func withGeneric<T>(
        _ address: inout sockaddr_in, _ body: (UnsafeMutablePointer<sockaddr>) -> T
    ) -> T {
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0) }
        }
    }
}
