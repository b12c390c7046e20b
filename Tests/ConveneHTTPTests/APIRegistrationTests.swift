import ConveneTestSupport
import Testing

@testable import Convene
@testable import ConveneHTTP

@Suite struct APIRegistrationTests {
    private func world() async throws -> World {
        let world = try await World()
        try await world.event(capacity: 2)
        for draft in [PersonDraft.ada, .grace, .alan, .edsger] { try await world.person(draft) }
        return world
    }

    @Test func `people are registered, nominated, moved and read`() async throws {
        let api = try await APIExchange(world())

        let whole = try await api.follow([
            .post("/events/kyiv-2011/register", #"{"people": ["P1", "grace@example.org", "P3"]}"#),
            .post(
                "/events/kyiv-2011/register",
                #"{"person": {"given_name": "Jean", "family_name": "Esempio", "country": "IT"}, "role": "speaker"}"#
            ),
            .post("/events/kyiv-2011/nominate", #"{"people": ["P4"]}"#),
            .get("/events/kyiv-2011/registrations"),
            .get("/events/kyiv-2011/registrations?standing=waitlisted"),
            .post(
                "/events/kyiv-2011/registrations/withdraw",
                #"{"people": ["P1"], "reason": "ill", "mail": false}"#),
            .post("/events/kyiv-2011/registrations/confirm", #"{"people": ["P4"]}"#),
            .post("/events/kyiv-2011/registrations/waitlist", #"{"people": ["P4"]}"#),
            .post("/events/kyiv-2011/registrations/decline", #"{"people": ["P4"]}"#),
            .post("/events/kyiv-2011/registrations/reject", #"{"people": ["P3"], "reason": "no"}"#),
            .get("/events/kyiv-2011/registrations/P1"),
            .get("/events/kyiv-2011/registrations/P99"),
            .post("/events/kyiv-2011/register", #"{"people": ["P1"], "person": {}}"#),
        ])

        try expectGolden(whole, "api/registrations.txt")
    }

    @Test func `people are invited, answer and are reminded, and mail is looked after`()
        async throws
    {
        let world = try await world()
        let api = try await APIExchange(world)
        _ = try await world.registrations.enter([.ada, .grace], at: .kyiv, as: .nominated)

        var whole = try await api.follow([
            .post("/events/kyiv-2011/invite", #"{"dry_run": true}"#),
            .post("/events/kyiv-2011/invite"),
            .get("/messages"), .get("/messages/M1"), .get("/messages?state=failed"),
            .post("/messages/hold", #"{"messages": ["M2"]}"#),
            .post("/messages/release", #"{"state": "held"}"#),
        ])
        try await world.deliver()
        whole += try await api.follow([
            .get("/events/kyiv-2011/invitations"),
            .get("/events/kyiv-2011/invitations?answered=true"),
            .post(
                "/events/kyiv-2011/invitations/answer",
                #"{"people": ["P1"], "answer": "accepted", "by": "letter", "note": "gladly"}"#),
            .get("/events/kyiv-2011/invitations/P1"),
            .post("/events/kyiv-2011/invitations/remind"),
            .post("/messages/cancel", #"{"state": "queued", "event": "kyiv-2011"}"#),
            .post("/messages/retry", #"{"messages": ["M1"]}"#),
        ])

        try expectGolden(whole, "api/invitations.txt")
    }

    @Test func `attendance is taken in bulk, heads are counted, figures are read`() async throws {
        let world = try await world()
        let api = try await APIExchange(world)
        _ = try await world.registrations.enter([.ada, .grace], at: .kyiv, as: .registered)

        let whole = try await api.follow([
            .post(
                "/events/kyiv-2011/marks", #"{"sessions": "all", "all": true, "absent": ["P2"]}"#),
            .post(
                "/events/kyiv-2011/marks",
                #"{"sessions": [1], "present": ["P2"], "reason": "came late"}"#),
            .get("/events/kyiv-2011/attendance"), .get("/events/kyiv-2011/marks?session=1"),
            .get("/events/kyiv-2011/marks?limit=2"),
            .post(
                "/events/kyiv-2011/head-counts",
                #"{"session": 1, "number": 120, "gender": "female", "country": "KZ"}"#),
            .get("/statistics"), .get("/statistics?event=kyiv-2011&by=country&by=gender"),
            .get("/statistics?by=colour"), .get("/audit?limit=2"),
        ])

        try expectGolden(whole, "api/attendance.txt")
    }
}
