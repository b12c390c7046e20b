package import Convene

extension Report {
    /// Who may come in, as what.
    package static func accounts(_ lines: [AccountLine]) -> Report {
        Report(
            "accounts",
            columns: [
                Column("account", "Account"), Column("role", "Role"),
                Column("programmes", "Programmes"), Column("events", "Events"),
                Column("country", "Country"), Column("email", "E-mail"), Column("state", "State"),
            ],
            rows: lines.map { line in
                [
                    .text(line.account.name), .text(line.account.role.rawValue),
                    .list(line.programmes.map { .text($0.text) }),
                    .list(line.events.map { .text($0.text) }),
                    Value(line.account.scope.country), Value(line.account.email?.text),
                    .text(line.state),
                ]
            }, empty: "No accounts: the service's pages for officers are shut.")
    }

    /// An account's tokens, without their secrets, which are kept nowhere.
    package static func tokens(_ tokens: [AccessToken]) -> Report {
        Report(
            "tokens",
            columns: [
                .number("token", "No."), Column("label", "For"), Column("scopes", "Opens"),
                Column("created_at", "Since"), Column("expires_at", "Ends"),
                Column("revoked_at", "Taken back"),
            ],
            rows: tokens.map { token in
                [
                    .number(Int(token.id.rawValue)), .text(token.label),
                    .list(token.scopes.map(\.rawValue).sorted().map { .text($0) }),
                    Value(token.createdAt), Value(token.expiresAt), Value(token.revokedAt),
                ]
            }, empty: "No tokens.")
    }
}

extension Card {
    package static func account(_ line: AccountLine) -> Card {
        Card(
            title: "Account \(line.account.name)",
            fields: [
                .init("account", "Account", .text(line.account.name), forPrograms: true),
                .init("role", "Role", .text(line.account.role.rawValue)),
                .init("programmes", "Programmes", .list(line.programmes.map { .text($0.text) })),
                .init("events", "Events", .list(line.events.map { .text($0.text) })),
                .init("country", "Country", Value(line.account.scope.country)),
                .init("email", "E-mail", Value(line.account.email?.text)),
                .init("state", "State", .text(line.state)),
                .init("one_time_codes", "One-time codes", .flag(line.account.codeSecret != nil)),
                .init("created_at", "Since", Value(line.account.createdAt)),
                .init("disabled_at", "Disabled", Value(line.account.disabledAt)),
                .init("locked_until", "Locked until", Value(line.lockedUntil)),
            ])
    }
}

extension AccountLine {
    fileprivate var state: String {
        if account.disabledAt != nil { return "disabled" }
        if lockedUntil != nil { return "locked" }
        return account.passwordHash == nil ? "tokens only" : "active"
    }
}
