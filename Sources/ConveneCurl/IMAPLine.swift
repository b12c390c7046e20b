import CCurl
import Convene
import Glibc

/// A connection to an IMAP server that libcurl has made, encrypted and logged in to.
final class IMAPLine {
    private let curl: UnsafeMutableRawPointer
    private let server: IMAPServer
    private let patience: Duration
    private var socket: curl_socket_t = -1
    private var buffer: [UInt8] = []
    private var start = 0

    /// - Throws: `mailbox.unreadable`, saying whether it is the way, the encryption or the login.
    init(_ mailbox: IMAPMailbox) throws {
        server = mailbox.server
        patience = mailbox.patience
        guard CurlLibrary.isReady, let curl = curl_easy_init() else {
            throw Problem.mailboxUnreadable(mailbox.server, "there is no memory to connect with.")
        }
        self.curl = curl
        setOptions(mailbox)
        let words = UnsafeMutableBufferPointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
        words.initialize(repeating: 0)
        defer {
            _ = ccurl_set_pointer(curl, CURLOPT_ERRORBUFFER, nil)
            words.deallocate()
        }
        _ = ccurl_set_pointer(curl, CURLOPT_ERRORBUFFER, UnsafeMutableRawPointer(words.baseAddress))
        let result = curl_easy_perform(curl)
        guard result == CURLE_OK, ccurl_get_socket(curl, &socket) == CURLE_OK, socket >= 0 else {
            let said = String(decoding: words.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
            throw Problem.mailboxUnreadable(server, Self.reason(result, said))
        }
    }

    deinit {
        close()
        curl_easy_cleanup(curl)
    }

    /// Ends what is read, so that nobody waits for a goodbye.
    func close() {
        if socket >= 0 { shutdown(socket, Int32(SHUT_RDWR)) }
    }

    func send(_ text: String) throws {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            var count = 0
            let result = bytes.withUnsafeBytes {
                curl_easy_send(curl, $0.baseAddress, $0.count, &count)
            }
            switch result {
            case CURLE_OK: bytes = bytes.dropFirst(count)
            case CURLE_AGAIN: try wait(for: Int16(POLLOUT))
            default: throw broken(result)
            }
        }
    }

    /// The next response: a line, and what stands in literals of it.
    func receive() throws -> IMAPResponse {
        var response = IMAPResponse(text: "", literal: nil)
        while true {
            let line = try receiveLine()
            response.text += String(decoding: line, as: UTF8.self)
            guard response.text.utf8.count <= Self.longestLine else { throw babble }
            guard let length = Self.literalLength(line) else { return response }
            let literal = try receiveLiteral(length)
            if response.literal == nil { response.literal = literal }
        }
    }

    private func receiveLine() throws -> [UInt8] {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: 10) {
                defer { start = end + 1 }
                let line = buffer[start..<end]
                return Array(line.last == 13 ? line.dropLast() : line)
            }
            guard buffer.count - start <= Self.longestLine else { throw babble }
            searched = buffer.count - start
            try fill()
        }
    }

    /// All of a literal is read; no more of it is kept than of one mail.
    private func receiveLiteral(_ length: Int) throws -> [UInt8] {
        var literal: [UInt8] = []
        literal.reserveCapacity(min(length, RawMail.limit))
        var rest = length
        while rest > 0 {
            if start == buffer.count { try fill() }
            let piece = buffer[start...].prefix(rest)
            literal += piece.prefix(RawMail.limit - literal.count)
            rest -= piece.count
            start += piece.count
        }
        return literal
    }

    /// The number in `{123}` at the end of a line.
    private static func literalLength(_ line: [UInt8]) -> Int? {
        guard line.last == UInt8(ascii: "}"), let open = line.lastIndex(of: UInt8(ascii: "{"))
        else { return nil }
        return Int(String(decoding: line[(open + 1)...].dropLast(), as: UTF8.self)).flatMap {
            (0...(4 << 30)).contains($0) ? $0 : nil
        }
    }

    private func fill() throws {
        buffer.removeFirst(start)
        start = 0
        while true {
            var count = 0
            let result = withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 1) { piece in
                let result = curl_easy_recv(curl, piece.baseAddress, piece.count, &count)
                if result == CURLE_OK { buffer += piece.prefix(count) }
                return result
            }
            switch result {
            case CURLE_OK where count > 0: return
            case CURLE_AGAIN: try wait(for: Int16(POLLIN))
            default: throw broken(result)
            }
        }
    }

    private func wait(for events: Int16) throws {
        var entry = pollfd(fd: socket, events: events, revents: 0)
        let milliseconds = Int32(clamping: patience.components.seconds * 1000)
        while true {
            let count = poll(&entry, 1, milliseconds)
            if count > 0 { return }
            if count < 0, errno == EINTR { continue }
            throw Problem.mailboxUnreadable(server, "the server has stopped answering.")
        }
    }

    private func broken(_ result: CURLcode) -> Problem {
        .mailboxUnreadable(
            server,
            result == CURLE_OK
                ? "the server has ended the connection."
                : "the connection broke: \(String(cString: curl_easy_strerror(result))).")
    }

    private var babble: Problem {
        .mailboxUnreadable(server, "the server says something that is not IMAP.")
    }

    private static func reason(_ result: CURLcode, _ said: String) -> String {
        let words = said.isEmpty ? String(cString: curl_easy_strerror(result)) : said
        return switch result {
        case CURLE_LOGIN_DENIED: "the server does not accept user or password (\(words))."
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_USE_SSL_FAILED:
            "the connection can't be encrypted and verified (\(words))."
        default: "\(words)."
        }
    }

    /// The longest line that is taken: a list of numbers may be long, a mail is a literal.
    private static let longestLine = 1 << 20
}

extension IMAPLine {
    private func setOptions(_ mailbox: IMAPMailbox) {
        set(CURLOPT_URL, mailbox.server.url)
        set(CURLOPT_PROTOCOLS_STR, "imap,imaps")
        // A proxy named in the environment is meant for the web.
        set(CURLOPT_PROXY, "")
        set(CURLOPT_NOSIGNAL, 1)
        // The connection and the login are libcurl's, the talk is ours: its own would mark mails as
        // read, and look for its replies in what mails say.
        set(CURLOPT_CONNECT_ONLY, 1)
        set(CURLOPT_CONNECTTIMEOUT, 30)
        set(CURLOPT_SERVER_RESPONSE_TIMEOUT, 60)
        let level = mailbox.startTLS == .required ? CURLUSESSL_ALL : CURLUSESSL_NONE
        set(CURLOPT_USE_SSL, Int(level.rawValue))
        set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
        set(CURLOPT_SSL_VERIFYPEER, 1)
        set(CURLOPT_SSL_VERIFYHOST, 2)
        if let authority = mailbox.authority { set(CURLOPT_CAINFO, authority) }
        if let user = mailbox.user { set(CURLOPT_USERNAME, user) }
        if let password = mailbox.password { set(CURLOPT_PASSWORD, password) }
    }

    // What these return is a lack of memory at worst; the connection itself then says so.

    private func set(_ option: CURLoption, _ value: Int) { _ = ccurl_set_long(curl, option, value) }

    private func set(_ option: CURLoption, _ value: String) {
        _ = ccurl_set_text(curl, option, value)
    }
}
