import ConveneTestSupport
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Convene
@testable import ConveneHTTP

/// What openapi.json promises of `If-Match`.
@Suite struct IfMatchTests {
    /// What there is of everything, by the names of parts of paths.
    private static let things = [
        "programme": "museums", "event": "kyiv-2011", "session": "1", "person": "P1",
        "organisation": "O1", "outcome": "1", "webhook": "1", "account": "program",
    ]

    @Test(arguments: APIRoute.all.filter { $0.method == .patch }.map(\.path))
    func `every change is refused to whoever has seen something else`(path: String) async throws {
        let api = try await Self.api()
        let place = Self.things.reduce(path) { $0.replacing("{\($1.key)}", with: $1.value) }

        let tag = try await api.get(place).headers[.eTag]
        let stale = try await api.send(.patch, place, "{}", headers: [.ifMatch: "\"stale\""])
        let fresh = try await api.send(.patch, place, "{}", headers: [.ifMatch: tag ?? ""])

        #expect(stale.status == .preconditionFailed, "\(place): \(stale.text)")
        #expect(fresh.status == .ok, "\(place): \(fresh.text)")
        #expect(fresh.headers[.eTag] == tag)
    }

    private static func api() async throws -> APIExchange {
        let world = try await World()
        let programme = try await world.programme()
        try await world.event(of: programme)
        try await world.register(.ada)
        _ = try await world.outcomes.add("Draft a curriculum", to: .kyiv)
        _ = try await world.webhooks.add(.example)
        return try await APIExchange(world)
    }
}
