/// What an account may be called: it stands in the audit, in addresses of pages and on terminals.
enum AccountName {
    /// - Throws: `name.invalid`.
    static func checked(_ text: String) throws -> String {
        let name = text.lowercased()
        let isPlain = name.utf8.allSatisfy { byte in
            (97...122).contains(byte) || (48...57).contains(byte)
                || [UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_")].contains(byte)
        }
        guard isPlain, (2...60).contains(name.utf8.count) else {
            throw Problem(
                .nameInvalid,
                "“\(text.prefix(60))” can't be an account's name: it has letters a to z, digits,"
                    + " dots, hyphens and underscores, two at least.")
        }
        return name
    }
}

extension Account {
    /// What a role answers for must be said where it means nothing otherwise.
    ///
    /// - Throws: `account.scope`.
    func checkScope() throws {
        let fault: String? =
            switch role {
            case .admin:
                scope == Scope() ? nil : "An admin answers for everything; give no scope."
            case .focalPoint:
                scope.country == nil ? "A focal point is of a country: name it." : nil
            case .desk:
                scope.events.isEmpty ? "A desk is at an event: name it, or several." : nil
            case .organiser, .viewer: nil
            }
        if let fault { throw Problem(.accountScope, fault) }
    }
}

extension Inquiry {
    /// - Throws: `account.unknown`.
    func account(_ name: String) throws -> Account {
        guard let account = try ledger.account(named: name.lowercased()) else {
            throw Problem(
                .accountUnknown,
                "There is no account “\(name.prefix(60))”: “convene account list” shows them all.")
        }
        return account
    }

    func scope(of reach: AccountReach) throws -> Account.Scope {
        Account.Scope(
            programmes: Set(try reach.programmes.map { try programme($0).id }),
            events: Set(try reach.events.map { try event($0).id }), country: reach.country)
    }

    func line(_ account: Account) throws -> AccountLine {
        AccountLine(
            account: account,
            programmes: try account.scope.programmes.compactMap { try ledger.programme($0)?.code }
                .sorted { $0.text < $1.text },
            events: try account.scope.events.compactMap { try ledger.event($0)?.code }
                .sorted { $0.text < $1.text },
            lockedUntil: try ledger.tries(of: account.id).lockedUntil)
    }
}
