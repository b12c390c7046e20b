package import Convene

extension World {
    package var accounts: AccountDesk { office.accountDesk(officer) }

    /// An account, and whom the desks are told of when it acts.
    @discardableResult
    package func account(
        _ name: String = "aru", as role: Account.Role, programmes: [Code] = [],
        events: [Code] = [], country: String? = nil
    ) async throws -> Actor {
        try await accounts.add(
            name, as: role,
            answeringFor: AccountReach(
                programmes: programmes, events: events,
                country: country.flatMap { Country(code: $0) })
        ).account.actor
    }

    /// An account that can sign in with ``Self/password``.
    @discardableResult
    package func visitor(_ name: String = "aru", as role: Account.Role = .organiser) async throws
        -> Actor
    {
        let actor = try await account(name, as: role)
        _ = try await accounts.setPassword(Self.password, of: name)
        return actor
    }

    package static let password = "four words of chance"
}
