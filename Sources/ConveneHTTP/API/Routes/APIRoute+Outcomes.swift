import Convene
import ConveneReports
import HTTPTypes

extension APIRoute {
    static let outcomes: [APIRoute] = [
        .list(
            "/outcomes", "outcomes.list", "What events recommended or decided.",
            .page("outcomes", of: .outcome),
            filters: [
                .one("event", .name, "Only those of this event."),
                .one("programme", .name, "Only those of this programme and its stages."),
                .one("state", .choice(OutcomeCondition.self), "Only those in this state today."),
            ]
        ) { call in
            .list(
                .outcomes(
                    try await call.office.outcomeDesk(call.actor).list(
                        event: try call.filter("event").map { try Code($0) },
                        programme: try call.filter("programme").map { try Code($0) },
                        condition: call.filter("state", as: OutcomeCondition.self))))
        },
        .act(
            "/events/{event}/outcomes", "outcomes.add",
            "Writes down what an event recommended or decided; the same once more changes nothing.",
            takes: .outcomeNew, .outcomes
        ) { call in
            let due = try call.body.text("due").map { try Term($0) }
            let outcome = try await call.office.outcomeDesk(call.actor).add(
                call.body.text("text") ?? "", to: call.code("event"), due: due,
                responsible: call.body.text("responsible") ?? "")
            return .rows(.outcomes([outcome]))
        },
        .read(
            "/events/{event}/outcomes/{outcome}", "outcomes.show", "One outcome.", .outcome,
            showOutcome),
        .change(
            "/events/{event}/outcomes/{outcome}", "outcomes.change",
            "Changes an outcome, or notes how far its follow-up is.", takes: .outcomeChange,
            .outcome, changeOutcome),
        .act(
            "/events/{event}/outcomes/{outcome}/done", "outcomes.done",
            "Writes down that an outcome was followed up.", takes: .outcomeDone, .outcomes
        ) { call in
            .rows(
                .outcomes(
                    try await call.office.outcomeDesk(call.actor).close(
                        [call.outcome()], on: call.body.day("on"), note: call.body.text("note"))))
        },
        .act(
            "/events/{event}/outcomes/{outcome}/reopen", "outcomes.reopen",
            "Opens an outcome again.", takes: .reason, .outcomes
        ) { call in
            .rows(
                .outcomes(
                    try await call.office.outcomeDesk(call.actor).reopen(
                        [call.outcome()], reason: call.body.text("reason") ?? "")))
        },
    ]
}

extension APIRoute {
    @Sendable private static func showOutcome(_ call: APICall) async throws -> APIReply {
        let desk = call.office.outcomeDesk(call.actor)
        return .thing(Card.outcome(try await desk.outcome(call.outcome())))
    }

    @Sendable private static func changeOutcome(_ call: APICall) async throws -> APIReply {
        let desk = call.office.outcomeDesk(call.actor)
        let before = try await desk.outcome(call.outcome())
        try call.check(Card.outcome(before))
        let body = call.body
        let line = try await desk.edit(call.outcome()) { outcome in
            try call.check(outcome, is: before.outcome)
            body.change("text", &outcome.wording) { $0 }
            body.change("note", &outcome.followUp) { $0 }
            body.change("responsible", &outcome.responsible) { $0 }
            try body.change("due", &outcome.due) { try Term($0) }
        }
        return .thing(Card.outcome(line))
    }
}

extension APICall {
    fileprivate func outcome() throws -> OutcomeMention {
        OutcomeMention(try code("event"), try part("outcome"))
    }
}
