import Foundation
import Glibc
import Synchronization

/// An IMAP server on 127.0.0.1 that says what a test wants it to say, and keeps what it hears.
///
/// It lets everybody in; what it says to a command is the test's, where `TAG` stands for the
/// command's tag. Nothing ends the connection.
final class ScriptedIMAPServer: Sendable {
    let port: Int
    private let listener: Int32
    private let heard = Mutex<[String]>([])

    /// - Parameter logins: the ways to log in that it offers.
    init(
        logins: String = "AUTH=PLAIN",
        _ script: @escaping @Sendable (_ command: String) -> String? = { _ in "TAG OK\r\n" }
    ) throws {
        (listener, port) = try ScriptedServer.listen()
        Thread.detachNewThread { [listener, heard = Weak(self)] in
            while case let socket = accept(listener, nil, nil), socket >= 0 {
                Self.talk(socket, offering: logins, script) { line in heard.server?.note(line) }
                shutdown(socket, Int32(SHUT_RDWR))
                close(socket)
            }
            close(listener)
        }
    }

    deinit { shutdown(listener, Int32(SHUT_RDWR)) }

    var url: String { "imap://127.0.0.1:\(port)/INBOX" }

    /// The commands after the login, without their tags.
    var commands: [String] { heard.withLock { $0 }.filter { !Self.isLogin($0) } }

    /// The commands that were to log in.
    var logins: [String] { heard.withLock { $0 }.filter(Self.isLogin) }

    private static func isLogin(_ command: String) -> Bool {
        command.hasPrefix("AUTHENTICATE") || command.hasPrefix("LOGIN")
    }

    private func note(_ line: String) { heard.withLock { $0.append(line) } }

    private static func talk(
        _ socket: Int32, offering logins: String, _ script: (String) -> String?,
        note: (String) -> Void
    ) {
        say("* OK [CAPABILITY IMAP4rev1 \(logins) SASL-IR] ready\r\n", to: socket)
        var buffer: [UInt8] = []
        while let line = line(from: socket, &buffer) {
            let words = line.split(separator: " ", maxSplits: 1).map(String.init)
            let (tag, command) = (words.first ?? "", words.count > 1 ? words[1] : "")
            switch command.split(separator: " ").first?.uppercased() {
            case "CAPABILITY":
                say("* CAPABILITY IMAP4rev1 \(logins) SASL-IR\r\n\(tag) OK\r\n", to: socket)
            case "AUTHENTICATE", "LOGIN":
                note(command)
                say("\(tag) OK in\r\n", to: socket)
            case "LOGOUT": return
            default:
                note(command)
                guard let reply = script(command) else { return }
                say(reply.replacing("TAG", with: tag), to: socket)
            }
        }
    }

    private static func line(from socket: Int32, _ buffer: inout [UInt8]) -> String? {
        while true {
            if let end = buffer.firstIndex(of: 10) {
                defer { buffer.removeSubrange(...end) }
                return String(decoding: buffer[..<end], as: UTF8.self)
                    .trimmingCharacters(in: .newlines)
            }
            var piece = [UInt8](repeating: 0, count: 4096)
            let count = recv(socket, &piece, piece.count, 0)
            guard count > 0 else { return nil }
            buffer += piece.prefix(count)
        }
    }

    private static func say(_ text: String, to socket: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes {
                send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }
}

/// The server's thread does not keep the server.
private final class Weak: Sendable {
    private let held: Mutex<Held>

    private struct Held {
        weak var server: ScriptedIMAPServer?
    }

    init(_ server: ScriptedIMAPServer) { held = Mutex(Held(server: server)) }

    var server: ScriptedIMAPServer? { held.withLock { $0.server } }
}
