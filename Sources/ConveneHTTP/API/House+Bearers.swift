import Convene
import HTTPTypes
import Hummingbird

extension House {
    /// Who asks, by the token that the request bears (RFC 6750): they must be known, the token must
    /// be for what the route does, and they must not come too often.
    ///
    /// - Throws: `token.missing`, `token.unknown`, `token.scope`, `rate.exceeded`.
    func bearer(for route: APIRoute, _ request: Request, _ visit: Visit) async throws -> Bearer? {
        guard !route.scopes.isEmpty else { return nil }
        if let wait = strangers.wait(visit.address, at: .now) {
            throw APIRefusal.tooOften(again: wait)
        }
        let bearer: Bearer
        do {
            bearer = try await office.gate.bearer(try request.token)
        } catch {
            _ = strangers.admit(visit.address, at: .now)
            throw error
        }
        guard !bearer.token.scopes.isDisjoint(with: route.scopes) else {
            throw APIRefusal.scope(route.scopes.map(\.rawValue))
        }
        if let wait = callers.admit(bearer.visitor.account.name, at: .now) {
            throw APIRefusal.tooOften(again: wait)
        }
        return bearer
    }
}

extension Request {
    /// The token of the request.
    ///
    /// - Throws: `token.missing`.
    fileprivate var token: String {
        get throws {
            let words = headers[.authorization]?.split(separator: " ") ?? []
            guard words.count == 2, words[0].lowercased() == "bearer" else {
                throw APIRefusal.tokenMissing
            }
            return String(words[1])
        }
    }
}
