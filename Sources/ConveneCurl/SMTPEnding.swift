/// How libcurl came back from one mail, in the terms that the verdict needs.
struct SMTPEnding: Sendable, Equatable {
    let kind: Kind
    /// libcurl's own words, without anything secret; a fragment without full stop.
    var words = ""
    /// Whether libcurl was given the whole mail, so that the final dot may have gone out.
    var isBodySupplied = false

    enum Kind: Sendable, CaseIterable {
        /// libcurl saw nothing amiss.
        case completed
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
