import CCurl
import Convene

/// libcurl as a whole.
enum CurlLibrary {
    /// Initialised on first use, once: libcurl wants that before any thread uses it.
    static let isReady = ccurl_global_init() == CURLE_OK
}

extension CurlHandle {
    /// How the account's server is connected to.
    func setOptions(_ account: SMTPAccount, words: UnsafeMutableBufferPointer<CChar>) {
        set(CURLOPT_URL, account.server.url(greetingAs: account.greeting))
        set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        // A proxy named in the environment is meant for the web.
        set(CURLOPT_PROXY, "")
        set(CURLOPT_NOSIGNAL, 1)
        // The connection and the login are libcurl's, the mail is ours (``SMTPTalk``).
        set(CURLOPT_CONNECT_ONLY, 1)
        set(CURLOPT_TIMEOUT, 0)
        set(CURLOPT_SERVER_RESPONSE_TIMEOUT, account.timeouts.response.wholeSeconds)
        set(CURLOPT_ERRORBUFFER, pointer: UnsafeMutableRawPointer(words.baseAddress))
        setEncryption(account)
        account.login?.set(on: curl)
        setCallbacks()
    }

    func setConnectTimeout(_ duration: Duration) {
        set(CURLOPT_CONNECTTIMEOUT, duration.wholeSeconds)
    }

    /// From now on libcurl says nothing that we have not said ourselves.
    func endReports() { set(CURLOPT_VERBOSE, 0) }

    private func setEncryption(_ account: SMTPAccount) {
        let level = account.startTLS == .required ? CURLUSESSL_ALL : CURLUSESSL_NONE
        set(CURLOPT_USE_SSL, Int(level.rawValue))
        set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
        set(CURLOPT_SSL_VERIFYPEER, 1)
        set(CURLOPT_SSL_VERIFYHOST, 2)
        if let authority = account.authority { set(CURLOPT_CAINFO, authority) }
    }

    private func setCallbacks() {
        let handle = Unmanaged.passUnretained(self).toOpaque()
        for option in [
            CURLOPT_HEADERDATA, CURLOPT_DEBUGDATA, CURLOPT_XFERINFODATA,
            CURLOPT_SOCKOPTDATA, CURLOPT_CLOSESOCKETDATA,
        ] {
            set(option, pointer: handle)
        }
        set(CURLOPT_VERBOSE, 1)
        set(CURLOPT_NOPROGRESS, 0)
        CurlCallbacks.install(on: curl)
    }

    // What these return is a lack of memory at worst; the transfer itself then says so.

    private func set(_ option: CURLoption, _ value: Int) { _ = ccurl_set_long(curl, option, value) }

    private func set(_ option: CURLoption, _ value: String) {
        _ = ccurl_set_text(curl, option, value)
    }

    private func set(_ option: CURLoption, pointer: UnsafeMutableRawPointer?) {
        _ = ccurl_set_pointer(curl, option, pointer)
    }
}

extension MailLogin {
    func set(on curl: UnsafeMutableRawPointer) {
        _ = ccurl_set_text(curl, CURLOPT_USERNAME, user)
        switch secret {
        case .password(let password):
            _ = ccurl_set_text(curl, CURLOPT_PASSWORD, password)
        case .token(let token):
            _ = ccurl_set_text(curl, CURLOPT_XOAUTH2_BEARER, token)
            // Left to itself, libcurl would try logins first that need a password (ENV-15).
            _ = ccurl_set_text(curl, CURLOPT_LOGIN_OPTIONS, "AUTH=OAUTHBEARER;AUTH=XOAUTH2")
        }
    }
}

extension Duration {
    /// Rounded up, because libcurl takes 0 for "for ever" or for its default.
    fileprivate var wholeSeconds: Int {
        let (seconds, attoseconds) = components
        return max(1, Int(seconds) + (attoseconds > 0 ? 1 : 0))
    }
}
