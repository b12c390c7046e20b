import Convene
import ConveneReports

extension APIRoute {
    static let accounts: [APIRoute] = [
        .list(
            "/accounts", "accounts.list", "Who may come in, as what.",
            .page("accounts", of: .accountLine), listAccounts),
        .add(
            "/accounts", "accounts.add",
            "Adds an account; passwords and tokens are given at the terminal.",
            takes: .accountNew, .account, addAccount),
        .read("/accounts/{account}", "accounts.show", "One account.", .account, showAccount),
        .change(
            "/accounts/{account}", "accounts.change",
            "Changes what an account may do, and for what it answers.", takes: .accountChange,
            .account, changeAccount),
        .act(
            "/accounts/{account}/disable", "accounts.disable",
            "Shuts an account: its browsers and its programs are out at once.", takes: .nothing,
            .account, disableAccount),
        .act(
            "/accounts/{account}/enable", "accounts.enable",
            "Opens an account again, also one that wrong passwords keep shut.", takes: .nothing,
            .account, enableAccount),
        .list(
            "/accounts/{account}/tokens", "accounts.tokens",
            "An account's tokens, which are shown by number only.", .page("tokens", of: .token),
            listTokens),
        .remove(
            "/accounts/{account}/tokens/{token}", "accounts.revoke",
            "Takes a token back, for ever.", revokeToken),
    ]

    @Sendable private static func listAccounts(_ call: APICall) async throws -> APIReply {
        .list(.accounts(try await call.office.accountDesk(call.actor).list()))
    }

    @Sendable private static func addAccount(_ call: APICall) async throws -> APIReply {
        let body = call.body
        let line = try await call.office.accountDesk(call.actor).add(
            body.text("account") ?? "", as: body.choice("role", as: Account.Role.self) ?? .viewer,
            email: try body.text("email").map { try EmailAddress($0) },
            answeringFor: try body.reach(insteadOf: nil) ?? AccountReach())
        return .made(Card.account(line), at: "/accounts/\(line.account.name)")
    }

    @Sendable private static func showAccount(_ call: APICall) async throws -> APIReply {
        .thing(Card.account(try await call.account()))
    }

    @Sendable private static func changeAccount(_ call: APICall) async throws -> APIReply {
        let (before, body) = (try await call.account(), call.body)
        try call.check(Card.account(before))
        let line = try await call.office.accountDesk(call.actor).edit(
            before.account.name, role: body.choice("role", as: Account.Role.self),
            email: try body.text("email").map { try EmailAddress($0) },
            answeringFor: try body.reach(insteadOf: before)
        ) { try call.check($0, is: before.account) }
        return .thing(Card.account(line))
    }

    @Sendable private static func disableAccount(_ call: APICall) async throws -> APIReply {
        let line = try await call.office.accountDesk(call.actor).disable(call.part("account"))
        return .card(.account(line))
    }

    @Sendable private static func enableAccount(_ call: APICall) async throws -> APIReply {
        let line = try await call.office.accountDesk(call.actor).enable(call.part("account"))
        return .card(.account(line))
    }

    @Sendable private static func listTokens(_ call: APICall) async throws -> APIReply {
        let desk = call.office.accountDesk(call.actor)
        return .list(.tokens(try await desk.tokens(of: call.part("account"))))
    }

    @Sendable private static func revokeToken(_ call: APICall) async throws -> APIReply {
        let number = AccessToken.ID(Int64(try call.number("token")))
        _ = try await call.office.accountDesk(call.actor).revoke(number, of: call.part("account"))
        return .nothing
    }
}

extension APICall {
    fileprivate func account() async throws -> AccountLine {
        try await office.accountDesk(actor).account(part("account"))
    }
}

extension Members {
    /// What an account is to answer for, if anything is said of it: what is not stays as it was.
    fileprivate func reach(insteadOf before: AccountLine?) throws -> AccountReach? {
        guard ["programmes", "events", "country"].contains(where: { record[$0] != nil }) else {
            return nil
        }
        var country = before?.account.scope.country
        try change("country", &country) { try Country.reading($0) }
        return AccountReach(
            programmes: try texts("programmes")?.map { try Code($0) } ?? before?.programmes ?? [],
            events: try texts("events")?.map { try Code($0) } ?? before?.events ?? [],
            country: country)
    }
}
