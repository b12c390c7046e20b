import ConveneTestSupport
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Convene
@testable import ConveneHTTP

/// What programs do to keep the register: accounts, merging, forgetting, suppressions, letters.
@Suite struct APIKeepingTests {
    @Test func `accounts are made, changed and shut, and their tokens taken back`() async throws {
        let world = try await World()
        try await world.event()
        let api = try await APIExchange(world)
        _ = try await world.accounts.add("aru", as: .viewer)
        _ = try await world.accounts.issue("export", for: "aru", scopes: [.read], until: nil)

        let text = try await api.follow([
            .post("/accounts", #"{"account": "door", "role": "desk", "events": ["kyiv-2011"]}"#),
            .get("/accounts"), .get("/accounts/door"),
            .patch(
                "/accounts/door", #"{"role": "organiser", "events": [], "email": "d@example.org"}"#),
            .post("/accounts/door/disable"), .post("/accounts/door/enable"),
            .get("/accounts/aru/tokens"), .delete("/accounts/door/tokens/2"),
            .delete("/accounts/aru/tokens/2"), .get("/accounts/aru/tokens"),
            .patch("/accounts/program", #"{"role": "viewer"}"#),
            .post("/accounts", #"{"account": "door", "role": "viewer"}"#), .get("/accounts/nobody"),
        ])

        try expectGolden(text, "api/accounts.txt")
        #expect(!text.contains("cv_"))
    }

    @Test func `people are merged field by field, made two again, and told apart`() async throws {
        let world = try await World()
        try await world.event()
        try await world.register(.ada)
        var twin = PersonDraft.ada
        twin.person.addresses = [EmailAddress(stored: "a.example@example.net")]
        try await world.person(twin)
        let api = try await APIExchange(world)

        let text = try await api.follow([
            .get("/people/duplicates?threshold=80&country=KZ"),
            .post("/people/P1/merge", #"{"with": "P2", "take": {"email": "B"}, "dry_run": true}"#),
            .post("/people/P1/merge", #"{"with": "P2", "take": {"email": "B"}}"#),
            .get("/people/duplicates"), .post("/people/P2/unmerge"),
            .post("/people/P1/tell-apart", #"{"with": "P2"}"#), .get("/people/duplicates"),
            .post("/people/P1/merge", #"{"with": "P1"}"#), .post("/people/P2/unmerge"),
        ])

        try expectGolden(text, "api/merging.txt")
    }

    @Test func `whoever is forgotten is handed out before, and gone after`() async throws {
        let world = try await World()
        try await world.event()
        try await world.register(.ada)
        let api = try await APIExchange(world)

        let record = try await api.get("/people/P1/record")
        let text = try await api.follow([
            .post("/people/P1/erase", #"{"dry_run": true}"#), .post("/people/P1/erase"),
        ])

        #expect(record.text.contains("ada@example.org"))
        #expect(record.text.contains("\"history\""))
        try expectGolden(text, "api/erasure.txt")
        #expect(try await !api.get("/people/P1/record").text.contains("ada@example.org"))
    }

    @Test func `addresses and people are left alone, and written to again`() async throws {
        let world = try await World()
        try await world.person(.ada)
        let api = try await APIExchange(world)

        let text = try await api.follow([
            .post("/suppressions", #"{"email": "dead@example.org", "reason": "moved"}"#),
            .post("/suppressions", #"{"email": "dead@example.org"}"#),
            .post("/people/P1/opt-out", #"{"stream": "letters"}"#), .get("/suppressions"),
            .post("/people/P1/opt-out", #"{"stream": "letters", "undo": true}"#),
            .delete("/suppressions/dead@example.org"), .get("/suppressions"),
            .delete("/suppressions/dead@example.org"),
        ])

        try expectGolden(text, "api/suppressions.txt")
    }

    @Test
    func `letters and thanks are looked at, then queued; certificates are listed and verified`()
        async throws
    {
        let world = try await World()
        try await world.event()
        try await world.register(.ada, .alan)
        try await world.mark(.ada, sessions: [1, 2, 3, 4, 5])
        let api = try await APIExchange(world)
        _ = try await world.events.move(.kyiv, to: .held, reason: "")

        let letter = #""to": "attended", "subject": "Photographs", "text": "They are there.""#
        let text = try await api.follow([
            .post("/events/kyiv-2011/letters", "{\(letter), \"dry_run\": true}"),
            .post("/events/kyiv-2011/letters", "{\(letter)}"),
            .post("/events/kyiv-2011/letters", #"{"to": ["P2"], "subject": " ", "text": "x"}"#),
            .post("/events/kyiv-2011/thanks", #"{"dry_run": true}"#),
            .post("/events/kyiv-2011/thanks"), .get("/messages"),
            .get("/events/kyiv-2011/certificates"), .get("/certificates/K7Q2-M9XA"),
        ])
        let number = try #require(text.firstMatch(of: /"number": "([A-Z0-9-]+)"/)).1
        let certificate = try await api.get("/certificates/\(number)")

        try expectGolden(text, "api/letters.txt")
        #expect(certificate.text.contains("Ada Example"))
    }

    @Test(arguments: [
        "/accounts", "/people/duplicates", "/people/P1/record", "/suppressions", "/imports",
        "/events/kyiv-2011/certificates",
    ])
    func `a viewer sees none of it`(path: String) async throws {
        let world = try await World()
        try await world.event()
        try await world.register(.ada)
        let api = try await APIExchange(world, as: .viewer)

        #expect(try await api.get(path).status == .forbidden)
    }

    @Test(arguments: [
        ("/people/P1/merge", #"{"with": "P2", "dry_run": true}"#),
        ("/people/P1/erase", #"{"dry_run": true}"#),
        (
            "/events/kyiv-2011/letters",
            #"{"to": "all", "subject": "a", "text": "b", "dry_run": true}"#
        ),
        ("/suppressions", #"{"email": "a@example.org"}"#), ("/people/P1/opt-out", "{}"),
        ("/accounts", #"{"account": "me", "role": "admin"}"#),
    ])
    func `a viewer does none of it, and is shown no plan`(path: String, body: String) async throws {
        let world = try await World()
        try await world.event()
        try await world.register(.ada, .alan)
        let api = try await APIExchange(world, as: .viewer)

        let answer = try await api.send(.post, path, body)

        #expect(answer.status == .forbidden, "\(answer.text)")
    }
}
