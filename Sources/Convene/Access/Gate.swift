import struct FoundationEssentials.Date

/// The gate of the service: who comes in, and as whom.
package struct Gate: Sendable {
    let office: Office

    /// Signs somebody in.
    ///
    /// A wrong name, a wrong password, a wrong code and an account that is shut are answered alike,
    /// and take as long. After five failures in a row the account stays shut for a minute, and twice
    /// as long each time after, up to an hour; what is tried meanwhile is not looked at.
    ///
    /// - Parameter code: the one-time code, where the account has one.
    /// - Returns: the secret of the session, for the browser's cookie.
    /// - Throws: `gate.refused`.
    package func signIn(_ name: String, password: String, code: String? = nil) async throws
        -> String
    {
        let (account, tries) = try await office.read { inquiry in
            let account = try inquiry.ledger.account(named: name.lowercased().trimmed)
            let tries = try account.map { try inquiry.ledger.tries(of: $0.id) }
            return (account, tries ?? SignInTries())
        }
        let now = office.clock()
        let isRight = try office.locksmith.opens(password, account?.passwordHash)
        let step = account.flatMap { self.step(of: code, $0, at: now) }
        let isLocked = tries.lockedUntil.map { $0 > now } ?? false
        if isLocked { throw Problem.gateRefused }
        guard let account, isRight, account.disabledAt == nil,
            account.codeSecret == nil || step.map({ $0 > tries.lastStep }) == true
        else {
            if let account { try await noteFailure(of: account) }
            throw Problem.gateRefused
        }
        return try await open(account, step: step ?? tries.lastStep)
    }

    /// Who sits at a browser; nothing when its session has ended.
    package func visitor(session secret: String) async throws -> SignedIn? {
        let hash = office.digest(Array(secret.utf8))
        let now = office.clock()
        let found = try await office.read { inquiry -> (SignedIn, WebSession)? in
            guard let session = try inquiry.ledger.session(hash: hash), session.isValid(at: now),
                let account = try inquiry.ledger.account(session.account),
                account.disabledAt == nil
            else { return nil }
            return (SignedIn(account), session)
        }
        guard let (visitor, session) = found else { return nil }
        // Once in five minutes is enough to know that somebody is there.
        if now.timeIntervalSince(session.seenAt) > 300 {
            try await office.write(as: visitor.actor) { deed in
                try deed.ledger.set(seenAt: now, ofSession: hash)
            }
        }
        return visitor
    }

    package func signOut(session secret: String) async throws {
        let hash = office.digest(Array(secret.utf8))
        try await office.write(as: .system) { try $0.ledger.removeSession(hash: hash) }
    }

    /// Whom a program comes for, by its token.
    ///
    /// - Throws: `token.unknown`.
    package func bearer(_ secret: String) async throws -> Bearer {
        let hash = office.digest(Array(secret.utf8))
        let now = office.clock()
        return try await office.read { inquiry in
            guard let token = try inquiry.ledger.token(hash: hash), token.isValid(at: now),
                let account = try inquiry.ledger.account(token.account),
                account.disabledAt == nil
            else { throw Problem.tokenUnknown }
            return Bearer(visitor: SignedIn(account), token: token)
        }
    }

    private func step(of code: String?, _ account: Account, at now: Date) -> Int64? {
        account.codeSecret.flatMap { office.locksmith.step(of: code ?? "", secret: $0, at: now) }
    }

    /// Five in a row shut the account for a while.
    func noteFailure(of account: Account) async throws {
        try await office.write(as: .system) { deed in
            var tries = try deed.ledger.tries(of: account.id)
            tries.failures += 1
            if tries.failures >= Self.mostFailures {
                let doublings = min(tries.failures - Self.mostFailures, 6)
                tries.lockedUntil = deed.now.addingTimeInterval(
                    min(60 * Double(1 << doublings), 3600))
                try deed.log(.lockOut, .account(account.id))
            }
            try deed.ledger.set(tries, of: account.id)
        }
    }

    private func open(_ account: Account, step: Int64) async throws -> String {
        let secret = office.chance.hex(32)
        try await office.write(as: .system) { [office] deed in
            // Two at once with the same code: the second finds it used.
            let tries = try deed.ledger.tries(of: account.id)
            guard account.codeSecret == nil || step > tries.lastStep else {
                throw Problem.gateRefused
            }
            try deed.ledger.set(SignInTries(lastStep: step), of: account.id)
            try deed.ledger.removeSessions(notSeenSince: deed.now.addingTimeInterval(-12 * 3600))
            try deed.ledger.insert(
                WebSession(account: account.id, madeAt: deed.now, seenAt: deed.now),
                hash: office.digest(Array(secret.utf8)))
            try deed.log(.signIn, .account(account.id))
        }
        return secret
    }

    private static let mostFailures = 5
}

/// Somebody who signed in.
package struct SignedIn: Sendable {
    package let account: Account
    /// Whom the desks are told of.
    package let actor: Actor
    /// What to offer; the desks hold it whatever is offered.
    package let rights: Rights

    init(_ account: Account) {
        self.account = account
        actor = account.actor
        rights = Rights(role: account.role, scope: account.scope)
    }
}

/// A program that came with a token.
package struct Bearer: Sendable {
    package let visitor: SignedIn
    package let token: AccessToken

    package var actor: Actor { visitor.actor }
}

extension Office {
    package var gate: Gate { Gate(office: self) }
}

extension Problem {
    static let gateRefused = Problem(
        .gateRefused,
        "The name, the password or the code is not right. After several wrong tries an account stays"
            + " shut for a while.")
}
