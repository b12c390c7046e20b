import Foundation
import Glibc
import Synchronization

/// A receiver of webhooks on 127.0.0.1 that says what a test wants it to say, and keeps what it hears.
final class HTTPReceiver: Sendable {
    let port: Int
    private let listener: Int32
    private let heard = Mutex<[String]>([])

    /// - Parameter answer: the whole answer as it goes over the line; nothing to say none.
    init(answer: String?) throws {
        (listener, port) = try ScriptedServer.listen()
        Thread.detachNewThread { [self, listener] in
            while case let socket = accept(listener, nil, nil), socket >= 0 {
                serve(socket, answer)
                shutdown(socket, Int32(SHUT_RDWR))
                close(socket)
            }
            close(listener)
        }
    }

    /// Ends the thread that listens, which holds this one.
    func end() { shutdown(listener, Int32(SHUT_RDWR)) }

    /// Each request as it came.
    var requests: [String] { heard.withLock { $0 } }

    private func serve(_ socket: Int32, _ answer: String?) {
        var request = ""
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while !Self.isWhole(request) {
            let count = recv(socket, &buffer, buffer.count, 0)
            guard count > 0 else { break }
            request += String(decoding: buffer.prefix(count), as: UTF8.self)
        }
        heard.withLock { $0.append(request) }
        guard let answer else {
            // Until the other side has had enough of it.
            _ = recv(socket, &buffer, buffer.count, 0)
            return
        }
        for part in Array(answer.utf8).chunks(of: 4096) {
            guard send(socket, part, part.count, Int32(MSG_NOSIGNAL)) > 0 else { return }
        }
    }

    private static func isWhole(_ request: String) -> Bool {
        guard let head = request.firstRange(of: "\r\n\r\n"),
            let length = request.firstMatch(of: /(?i)content-length: (\d+)/)
        else { return false }
        return request[head.upperBound...].utf8.count >= Int(length.1) ?? 0
    }
}

extension [UInt8] {
    fileprivate func chunks(of size: Int) -> [[UInt8]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}
