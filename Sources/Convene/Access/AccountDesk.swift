package import struct FoundationEssentials.Date

/// The desk at which accounts are kept: who may come in to the service, as what.
package struct AccountDesk: Sendable {
    let office: Office
    let actor: Actor

    init(office: Office, actor: Actor) {
        self.office = office
        self.actor = actor
    }

    /// - Throws: `access.denied`.
    package func list() async throws -> [AccountLine] {
        try await office.read(as: actor) { inquiry in
            try inquiry.require(.accounts)
            return try inquiry.ledger.accounts().map(inquiry.line)
        }
    }

    /// - Throws: `account.unknown`, `access.denied`.
    package func account(_ name: String) async throws -> AccountLine {
        try await office.read(as: actor) { inquiry in
            try inquiry.require(.accounts)
            return try inquiry.line(try inquiry.account(name))
        }
    }

    /// Adds an account without a password: it comes in with tokens, or with one that is set.
    ///
    /// - Throws: `account.exists`, `account.scope`, `name.invalid`, `event.unknown`,
    ///   `programme.unknown`.
    package func add(
        _ name: String, as role: Account.Role, email: EmailAddress? = nil,
        answeringFor reach: AccountReach = AccountReach()
    ) async throws -> AccountLine {
        try await office.write(as: actor) { deed in
            let name = try AccountName.checked(name)
            guard try deed.ledger.account(named: name) == nil else {
                throw Problem(
                    .accountExists,
                    "There is an account \(name) already; a name is never given to another.")
            }
            var account = Account(
                name: name, email: email, role: role, scope: try deed.inquiry.scope(of: reach),
                createdAt: deed.now)
            try account.checkScope()
            account.id = try deed.ledger.insert(account)
            try deed.log(.add, .account(account.id), ["role": role.rawValue])
            return try deed.inquiry.line(account)
        }
    }

    /// Changes what an account is for.
    ///
    /// - Parameter check: looks at the account as it is now, and throws to leave it so.
    /// - Throws: `account.unknown`, `account.scope`, `account.last-admin`.
    package func edit(
        _ name: String, role: Account.Role? = nil, email: EmailAddress? = nil,
        answeringFor reach: AccountReach? = nil,
        check: @escaping @Sendable (Account) throws -> Void = { _ in }
    ) async throws -> AccountLine {
        try await change(name, .edit) { deed, account in
            try check(account)
            account.role = role ?? account.role
            account.email = email ?? account.email
            if let reach { account.scope = try deed.inquiry.scope(of: reach) }
            try account.checkScope()
        }
    }

    /// Shuts an account: its browsers and programs are out at once.
    ///
    /// - Throws: `account.unknown`, `account.last-admin`.
    package func disable(_ name: String) async throws -> AccountLine {
        try await change(name, .disable) { deed, account in
            account.disabledAt = account.disabledAt ?? deed.now
            try deed.ledger.removeSessions(of: account.id)
        }
    }

    /// Opens it again, and unlocks it where wrong passwords had locked it.
    package func enable(_ name: String) async throws -> AccountLine {
        try await change(name, .enable) { deed, account in
            account.disabledAt = nil
            try deed.ledger.set(SignInTries(), of: account.id)
        }
    }

    /// Sets a password; whoever is signed in with the old one is out.
    ///
    /// - Throws: `account.unknown`, `password.weak`.
    package func setPassword(_ password: String, of name: String) async throws -> AccountLine {
        try Self.check(password)
        // Outside the transaction, for it takes long by design.
        let lock = try office.locksmith.lock(password, by: office.chance)
        return try await change(name, .edit) { deed, account in
            account.passwordHash = lock
            try deed.ledger.set(SignInTries(), of: account.id)
            try deed.ledger.removeSessions(of: account.id)
        }
    }

    /// - Throws: `password.weak`.
    static func check(_ password: String) throws(Problem) {
        guard (12...200).contains(password.count) else {
            throw Problem(
                .passwordWeak,
                "A password has 12 letters at least and 200 at most: a few words do well.")
        }
    }

    /// Has an account asked for a one-time code besides its password, or no more.
    ///
    /// - Returns: the secret for the program that makes the codes, shown this once; nothing when none
    ///   is asked for any more.
    package func setCodes(_ asked: Bool, of name: String) async throws -> CodeSecret? {
        let secret = asked ? office.chance.bytes(20) : nil
        _ = try await change(name, .edit) { deed, account in
            account.codeSecret = secret
            try deed.ledger.removeSessions(of: account.id)
        }
        return secret.map { CodeSecret(account: name, bytes: $0) }
    }

    private func change(
        _ name: String, _ act: AuditEntry.Act,
        _ body: @Sendable (Deed, inout Account) throws -> Void
    ) async throws -> AccountLine {
        try await office.write(as: actor) { deed in
            var account = try deed.inquiry.account(name)
            try body(deed, &account)
            try deed.ledger.update(account)
            let admins = try deed.ledger.accounts().filter {
                $0.role == .admin && $0.disabledAt == nil
            }
            guard !admins.isEmpty || deed.actor.kind != .account else {
                throw Problem(
                    .accountLastAdmin,
                    "This is the last admin; make another one before it goes.")
            }
            try deed.log(act, .account(account.id), ["role": account.role.rawValue])
            return try deed.inquiry.line(account)
        }
    }
}

/// An account with the codes of what it answers for.
package struct AccountLine: Sendable {
    package var account: Account
    package var programmes: [Code]
    package var events: [Code]
    /// Until when wrong passwords keep it shut.
    package var lockedUntil: Date?
}

/// What an account is to answer for, as people write it.
package struct AccountReach: Sendable {
    package var programmes: [Code]
    package var events: [Code]
    package var country: Country?

    package init(programmes: [Code] = [], events: [Code] = [], country: Country? = nil) {
        self.programmes = programmes
        self.events = events
        self.country = country
    }
}

/// The secret of an account's one-time codes.
package struct CodeSecret: Sendable {
    let account: String
    let bytes: [UInt8]

    /// In base 32, as people type it into the program that makes the codes.
    package var text: String { Base32.text(bytes).uppercased() }

    /// As such programs read it from a picture or a link.
    package var url: String {
        "otpauth://totp/Convene:\(account)?secret=\(text)&issuer=Convene"
    }
}

extension Office {
    package func accountDesk(_ actor: Actor) -> AccountDesk {
        AccountDesk(office: self, actor: actor)
    }
}
