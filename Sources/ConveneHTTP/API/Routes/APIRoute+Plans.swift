import Convene
import ConveneReports
import HTTPTypes

extension APIRoute {
    static let plans: [APIRoute] = [
        .list(
            "/activities", "activities.list", "Activities of action plans, plan by plan.",
            .page("activities", of: .activityLine),
            filters: [
                .one("programme", .name, "Only those of this programme and its stages."),
                .one("year", .whole(1900...2200), "Only those of this year."),
                .one(
                    "state", .choice(PlanFilter.Condition.self),
                    "Only those in this state today; open is planned or under way."),
                .one("overdue_on", .day, "Only those that were overdue on this day."),
            ]
        ) { call in
            .list(
                .activities(
                    try await call.office.planDesk(call.actor).list(
                        PlanFilter(
                            programme: try call.filter("programme").map { try Code($0) },
                            year: call.filter("year").flatMap { Int($0) },
                            condition: call.filter("state", as: PlanFilter.Condition.self),
                            overdueOn: call.filter("overdue_on").flatMap { Day($0) })),
                    empty: ""), by: .place)
        },
        .read(
            "/activities/{activity}", "activities.show",
            "An activity with its steps, its events and its history.", .activity
        ) { call in .thing(try await call.activityCard()) },
        .plan("done", "Ticks steps off, or an activity without steps.", takes: .tick) { call in
            _ = try await call.office.planDesk(call.actor).tick(
                call.activity(), call.body.steps, on: call.body.day("on"))
        },
        .plan("undone", "Takes ticks back.", takes: .untick) { call in
            _ = try await call.office.planDesk(call.actor).untick(
                call.activity(), call.body.steps, reason: call.body.text("reason") ?? "")
        },
        .plan("drop", "Gives an activity up: it is never overdue any more.", takes: .reason) {
            try await $0.set(dropped: true)
        },
        .plan("take-up", "Takes an activity up again.", takes: .reason) {
            try await $0.set(dropped: false)
        },
        .plan("link", "Says which events carry an activity out.", takes: .link) { call in
            _ = try await call.office.planDesk(call.actor).link(
                call.activity(), to: (call.body.texts("events") ?? []).map { try Code($0) })
        },
        .plan("unlink", "Takes events from an activity again.", takes: .link) { call in
            _ = try await call.office.planDesk(call.actor).unlink(
                call.activity(), from: (call.body.texts("events") ?? []).map { try Code($0) })
        },
    ]

    private static func plan(
        _ verb: String, _ summary: String, takes body: Shape,
        _ change: @escaping @Sendable (APICall) async throws -> Void
    ) -> APIRoute {
        APIRoute(
            method: .post, path: "/activities/{activity}/\(verb)", name: "activities.\(verb)",
            summary: summary, scopes: [.write], filters: [], body: body,
            answer: .thing(.activity)
        ) { call in
            try await change(call)
            return .thing(try await call.activityCard())
        }
    }
}

extension APICall {
    fileprivate func activity() throws -> ActivityMention { ActivityMention(try part("activity")) }

    fileprivate func activityCard() async throws -> Card {
        Card.activity(try await office.planDesk(actor).file(activity()))
    }

    fileprivate func set(dropped: Bool) async throws {
        _ = try await office.planDesk(actor).set(
            dropped: dropped, activity(), reason: body.text("reason") ?? "")
    }
}

extension Members {
    fileprivate var steps: StepChoice {
        if text("steps") == "all" { return .all }
        return list("steps").map { .numbers($0.numbers) } ?? .unsaid
    }
}
