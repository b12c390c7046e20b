import FoundationEssentials

/// Keeps the password out of what a server says back to us, in the forms in which it was sent.
struct SMTPSecrets: Sendable {
    private let forms: [String]

    init(_ account: SMTPAccount) {
        guard let user = account.user, let password = account.password else {
            forms = []
            return
        }
        forms =
            ["\0\(user)\0\(password)", password].map { Data($0.utf8).base64EncodedString() }
            + [password].filter { !$0.isEmpty }
    }

    func removed(from text: String) -> String {
        forms.reduce(text) { $0.replacing($1, with: "[removed]") }
    }
}
