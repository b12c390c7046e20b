import Convene
import ConveneBootstrap
import Hummingbird

/// What ties a form to the browser that it was shown to: the same random text in a cookie and in
/// the form. Another site can have a form sent, but knows no such pair.
///
/// The cookie has the prefix `__Host-` where the connection is encrypted, by which no other host of
/// the domain can set it.
package struct FormSeal: Sendable, Equatable {
    package var text: String
    /// Whether the browser has yet to be told.
    package var isNew: Bool

    /// The name of the form's hidden field.
    package static let field = "seal"

    package init(text: String, isNew: Bool) {
        self.text = text
        self.isNew = isNew
    }

    /// The browser's seal, or a new one.
    init(in request: Request, isSecure: Bool) {
        let known = request.cookies[Self.name(isSecure)]?.value
        if let known, known.utf8.count == 32,
            known.utf8.allSatisfy({ "0123456789abcdef".utf8.contains($0) })
        {
            self.init(text: known, isNew: false)
        } else {
            self.init(text: Chance.system.hex(16), isNew: true)
        }
    }

    /// The cookie of a seal. It lasts as long as the browser's session.
    func cookie(isSecure: Bool) -> String {
        "\(Self.name(isSecure))=\(text); Path=/; HttpOnly; SameSite=Lax"
            + (isSecure ? "; Secure" : "")
    }

    /// Whether a form has this seal; in constant time.
    func matches(_ other: String?) -> Bool {
        guard let other, !isNew, other.utf8.count == text.utf8.count else { return false }
        return zip(text.utf8, other.utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func name(_ isSecure: Bool) -> String {
        isSecure ? "__Host-convene-form" : "convene-form"
    }
}
