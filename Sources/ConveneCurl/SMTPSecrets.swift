import FoundationEssentials

/// Keeps the password or token out of what a server says back to us, in the forms in which it was
/// sent.
struct SMTPSecrets: Sendable {
    private let forms: [String]

    init(_ account: SMTPAccount) {
        forms =
            switch account.login?.secret {
            case .password(let password):
                ["\0\(account.login?.user ?? "")\0\(password)", password].map(Self.base64)
                    + [password].filter { !$0.isEmpty }
            // The part of the command from the token on differs; its beginning gives it away.
            case .token(let token): [token, Self.base64(token)].filter { !$0.isEmpty }
            case nil: []
            }
    }

    func removed(from text: String) -> String {
        forms.reduce(text) { $0.replacing($1, with: "[removed]") }
    }

    private static func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }
}
