/// How the talk about one mail ended, in the terms that the verdict needs.
struct SMTPEnding: Error, Equatable {
    let kind: Kind
    /// Words of ours or of libcurl's, without anything secret; a fragment without full stop.
    var words = ""
    /// Whether the final dot may have gone out.
    var isBodySupplied = false

    enum Kind: Sendable, CaseIterable {
        /// There is a word on the mail itself.
        case completed
        /// There is a word on an earlier step, and it is not yes.
        case refused
        /// The connection could not be encrypted, or the other side could not prove who it is.
        case encryption
        /// No login was possible.
        case login
        /// Our bytes could not be written; so neither could the final dot.
        case sending
        /// A wait grew too long.
        case timeout
        /// Anything else: no such host, refused, closed, reset.
        case broken
        /// We stopped: the mail would have left without the login or the encryption asked for.
        case unprotected
        /// We stopped: the server takes no mail of that size.
        case tooLarge
        /// We stopped: the caller did not let the mail go.
        case notAllowed
    }
}

extension SMTPEnding {
    /// - Parameter kind: what it means that the connection broke.
    init(_ failure: CurlStream.Failure, kind: Kind) {
        switch failure {
        case .timeout: self.init(kind: .timeout, words: "it took too long")
        case .closed: self.init(kind: kind, words: "the server ended the connection")
        case .endless:
            self.init(kind: kind, words: "the server says something that is not SMTP")
        case .broken(let words): self.init(kind: kind, words: words)
        }
    }

    static func tooLarge(_ octets: Int, limit: Int) -> SMTPEnding {
        SMTPEnding(
            kind: .tooLarge,
            words: """
                The mail has \(octets / 1000 + 1) KB, and the mail server takes no more than \
                \(limit / 1000) KB: send a link in place of the attachment.
                """)
    }
}
