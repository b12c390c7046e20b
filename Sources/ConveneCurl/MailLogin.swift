import Convene

/// Who we are to a mail server or a mailbox, and how we prove it.
package struct MailLogin: Sendable {
    package let user: String
    package let secret: Secret

    package enum Secret: Sendable {
        case password(String)
        /// A bearer token of OAuth 2.0 (RFC 7628).
        case token(String)
    }

    package init(_ user: String, _ secret: Secret) {
        self.user = user
        self.secret = secret
    }

    /// What the settings say; nothing when they say nothing.
    ///
    /// - Parameter section: the settings that it stands in: `mail`, `mailbox`.
    /// - Throws: `setting.invalid` when the user or the secret is missing, or both secrets are there.
    package init?(user: String?, password: String?, token: String?, in section: String) throws {
        switch (user, password, token) {
        case (nil, nil, nil): return nil
        case (let user?, let password?, nil): self.init(user, .password(password))
        case (let user?, nil, let token?): self.init(user, .token(token))
        default: throw Problem.mailCredentials(section)
        }
    }

    /// - Throws: `setting.invalid` for what no server could be told.
    func check(in section: String) throws {
        let secret =
            switch secret {
            case .password(let text), .token(let text): text
            }
        guard !user.isEmpty, ![user, secret].contains(where: { $0.utf8.contains(0) }) else {
            throw Problem.mailCredentials(section)
        }
    }
}
