import Dispatch
import Foundation
import Glibc
import Synchronization

/// A mail server on 127.0.0.1 that says what a test wants it to say, and keeps what it hears.
///
/// Where the script says nothing, everything is fine: 220, 250, 354, 250, 221.
final class ScriptedServer: Sendable {
    let port: Int
    private let listener: Int32
    private let notes: Notes

    /// - Parameters:
    ///   - offers: what EHLO's reply lists, for example `AUTH PLAIN`.
    ///   - script: asked at each moment; nothing means that everything is fine.
    init(offers: [String] = [], script: @escaping Script = { _ in nil }) throws {
        let notes = Notes()
        (listener, port) = try Self.listen()
        self.notes = notes
        Thread.detachNewThread { [listener] in
            while case let socket = accept(listener, nil, nil), socket >= 0 {
                let connection = notes.began()
                Thread.detachNewThread {
                    ScriptedTalk(
                        socket: socket, connection: connection, offers: offers, script: script,
                        notes: notes
                    ).run()
                    // Another test's child process may have inherited the descriptor.
                    shutdown(socket, Int32(SHUT_RDWR))
                    close(socket)
                    notes.connections.leave()
                }
            }
            close(listener)
        }
    }

    deinit { shutdown(listener, Int32(SHUT_RDWR)) }

    var url: String { "smtp://127.0.0.1:\(port)/mail.example.org" }
    var connectionCount: Int { notes.state.withLock { $0.connectionCount } }
    /// All commands in the order of their arrival.
    var commands: [String] { notes.state.withLock { $0.commands } }
    /// The mails that came with their final dot, dots unstuffed.
    var mails: [[UInt8]] { notes.state.withLock { $0.mails } }
    /// How many bytes came after a 354 that no dot followed.
    var strayBytes: Int { notes.state.withLock { $0.strayBytes } }

    /// How often something came, however much it was.
    var readings: Int { notes.state.withLock { $0.readings } }

    func count(of verb: String) -> Int { commands.count { $0.hasPrefix(verb) } }

    /// Waits until the other side has closed every connection.
    func ended() async {
        await withCheckedContinuation { continuation in
            notes.connections.notify(queue: .global()) { continuation.resume() }
        }
    }

    static func listen() throws -> (Int32, Int) {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, size) == 0 && Glibc.listen(listener, 64) == 0
                    && getsockname(listener, $0, &size) == 0
            }
        }
        guard isListening else { throw POSIXError(.EADDRNOTAVAIL) }
        return (listener, Int(UInt16(bigEndian: address.sin_port)))
    }
}

extension ScriptedServer {
    typealias Script = @Sendable (Moment) -> Answer?

    /// What the server is about to answer.
    struct Moment: Sendable {
        let step: Step
        /// Counted from 1, over the life of the server.
        let connection: Int
        /// The mail within its connection, counted from 1.
        let mail: Int
    }

    enum Step: Sendable, CaseIterable {
        case greeting, hello, startTLS, login, sender, recipient, data, body, reset, quit
    }

    enum Answer: Sendable {
        /// Lines without their ends.
        case say([String])
        case sayAndClose(String)
        case close
        /// Nothing more is said; the other side has to go.
        case silence
        /// These octets, each piece by itself; line ends are theirs.
        case sayInPieces([String])
        /// The line, after so many seconds.
        case sayLate(String, seconds: Double)
        /// The connection is reset after the line.
        case sayAndReset(String)
        /// After 354 and so many octets of the mail, the line; then the connection ends, whatever else
        /// was said.
        case takeAndClose(octets: Int, String)
        /// After this line nothing is read or said until the gate opens.
        case sayAndStall(String, Gate)

        static func say(_ line: String) -> Answer { .say([line]) }
    }

    /// What all connections write down.
    final class Notes: Sendable {
        struct State {
            var connectionCount = 0
            var commands: [String] = []
            var mails: [[UInt8]] = []
            var strayBytes = 0
            var readings = 0
        }

        let state = Mutex(State())
        let connections = DispatchGroup()

        func began() -> Int {
            connections.enter()
            return state.withLock { state in
                state.connectionCount += 1
                return state.connectionCount
            }
        }
    }
}
