/// The waits that libcurl does not watch as RFC 5321 §4.5.3.2 wants them (ENV-1).
///
/// Its connect timeout runs on until the login is done, and nothing watches the mail itself being
/// sent. The wait for each reply is libcurl's.
struct SMTPPatience: Sendable {
    private let limits: SMTPAccount.Timeouts
    private var since: ContinuousClock.Instant
    private var uploaded: Int64 = 0

    init(_ limits: SMTPAccount.Timeouts, since: ContinuousClock.Instant = .now) {
        self.limits = limits
        self.since = since
    }

    /// Until the login is done: the connection, then as long as one reply may take.
    var untilLoggedIn: Duration { limits.connect + limits.response }

    mutating func restart(at now: ContinuousClock.Instant = .now) { since = now }

    /// Whether the server has taken nothing of the mail for too long.
    ///
    /// - Parameter isSupplied: whether all bytes were handed to libcurl; then what is left may be
    ///   the reply, and its longer time counts.
    mutating func isExhausted(
        at now: ContinuousClock.Instant = .now, uploaded: Int64, isSupplied: Bool
    ) -> Bool {
        if uploaded != self.uploaded {
            self.uploaded = uploaded
            since = now
        }
        let limit = isSupplied ? limits.response + limits.block : limits.block
        return now - since > limit
    }
}
