/// The port to the receivers of webhooks.
package protocol Courier: Sendable {
    /// Posts a call and waits for the answer. Never throws: whatever happens is a ``WebhookReply``.
    ///
    /// It follows no redirect, takes a bounded time, and connects to no address that is neither
    /// public nor allowed.
    func post(_ call: WebhookCall) -> WebhookReply
}

/// One signed request, ready to go.
package struct WebhookCall: Sendable, Equatable {
    package var url: WebhookURL
    package var headers: [Header]
    package var body: [UInt8]

    package struct Header: Sendable, Equatable {
        package var name: String
        package var value: String
    }

    /// Signs a delivery as the Standard Webhooks specification says: the signature is over
    /// `id.timestamp.body`, under the bytes that the secret's base 64 stands for.
    ///
    /// - Parameter second: the moment of this attempt, in seconds since 1970.
    init(
        _ delivery: WebhookDelivery, to url: WebhookURL, secret: WebhookSecret, at second: Int64,
        digest: @escaping @Sendable ([UInt8]) -> [UInt8]
    ) {
        self.url = url
        body = Array(delivery.body.utf8)
        let signed = Array("\(delivery.uid).\(second).".utf8) + body
        let seal = KeyedDigest(key: secret.bytes, digest: digest).code(of: signed)
        headers = [
            Header(name: "webhook-id", value: delivery.uid),
            Header(name: "webhook-timestamp", value: String(second)),
            Header(name: "webhook-signature", value: "v1," + seal.base64),
        ]
    }
}

/// What came of a call.
package struct WebhookReply: Sendable, Equatable {
    /// The status of the answer; nothing where none came.
    package var status: Int?
    /// The beginning of the answer, or a sentence of ours where none came.
    package var text: String
    /// After how many seconds the receiver wants to be asked again (`Retry-After`).
    package var retryAfter: Double?

    package init(status: Int?, text: String, retryAfter: Double? = nil) {
        self.status = status
        self.text = text
        self.retryAfter = retryAfter
    }

    var isTaken: Bool { status.map { (200...299).contains($0) } ?? false }
    /// The receiver wants to hear nothing more.
    var isGone: Bool { status == 410 }
}
