import CCurl
package import Convene

/// Calls of webhooks over HTTP, through libcurl: a connection each, to addresses that may be reached
/// only, and no redirect followed.
package struct CurlCourier: Courier {
    private let patience: Patience
    private let allows: @Sendable ([UInt8]) -> Bool

    /// How long a receiver may take, in seconds: to be connected with, and for all of it.
    package struct Patience: Sendable {
        package var connect: Int
        package var whole: Int

        package init(connect: Int = 5, whole: Int = 15) {
            self.connect = connect
            self.whole = whole
        }
    }

    /// - Parameter allows: whether an address of 4 or 16 octets may be reached though it is not
    ///   public.
    package init(
        patience: Patience = Patience(), allows: @escaping @Sendable ([UInt8]) -> Bool
    ) {
        self.patience = patience
        self.allows = allows
    }

    package func post(_ call: WebhookCall) -> WebhookReply {
        guard CurlLibrary.isReady, let curl = curl_easy_init() else {
            return WebhookReply(status: nil, text: "There is no memory for a connection.")
        }
        defer { curl_easy_cleanup(curl) }
        let exchange = CurlExchange { [allows] octets in
            PublicAddress.contains(octets) || allows(octets)
                || (call.url.isHere && octets.isLoopback)
        }
        let headers = Self.headers(of: call)
        defer { curl_slist_free_all(headers) }
        let result = call.body.withUnsafeBytes { body in
            set(call, on: curl)
            exchange.listen(on: curl)
            _ = ccurl_set_headers(curl, headers)
            _ = ccurl_set_size(curl, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count))
            // Not written to, whatever the type says.
            _ = ccurl_set_pointer(
                curl, CURLOPT_POSTFIELDS, UnsafeMutableRawPointer(mutating: body.baseAddress))
            return curl_easy_perform(curl)
        }
        return exchange.reply(of: curl, result)
    }

    private func set(_ call: WebhookCall, on curl: UnsafeMutableRawPointer) {
        _ = ccurl_set_text(curl, CURLOPT_URL, call.url.text)
        _ = ccurl_set_text(curl, CURLOPT_PROTOCOLS_STR, "http,https")
        // A proxy of the environment would connect to addresses that we can't see.
        _ = ccurl_set_text(curl, CURLOPT_PROXY, "")
        _ = ccurl_set_text(curl, CURLOPT_USERAGENT, "Convene")
        for (option, value) in [
            (CURLOPT_NOSIGNAL, 1), (CURLOPT_POST, 1), (CURLOPT_FOLLOWLOCATION, 0),
            (CURLOPT_DISALLOW_USERNAME_IN_URL, 1), (CURLOPT_FORBID_REUSE, 1),
            (CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1),
            (CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2), (CURLOPT_SSL_VERIFYPEER, 1),
            (CURLOPT_SSL_VERIFYHOST, 2), (CURLOPT_CONNECTTIMEOUT, patience.connect),
            (CURLOPT_TIMEOUT, patience.whole),
        ] {
            _ = ccurl_set_long(curl, option, Int(value))
        }
    }

    /// `Expect` is emptied, lest libcurl wait for a word before it sends the body.
    private static func headers(of call: WebhookCall) -> UnsafeMutablePointer<curl_slist>? {
        let lines =
            ["Content-Type: application/json", "Accept: */*", "Expect:"]
            + call.headers.map { "\($0.name): \($0.value)" }
        return lines.reduce(nil) { curl_slist_append($0, $1) }
    }
}

extension [UInt8] {
    /// Whether the octets of an address are this machine's own.
    fileprivate var isLoopback: Bool {
        count == 4 ? self[0] == 127 : self == [UInt8](repeating: 0, count: 15) + [1]
    }
}
