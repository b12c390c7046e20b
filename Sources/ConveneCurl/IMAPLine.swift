import CCurl
import Convene

/// A connection to an IMAP server that libcurl has made, encrypted and logged in to.
final class IMAPLine {
    private let curl: UnsafeMutableRawPointer
    private let server: IMAPServer
    private let patience: Duration
    private var reader: CurlReader

    /// - Throws: `mailbox.unreadable`, saying whether it is the way, the encryption or the login.
    init(_ mailbox: IMAPMailbox) throws {
        server = mailbox.server
        patience = mailbox.patience
        guard CurlLibrary.isReady, let curl = curl_easy_init() else {
            throw Problem.mailboxUnreadable(mailbox.server, "there is no memory to connect with.")
        }
        self.curl = curl
        do { reader = try Self.connect(curl, to: mailbox) } catch {
            curl_easy_cleanup(curl)
            throw error
        }
    }

    deinit {
        close()
        curl_easy_cleanup(curl)
    }

    /// Ends what is read, so that nobody waits for a goodbye.
    func close() { reader.stream.end() }

    private static func connect(_ curl: UnsafeMutableRawPointer, to mailbox: IMAPMailbox) throws
        -> CurlReader
    {
        setOptions(of: mailbox, on: curl)
        let words = UnsafeMutableBufferPointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
        words.initialize(repeating: 0)
        defer {
            _ = ccurl_set_pointer(curl, CURLOPT_ERRORBUFFER, nil)
            words.deallocate()
        }
        _ = ccurl_set_pointer(curl, CURLOPT_ERRORBUFFER, UnsafeMutableRawPointer(words.baseAddress))
        let result = curl_easy_perform(curl)
        let isEncrypted = mailbox.server.isEncrypted || mailbox.startTLS == .required
        guard result == CURLE_OK,
            let stream = CurlStream(curl, isEncrypted: isEncrypted, piece: 64 << 10)
        else {
            let said = String(decoding: words.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
            throw Problem.mailboxUnreadable(mailbox.server, reason(result, said))
        }
        return CurlReader(stream, longestLine: longestLine)
    }

    func send(_ text: String) throws {
        do { try reader.stream.send(Array(text.utf8), patience: patience) } catch {
            throw broken(error)
        }
    }

    /// The next response: a line, and what stands in literals of it.
    func receive() throws -> IMAPResponse {
        var response = IMAPResponse(text: "", literal: nil)
        while true {
            let line = try receiveLine()
            response.text += String(decoding: line, as: UTF8.self)
            guard response.text.utf8.count <= Self.longestLine else { throw broken(.endless) }
            guard let length = Self.literalLength(line) else { return response }
            let literal = try receiveLiteral(length)
            if response.literal == nil { response.literal = literal }
        }
    }

    private func receiveLine() throws -> ArraySlice<UInt8> {
        do { return try reader.line(until: .now + patience) } catch { throw broken(error) }
    }

    /// All of a literal is read; no more of it is kept than of one mail.
    private func receiveLiteral(_ length: Int) throws -> [UInt8] {
        var literal: [UInt8] = []
        literal.reserveCapacity(min(length, RawMail.limit))
        var rest = length
        while rest > 0 {
            let piece = try receiveOctets(atMost: rest)
            literal += piece.prefix(RawMail.limit - literal.count)
            rest -= piece.count
        }
        return literal
    }

    private func receiveOctets(atMost count: Int) throws -> ArraySlice<UInt8> {
        do { return try reader.octets(atMost: count, until: .now + patience) } catch {
            throw broken(error)
        }
    }

    /// The number in `{123}` at the end of a line.
    private static func literalLength(_ line: ArraySlice<UInt8>) -> Int? {
        guard line.last == UInt8(ascii: "}"), let open = line.lastIndex(of: UInt8(ascii: "{"))
        else { return nil }
        return Int(String(decoding: line[(open + 1)...].dropLast(), as: UTF8.self)).flatMap {
            (0...(4 << 30)).contains($0) ? $0 : nil
        }
    }

    private func broken(_ failure: CurlStream.Failure) -> Problem {
        let reason =
            switch failure {
            case .timeout: "the server has stopped answering."
            case .closed: "the server has ended the connection."
            case .endless: "the server says something that is not IMAP."
            case .broken(let words): "the connection broke: \(words)."
            }
        return .mailboxUnreadable(server, reason)
    }

    private static func reason(_ result: CURLcode, _ said: String) -> String {
        let words = said.isEmpty ? String(cString: curl_easy_strerror(result)) : said
        return switch result {
        case CURLE_LOGIN_DENIED: "the server does not accept the login (\(words))."
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_USE_SSL_FAILED:
            "the connection can't be encrypted and verified (\(words))."
        default: "\(words)."
        }
    }

    /// The longest line that is taken: a list of numbers may be long, a mail is a literal.
    private static let longestLine = 4 << 20
}

extension IMAPLine {
    private static func setOptions(of mailbox: IMAPMailbox, on curl: UnsafeMutableRawPointer) {
        // What these return is a lack of memory at worst; the connection itself then says so.
        _ = ccurl_set_text(curl, CURLOPT_URL, mailbox.server.url)
        _ = ccurl_set_text(curl, CURLOPT_PROTOCOLS_STR, "imap,imaps")
        // A proxy named in the environment is meant for the web.
        _ = ccurl_set_text(curl, CURLOPT_PROXY, "")
        let level = mailbox.startTLS == .required ? CURLUSESSL_ALL : CURLUSESSL_NONE
        for (option, value) in [
            (CURLOPT_NOSIGNAL, 1),
            // The connection and the login are libcurl's, the talk is ours: its own would mark mails
            // as read, and look for its replies in what mails say.
            (CURLOPT_CONNECT_ONLY, 1), (CURLOPT_CONNECTTIMEOUT, 30),
            (CURLOPT_SERVER_RESPONSE_TIMEOUT, 60), (CURLOPT_USE_SSL, Int(level.rawValue)),
            (CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2), (CURLOPT_SSL_VERIFYPEER, 1),
            (CURLOPT_SSL_VERIFYHOST, 2),
        ] {
            _ = ccurl_set_long(curl, option, Int(value))
        }
        if let authority = mailbox.authority { _ = ccurl_set_text(curl, CURLOPT_CAINFO, authority) }
        mailbox.login?.set(on: curl)
    }
}
