import Glibc
import Synchronization

import class Foundation.Thread

/// One connection of the ``ScriptedServer``, on its own thread.
final class ScriptedTalk {
    private let socket: Int32
    private let connection: Int
    private let offers: [String]
    private let script: ScriptedServer.Script
    private let notes: ScriptedServer.Notes
    private var mail = 1
    private var isTakingMail = false
    private var buffer: [UInt8] = []
    private var start = 0

    init(
        socket: Int32, connection: Int, offers: [String],
        script: @escaping ScriptedServer.Script, notes: ScriptedServer.Notes
    ) {
        self.socket = socket
        self.connection = connection
        self.offers = offers
        self.script = script
        self.notes = notes
    }

    func run() {
        guard answer(.greeting) else { return }
        while let line = line() {
            let command = String(decoding: line, as: UTF8.self)
            notes.state.withLock { $0.commands.append(command) }
            guard let step = step(of: command) else { return }
            if step == .login, !takeLogin() { return }
            guard answer(step) else { return }
            if isTakingMail, !takeMail() { return }
        }
    }

    private func step(of command: String) -> ScriptedServer.Step? {
        switch command.prefix(4) {
        case "EHLO", "HELO": .hello
        case "STAR": .startTLS
        case "AUTH": .login
        case "MAIL": .sender
        case "RCPT": .recipient
        case "DATA": .data
        case "QUIT": .quit
        case "RSET": .reset
        default: nil
        }
    }

    /// Says what is due; whether the talk goes on.
    private func answer(_ step: ScriptedServer.Step) -> Bool {
        let moment = ScriptedServer.Moment(step: step, connection: connection, mail: mail)
        switch script(moment) ?? .say(usual(step)) {
        case .say(let lines):
            lines.forEach(say)
            isTakingMail = step == .data && lines.last?.hasPrefix("354") == true
            return step != .quit
        case .sayAndClose(let line):
            say(line)
            return false
        case .sayInPieces(let pieces):
            pieces.forEach(put)
            return true
        case .sayLate(let line, let seconds):
            Thread.sleep(forTimeInterval: seconds)
            say(line)
            return true
        case .sayAndReset(let line):
            say(line)
            reset()
            return false
        case .takeAndClose(let octets, let line):
            say("354 go ahead")
            while buffer.count < octets, readMore() {}
            say(line)
            return false
        case .sayAndStall(let line, let gate):
            say(line)
            _ = gate.pass()
            return false
        case .close:
            return false
        case .silence:
            while line() != nil {}
            return false
        }
    }

    private func usual(_ step: ScriptedServer.Step) -> [String] {
        switch step {
        case .greeting: ["220 mail.example.com ready"]
        case .hello:
            (["mail.example.com"] + offers).enumerated().map { index, words in
                "250\(index == offers.count ? " " : "-")\(words)"
            }
        case .startTLS: ["220 2.0.0 go ahead"]
        case .login: ["235 2.7.0 welcome"]
        case .sender, .recipient, .reset: ["250 2.1.0 fine"]
        case .data: ["354 go ahead"]
        case .body: ["250 2.0.0 taken as \(connection)-\(mail)"]
        case .quit: ["221 2.0.0 bye"]
        }
    }

    /// Asks for what AUTH PLAIN says; whether it came.
    private func takeLogin() -> Bool {
        say("334 ")
        guard let line = line() else { return false }
        notes.state.withLock { $0.commands.append(String(decoding: line, as: UTF8.self)) }
        return true
    }

    /// Reads to the final dot and answers; whether the talk goes on.
    private func takeMail() -> Bool {
        var bytes: [UInt8] = []
        while let line = line() {
            guard line != [UInt8(ascii: ".")] else {
                notes.state.withLock { $0.mails.append(bytes) }
                defer { mail += 1 }
                return answer(.body)
            }
            bytes += line.first == UInt8(ascii: ".") ? line.dropFirst() : line
            bytes += [13, 10]
        }
        notes.state.withLock { $0.strayBytes += bytes.count + buffer.count - start }
        return false
    }

    private func say(_ line: String) { put("\(line)\r\n") }

    private func put(_ text: String) {
        let bytes = Array(text.utf8)
        _ = send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    /// Has the connection end with a reset as soon as it is closed (SO_LINGER of socket(7)), as a
    /// firewall does that has forgotten it; waits until what was said is over there.
    private func reset() {
        var linger = linger(l_onoff: 1, l_linger: 0)
        setsockopt(
            socket, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
        var unread: Int32 = 1
        while unread > 0, ioctl(socket, UInt(TIOCOUTQ), &unread) == 0 { usleep(1000) }
    }

    /// The next line without its CRLF; nothing at the end of the stream.
    private func line() -> ArraySlice<UInt8>? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: 10) {
                defer { start = end + 1 }
                return buffer[start..<max(start, end - 1)]
            }
            searched = buffer.count
            guard readMore() else { return nil }
            searched -= start
            buffer.removeFirst(start)
            start = 0
        }
    }

    private func readMore() -> Bool {
        var piece = [UInt8](repeating: 0, count: 65_536)
        let count = recv(socket, &piece, piece.count, 0)
        guard count > 0 else { return false }
        notes.state.withLock { $0.readings += 1 }
        buffer += piece[..<count]
        return true
    }
}
