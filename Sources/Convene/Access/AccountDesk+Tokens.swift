extension AccountDesk {
    /// Makes a token for a program.
    ///
    /// - Parameters:
    ///   - label: what it is for.
    ///   - last: the last day on which it opens anything, by UTC; nothing for ever.
    /// - Returns: the token, which is shown this once and kept nowhere.
    /// - Throws: `account.unknown`, `value.invalid`.
    package func issue(
        _ label: String, for name: String, scopes: Set<AccessToken.Scope>, until last: Day?
    ) async throws -> IssuedToken {
        let secret = "cv_" + Base32.text(office.chance.bytes(30))
        return try await office.write(as: actor) { [office] deed in
            let account = try deed.inquiry.account(name)
            let expiresAt = last.map { Zone.utc.instant($0.adding(days: 1), .midnight) }
            guard !scopes.isEmpty, !label.inOneLine.isEmpty,
                expiresAt.map({ $0 > deed.now }) != false
            else {
                throw Problem(
                    .valueInvalid,
                    "A token needs a few words on what it is for, a scope at least, and an end that"
                        + " is ahead.")
            }
            var token = AccessToken(
                account: account.id, label: label.inOneLine, scopes: scopes, createdAt: deed.now,
                expiresAt: expiresAt)
            token.id = try deed.ledger.insert(token, hash: office.digest(Array(secret.utf8)))
            try deed.log(.issue, .token(token.id), ["account": account.name])
            return IssuedToken(token: token, secret: secret)
        }
    }

    /// - Throws: `account.unknown`.
    package func tokens(of name: String) async throws -> [AccessToken] {
        try await office.read(as: actor) { inquiry in
            try inquiry.require(.accounts)
            return try inquiry.ledger.tokens(of: try inquiry.account(name).id)
        }
    }

    /// Ends a token; what comes with it from now on is turned away.
    ///
    /// - Parameter name: the account that it must be of, where one is named.
    /// - Throws: `token.unlisted`, `account.unknown`.
    package func revoke(_ id: AccessToken.ID, of name: String? = nil) async throws -> AccessToken {
        try await office.write(as: actor) { deed in
            let owner = try name.map { try deed.inquiry.account($0).id }
            guard var token = try deed.ledger.token(id), owner == nil || token.account == owner
            else { throw Problem.tokenUnlisted(id) }
            token.revokedAt = token.revokedAt ?? deed.now
            try deed.ledger.update(token)
            try deed.log(.revoke, .token(token.id))
            return token
        }
    }
}

/// A new token with its text.
package struct IssuedToken: Sendable {
    package let token: AccessToken
    package let secret: String
}

extension Problem {
    fileprivate static func tokenUnlisted(_ id: AccessToken.ID) -> Problem {
        Problem(
            .tokenUnlisted,
            "There is no such token \(id.rawValue): “convene account token list” shows those of an"
                + " account.")
    }

    static let tokenUnknown = Problem(
        .tokenUnknown, "This token is not known, has ended, or was taken back.")
}
