import CCurl
import Convene
import Glibc

/// An easy handle of libcurl and the one connection that it makes.
///
/// For one thread only. When it goes, the connection is closed without waiting for the server's
/// answer to QUIT (ENV-22).
final class CurlHandle {
    /// How many mails the connection has carried or tried to.
    private(set) var mailsOnConnection = 0
    let curl: UnsafeMutableRawPointer
    private let account: SMTPAccount
    private var dialogue: SMTPDialogue
    private var talk: SMTPTalk?
    /// Why we stopped libcurl ourselves, if we did.
    private var stop: SMTPEnding?
    private var lastUse = ContinuousClock.now
    private var sockets: Set<Int32> = []
    private let words: UnsafeMutableBufferPointer<CChar>

    /// Nothing when libcurl has no memory or no TLS to start with.
    init?(_ account: SMTPAccount) {
        guard CurlLibrary.isReady, let curl = curl_easy_init() else { return nil }
        self.curl = curl
        self.account = account
        dialogue = SMTPDialogue(
            needsLogin: account.login != nil, needsEncryption: account.startTLS == .required)
        words = .allocate(capacity: Int(CURL_ERROR_SIZE))
        words.initialize(repeating: 0)
        setOptions(account, words: words)
    }

    deinit {
        talk?.leave()
        curl_easy_cleanup(curl)
        words.deallocate()
    }

    /// Whether the connection can carry a mail more, and has not been idle for so long that somebody
    /// on the way may have forgotten it (ENV-20).
    var isFresh: Bool {
        talk?.isInStep == true && mailsOnConnection < account.mailsPerConnection
            && ContinuousClock.now - lastUse < account.timeouts.idle
    }

    /// Hands one mail over and waits; connects first where that has not been done.
    func perform(_ job: DeliveryJob) -> SMTPVerdict {
        dialogue.begin()
        mailsOnConnection += 1
        let ending = ending(of: job)
        lastUse = .now
        return SMTPVerdict(dialogue: dialogue, ending: ending, server: account.server.name)
    }

    private func ending(of job: DeliveryJob) -> SMTPEnding {
        do {
            if talk == nil { talk = try connect() }
            try talk?.handOver(job, &dialogue)
            return SMTPEnding(kind: .completed, isBodySupplied: true)
        } catch {
            return error
        }
    }

    private func connect() throws(SMTPEnding) -> SMTPTalk {
        setConnectTimeout(account.timeouts.connect)
        words[0] = 0
        let result = curl_easy_perform(curl)
        if let stop { throw stop }
        let isEncrypted = dialogue.isEncrypted || account.server.isEncrypted
        guard result == CURLE_OK, let stream = CurlStream(curl, isEncrypted: isEncrypted) else {
            throw ending(result)
        }
        endReports()
        return SMTPTalk(stream, account.timeouts)
    }

    func opened(_ socket: Int32) { sockets.insert(socket) }

    func closed(_ socket: Int32) { sockets.remove(socket) }

    /// Makes the answer to QUIT arrive at once, as the end of the stream.
    func leave() {
        for socket in sockets { shutdown(socket, Int32(SHUT_RD)) }
    }

    /// A command of libcurl's.
    func sent(_ command: String) { dialogue.sent(command) }

    /// Takes a line of the server; whether to speak on.
    func received(_ line: String) -> Bool {
        if dialogue.received(line) == .stop { stop = SMTPEnding(kind: .unprotected) }
        return stop == nil
    }

    /// libcurl's connect timeout runs until the login is done; once TCP stands it gives way to the
    /// time that replies may take.
    func waitLongerIfConnected() {
        guard dialogue.step == .greeting else { return }
        var microseconds: curl_off_t = 0
        let result = ccurl_get_size(curl, CURLINFO_CONNECT_TIME_T, &microseconds)
        guard result == CURLE_OK, microseconds > 0 else { return }
        setConnectTimeout(account.timeouts.connect + account.timeouts.response)
    }

    private func ending(_ result: CURLcode) -> SMTPEnding {
        let written = String(decoding: words.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
        return SMTPEnding(
            kind: SMTPEnding.Kind(result),
            words: written.isEmpty ? String(cString: curl_easy_strerror(result)) : written)
    }
}

extension SMTPEnding.Kind {
    init(_ result: CURLcode) {
        switch result {
        case CURLE_LOGIN_DENIED: self = .login
        case CURLE_SEND_ERROR: self = .sending
        case CURLE_OPERATION_TIMEDOUT, CURLE_ABORTED_BY_CALLBACK: self = .timeout
        // Not CURLE_SSL_CONNECT_ERROR: a handshake breaks also where a server is being restarted or
        // has too many connections, which says nothing about us.
        case CURLE_USE_SSL_FAILED, CURLE_PEER_FAILED_VERIFICATION,
            CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_SSL_CACERT_BADFILE,
            CURLE_SSL_ISSUER_ERROR, CURLE_SSL_ENGINE_NOTFOUND, CURLE_SSL_ENGINE_SETFAILED,
            CURLE_SSL_ENGINE_INITFAILED, CURLE_SSL_CRL_BADFILE, CURLE_SSL_INVALIDCERTSTATUS,
            CURLE_SSL_PINNEDPUBKEYNOTMATCH:
            self = .encryption
        default: self = .broken
        }
    }
}
