import ConveneTestSupport
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Convene
@testable import ConveneHTTP

/// Webhooks as programs set them up.
@Suite struct APIWebhookTests {
    @Test func `a webhook is made, tried, changed, looked at and removed`() async throws {
        let world = try await World()
        try await world.event()
        let api = try await APIExchange(world)

        let text = try await api.follow([
            .post(
                "/webhooks",
                #"{"url": "https://hooks.example.org/a", "changes": ["registration", "event.cancelled"], "event": "kyiv-2011"}"#
            ),
            .get("/webhooks"), .get("/webhooks/1"),
            .patch("/webhooks/1", #"{"changes": [], "enabled": false}"#),
            .post("/webhooks/1/test"), .get("/webhooks/1/deliveries?state=queued"),
            .get("/webhooks/1/deliveries/1"), .post("/webhooks/1/retry"),
            .post("/webhooks/1/retry", #"{"deliveries": [1]}"#), .delete("/webhooks/1"),
            .get("/webhooks/1"),
            .post("/webhooks", #"{"url": "http://127.0.0.1:9000/"}"#),
            .post("/webhooks", #"{"url": "https://hooks.example.org", "changes": ["weather"]}"#),
        ])

        try expectGolden(text, "api/webhooks.txt")
    }

    @Test func `the secret is shown when the webhook is made, and never again`() async throws {
        let api = try await APIExchange(World())
        let made = try await api.send(.post, "/webhooks", #"{"url": "https://hooks.example.org"}"#)
        let secret = try #require(made.text.firstMatch(of: /whsec_[A-Za-z0-9+\/=]+/)).0

        let later = try await [api.get("/webhooks"), api.get("/webhooks/1"), api.get("/audit")]

        #expect(!later.contains { $0.text.contains(secret) || $0.text.contains("whsec") })
    }

    @Test(arguments: [Account.Role.organiser, .viewer, .desk])
    func `webhooks are for admins`(role: Account.Role) async throws {
        let world = try await World()
        try await world.event()
        _ = try await world.accounts.add(
            "other", as: role,
            answeringFor: AccountReach(events: role == .desk ? [.kyiv] : []))
        let api = try await APIExchange(world)
        let token = try await world.accounts.issue(
            "t", for: "other", scopes: [.read, .write], until: nil
        ).secret

        let answer = try await api.send(
            .get, "/webhooks", headers: [.authorization: "Bearer \(token)"])

        #expect(answer.status == .forbidden)
    }

    @Test func `the document lists every change that is told`() async throws {
        let api = try await APIExchange(World())

        let text = try await api.get("/openapi.json").text

        #expect(Change.all.allSatisfy { text.contains("\"told.\($0.name)\"") })
    }

    @Test func `marks that programs take say how, and never that it was the terminal`() async throws
    {
        let world = try await World()
        try await world.event()
        try await world.register(.ada, .grace)
        let api = try await APIExchange(world)

        let bodies = [
            #"{"sessions": [1], "present": ["P1"]}"#,
            #"{"sessions": [1], "present": ["P2"], "method": "scan"}"#,
            #"{"sessions": [2], "present": ["P2"], "method": "terminal"}"#,
        ]
        var statuses: [Int] = []
        for body in bodies {
            statuses.append(try await api.send(.post, "/events/kyiv-2011/marks", body).status.code)
        }

        #expect(statuses == [200, 200, 422])
        let log = try await world.attendance.log(.kyiv)
        #expect(Set(log.map(\.mark.method)) == [.page, .scan])
    }
}
