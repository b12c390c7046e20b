import CCurl
import Glibc

/// The octets of a connection that libcurl has made, encrypted and logged in to
/// (`CURLOPT_CONNECT_ONLY`); what is said over it is ours. It lives no longer than its handle.
struct CurlStream {
    private let curl: UnsafeMutableRawPointer
    private let socket: curl_socket_t
    /// Whether octets may lie decrypted in memory, of which the system knows nothing.
    private let isEncrypted: Bool
    /// How many octets are asked for at once.
    private let piece: Int

    enum Failure: Error {
        /// The other side took or sent nothing for too long.
        case timeout
        case closed
        /// A line has no end.
        case endless
        case broken(String)
    }

    /// Nothing when the handle holds no connection.
    init?(_ curl: UnsafeMutableRawPointer, isEncrypted: Bool, piece: Int = 4096) {
        var socket: curl_socket_t = -1
        guard ccurl_get_socket(curl, &socket) == CURLE_OK, socket >= 0 else { return nil }
        self.curl = curl
        self.socket = socket
        self.isEncrypted = isEncrypted
        self.piece = piece
    }

    /// Ends both directions, so that nobody waits for a goodbye.
    func end() { shutdown(socket, Int32(SHUT_RDWR)) }

    /// Sends all of it.
    ///
    /// - Parameter patience: for so long the other side may take nothing.
    func send(_ bytes: [UInt8], patience: Duration) throws(Failure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            var count = 0
            let result = rest.withUnsafeBytes {
                curl_easy_send(curl, $0.baseAddress, $0.count, &count)
            }
            switch result {
            case CURLE_OK: rest = rest.dropFirst(count)
            case CURLE_AGAIN: try wait(for: POLLOUT, until: .now + patience)
            default: throw .broken(String(cString: curl_easy_strerror(result)))
            }
        }
    }

    /// Adds what comes next, which is one octet at least. Whoever talks on and on ends with the
    /// deadline, too.
    func receive(into bytes: inout [UInt8], until deadline: ContinuousClock.Instant)
        throws(Failure)
    {
        guard deadline > .now else { throw .timeout }
        if !isEncrypted { try wait(for: POLLIN, until: deadline) }
        while true {
            var count = 0
            let result = withUnsafeTemporaryAllocation(byteCount: piece, alignment: 1) { piece in
                let result = curl_easy_recv(curl, piece.baseAddress, piece.count, &count)
                if result == CURLE_OK { bytes.append(contentsOf: piece.prefix(count)) }
                return result
            }
            switch result {
            case CURLE_OK where count > 0: return
            case CURLE_OK: throw .closed
            case CURLE_AGAIN: try wait(for: POLLIN, until: deadline)
            default: throw .broken(String(cString: curl_easy_strerror(result)))
            }
        }
    }

    private func wait(for event: Int32, until deadline: ContinuousClock.Instant) throws(Failure) {
        var entry = pollfd(fd: socket, events: Int16(event), revents: 0)
        while true {
            let left = max(.zero, deadline - .now)
            let milliseconds =
                left.components.seconds * 1000
                + left.components.attoseconds / 1_000_000_000_000_000
            let count = poll(&entry, 1, Int32(clamping: milliseconds + 1))
            if count > 0 { return }
            guard count < 0, errno == EINTR else { throw .timeout }
        }
    }
}
