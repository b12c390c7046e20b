import CCurl
import Convene
import Glibc

/// An easy handle of libcurl and the one connection that it keeps.
///
/// For one thread only. When it goes, the connection is closed without waiting for the server's
/// answer to QUIT (ENV-22).
final class CurlHandle {
    /// How many mails the present connection has carried or tried to.
    private(set) var mailsOnConnection = 0
    /// The mail under way; the callbacks reach it through the handle.
    private(set) var transfer: SMTPTransfer?
    let curl: UnsafeMutableRawPointer
    private let account: SMTPAccount
    private var dialogue: SMTPDialogue
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
        // QUIT still goes out; the answer is not waited for, which could take minutes.
        leave()
        curl_easy_cleanup(curl)
        words.deallocate()
    }

    /// Hands one mail over and waits.
    func perform(_ job: DeliveryJob) -> SMTPVerdict {
        let transfer = SMTPTransfer(job, dialogue: dialogue, timeouts: account.timeouts)
        self.transfer = transfer
        defer { self.transfer = nil }
        setEnvelope(job.parcel)
        setConnectTimeout(account.timeouts.connect)
        let recipients = curl_slist_append(nil, job.parcel.recipient.text)
        defer { curl_slist_free_all(recipients) }
        _ = ccurl_set_recipients(curl, recipients)
        words[0] = 0
        let result = curl_easy_perform(curl)
        _ = ccurl_set_recipients(curl, nil)
        dialogue = transfer.dialogue
        mailsOnConnection = dialogue.isReused ? mailsOnConnection + 1 : 1
        return SMTPVerdict(
            dialogue: dialogue, ending: ending(of: transfer, result), server: account.server.name)
    }

    func opened(_ socket: Int32) { sockets.insert(socket) }

    func closed(_ socket: Int32) { sockets.remove(socket) }

    /// Makes the answer to QUIT arrive at once, as the end of the stream.
    func leave() {
        for socket in sockets { shutdown(socket, Int32(SHUT_RD)) }
    }

    /// libcurl's connect timeout runs until the login is done; once TCP stands it gives way to the
    /// time that replies may take.
    func waitLongerIfConnected(_ transfer: SMTPTransfer) {
        var microseconds: curl_off_t = 0
        let result = ccurl_get_size(curl, CURLINFO_CONNECT_TIME_T, &microseconds)
        guard result == CURLE_OK, microseconds > 0 else { return }
        setConnectTimeout(transfer.patience.untilLoggedIn)
    }

    private func ending(of transfer: SMTPTransfer, _ result: CURLcode) -> SMTPEnding {
        if let stop = transfer.stop { return stop }
        let written = String(decoding: words.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
        return SMTPEnding(
            kind: SMTPEnding.Kind(result),
            words: written.isEmpty ? String(cString: curl_easy_strerror(result)) : written,
            isBodySupplied: transfer.isBodySupplied)
    }
}

extension SMTPEnding.Kind {
    init(_ result: CURLcode) {
        switch result {
        case CURLE_OK: self = .completed
        case CURLE_LOGIN_DENIED: self = .login
        case CURLE_SEND_ERROR: self = .sending
        case CURLE_OPERATION_TIMEDOUT, CURLE_ABORTED_BY_CALLBACK: self = .timeout
        case CURLE_USE_SSL_FAILED, CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION,
            CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_SSL_CACERT_BADFILE,
            CURLE_SSL_ISSUER_ERROR, CURLE_SSL_ENGINE_NOTFOUND, CURLE_SSL_ENGINE_SETFAILED,
            CURLE_SSL_ENGINE_INITFAILED, CURLE_SSL_CRL_BADFILE, CURLE_SSL_INVALIDCERTSTATUS,
            CURLE_SSL_PINNEDPUBKEYNOTMATCH:
            self = .encryption
        default: self = .broken
        }
    }
}
