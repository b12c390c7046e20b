import Convene

// Stands in until the gate is there.
struct Bearer: Sendable {
    struct Account: Sendable { let name: String }
    let account: Account
    let actor: Actor
    let scopes: Set<String>

    func has(_ scope: APIRoute.Scope) -> Bool { scopes.contains(scope.rawValue) }
}

struct StandInGate: Sendable {
    func bearer(_ token: String) async throws -> Bearer {
        let scopes = token.split(separator: "-").map(String.init)
        guard scopes.first == "sample" else { throw APIRefusal.tokenMissing }
        return Bearer(
            account: .init(name: "officer"), actor: Actor(kind: .account, name: "officer"),
            scopes: Set(scopes.dropFirst()))
    }
}

extension Office {
    var gate: StandInGate { StandInGate() }
}
