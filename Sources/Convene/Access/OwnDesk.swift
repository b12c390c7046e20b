/// The desk at which somebody who has signed in changes the keys of their own account.
package struct OwnDesk: Sendable {
    let office: Office
    let name: String
    let actor: Actor

    /// Sets another password, for whoever knows the present one. Every browser that is signed in is
    /// out, this one too.
    ///
    /// - Throws: `gate.refused` where the present one is wrong, which counts as a failure to sign in;
    ///   `password.weak`.
    package func setPassword(_ password: String, knowing present: String) async throws {
        try await prove(present)
        try AccountDesk.check(password)
        let lock = try office.locksmith.lock(password, by: office.chance)
        try await change { deed, account in
            account.passwordHash = lock
            try deed.ledger.removeSessions(of: account.id)
        }
    }

    /// A secret for one-time codes that no account has yet.
    package func newCodes() -> CodeSecret {
        CodeSecret(account: name, bytes: office.chance.bytes(20))
    }

    /// Has the account asked for one-time codes from now on, once one of them was made: a secret that
    /// no program knows would shut its owner out.
    ///
    /// - Parameter secret: the text of ``newCodes()``.
    /// - Throws: `gate.refused` where the code is not one of this secret's, or the password is wrong.
    package func setCodes(_ secret: String, proving code: String, knowing password: String)
        async throws
    {
        try await prove(password)
        guard let bytes = Base32.bytes(secret), bytes.count == 20,
            office.locksmith.step(of: code, secret: bytes, at: office.clock()) != nil
        else { throw Problem.gateRefused }
        try await change { _, account in account.codeSecret = bytes }
    }

    /// Has the account asked for no codes any more.
    ///
    /// - Throws: `gate.refused` where the password is wrong.
    package func stopCodes(knowing password: String) async throws {
        try await prove(password)
        try await change { _, account in account.codeSecret = nil }
    }

    /// - Throws: `gate.refused`, also while wrong passwords keep the account shut.
    private func prove(_ password: String) async throws {
        let (account, tries) = try await office.read { inquiry in
            let account = try inquiry.account(name)
            return (account, try inquiry.ledger.tries(of: account.id))
        }
        let isLocked = tries.lockedUntil.map { $0 > office.clock() } ?? false
        if isLocked { throw Problem.gateRefused }
        guard try office.locksmith.opens(password, account.passwordHash) else {
            try await office.gate.noteFailure(of: account)
            throw Problem.gateRefused
        }
    }

    private func change(_ body: @Sendable (Deed, inout Account) throws -> Void) async throws {
        try await office.write(as: actor) { deed in
            var account = try deed.inquiry.account(name)
            try body(deed, &account)
            try deed.ledger.update(account)
            try deed.ledger.set(SignInTries(), of: account.id)
            try deed.log(.changeOwn, .account(account.id))
        }
    }
}

extension Office {
    /// The desk for the keys of whoever has signed in.
    package func ownDesk(_ visitor: SignedIn) -> OwnDesk {
        OwnDesk(office: self, name: visitor.account.name, actor: visitor.actor)
    }
}
