import HTTPTypes

/// Fields that the library does not name. Each is a token of RFC 9110 §5.6.2, so the fallback is
/// never taken.
extension HTTPField.Name {
    static let requestID = named("X-Request-Id")
    static let forwardedFor = named("X-Forwarded-For")
    static let frameOptions = named("X-Frame-Options")
    static let referrerPolicy = named("Referrer-Policy")
    static let openerPolicy = named("Cross-Origin-Opener-Policy")
    static let permissionsPolicy = named("Permissions-Policy")
    static let fetchSite = named("Sec-Fetch-Site")
    static let link = named("Link")
    static let idempotencyKey = named("Idempotency-Key")
    static let originOfPage = named("Origin")

    private static func named(_ text: String) -> HTTPField.Name {
        HTTPField.Name(text) ?? .accept
    }
}
