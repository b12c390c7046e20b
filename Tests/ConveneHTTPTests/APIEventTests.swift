import ConveneTestSupport
import HTTPTypes
import Testing

@testable import Convene
@testable import ConveneHTTP

@Suite struct APIEventTests {
    @Test func `events are added, read, changed and moved`() async throws {
        let world = try await World()
        try await world.programme()
        let api = try await APIExchange(world)

        let whole = try await api.follow([
            .post(
                "/events",
                #"{"code": "kyiv-2011", "title": "Shops", "kind": "seminar", "programme": "museums", "dates": {"from": "2011-10-03", "to": "2011-10-04"}, "city": "Kyiv", "country": "UA", "timezone": "Europe/Kyiv", "organisations": [{"name": "Museum of Samples", "part": "organiser"}]}"#
            ),
            .get("/events"), .get("/events?status=open"),
            .get("/events/kyiv-2011"),
            .patch("/events/kyiv-2011", #"{"capacity": 20, "venue": "Hall 1", "term": null}"#),
            .post("/events/kyiv-2011/open", #"{"reason": "ready"}"#),
            .post("/events/kyiv-2011/close"), .post("/events/kyiv-2011/hold"),
            .post("/events/kyiv-2011/postpone"),
            .post("/events/kyiv-2011/cancel"), .get("/events/nowhere"),
            .post("/events", #"{"code": "x", "kind": "party", "colour": 1}"#),
        ])

        try expectGolden(whole, "api/events.txt")
    }

    @Test func `sessions and questions are added, listed, changed and removed`() async throws {
        let world = try await World()
        try await world.event()
        let api = try await APIExchange(world)

        let whole = try await api.follow([
            .get("/events/kyiv-2011/sessions"),
            .post(
                "/events/kyiv-2011/sessions",
                #"{"day": "2011-10-03", "starts": "14:00", "ends": "17:00", "counts": false}"#),
            .patch("/events/kyiv-2011/sessions/1", #"{"title": "Opening"}"#),
            .delete("/events/kyiv-2011/sessions/6"),
            .post(
                "/events/kyiv-2011/questions",
                #"{"question": "How will you come?", "kind": "choice", "choices": ["Bus", "Train"]}"#
            ), .get("/events/kyiv-2011/questions"),
            .delete("/events/kyiv-2011/questions/1"),
        ])

        try expectGolden(whole, "api/sessions.txt")
    }
}
