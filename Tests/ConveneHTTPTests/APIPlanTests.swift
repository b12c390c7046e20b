import ConveneTestSupport
import Testing

@testable import Convene
@testable import ConveneHTTP

@Suite struct APIPlanTests {
    @Test func `outcomes are written down, changed, done and opened again`() async throws {
        let world = try await World()
        try await world.event()
        let api = try await APIExchange(world)

        let whole = try await api.follow([
            .post(
                "/events/kyiv-2011/outcomes",
                #"{"text": "Draft a curriculum", "due": "Q1 2012", "responsible": "Commissions"}"#),
            .patch("/events/kyiv-2011/outcomes/1", #"{"note": "A draft is there"}"#),
            .post("/events/kyiv-2011/outcomes/1/done", #"{"note": "Printed"}"#),
            .get("/outcomes"), .get("/outcomes?state=open"),
            .post("/events/kyiv-2011/outcomes/1/reopen", #"{"reason": "only half of it"}"#),
            .post("/events/kyiv-2011/outcomes/7/done"),
        ])

        try expectGolden(whole, "api/outcomes.txt")
    }

    @Test func `activities are listed, done, given up and linked`() async throws {
        let world = try await World()
        try await world.event()
        try await world.programme()
        try await world.office.store.write { ledger in
            let programme = try ledger.programme(code: .museums)
            _ = try ledger.insert(
                Activity(
                    programme: programme?.id ?? Programme.ID(1), year: 2011, number: 9,
                    title: "Train the guides", term: try Term("Q4 2011"),
                    steps: [ActivityStep(title: "Agree dates"), ActivityStep(title: "Invite")]))
        }
        let api = try await APIExchange(world)

        let whole = try await api.follow([
            .get("/activities"), .get("/activities?state=done"),
            .post("/activities/2011-9/done", #"{"steps": [1], "on": "2011-09-01"}"#),
            .post("/activities/2011-9/undone", #"{"steps": [1], "reason": "by mistake"}"#),
            .post("/activities/museums%2F2011-9/link", #"{"events": ["kyiv-2011"]}"#),
            .post("/activities/2011-9/unlink", #"{"events": ["kyiv-2011"]}"#),
            .post("/activities/2011-9/drop", #"{"reason": "no money"}"#),
            .post("/activities/2011-9/take-up", #"{"reason": "money came"}"#),
            .get("/activities/2011-9"), .get("/activities/2011-10"),
        ])

        try expectGolden(whole, "api/activities.txt")
    }
}
