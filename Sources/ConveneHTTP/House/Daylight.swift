import HTTPTypes
import Hummingbird

/// What every answer tells the browser: nothing runs script from elsewhere or inline, is shown in a
/// frame, or is taken for what it is not; and no address of ours is told to others, as some hold a
/// secret (LNK-2).
enum Daylight {
    /// Adds what a route has not said itself.
    static func cover(_ response: inout Response, isSecure: Bool) {
        for (name, value) in isSecure ? fields + [transport] : fields
        where response.headers[name] == nil {
            response.headers[name] = value
        }
    }

    private static let policy = [
        "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self' data:",
        "connect-src 'self'", "manifest-src 'self'", "worker-src 'self'", "form-action 'self'",
        "frame-ancestors 'none'", "base-uri 'none'",
    ].joined(separator: "; ")

    private static let fields: [(HTTPField.Name, String)] = [
        (.contentSecurityPolicy, policy), (.xContentTypeOptions, "nosniff"),
        (.frameOptions, "DENY"), (.referrerPolicy, "no-referrer"),
        (.openerPolicy, "same-origin"),
        (.permissionsPolicy, "camera=(), geolocation=(), microphone=()"),
        (.cacheControl, "no-store"),
    ]

    private static let transport: (HTTPField.Name, String) = (
        .strictTransportSecurity, "max-age=31536000"
    )
}
