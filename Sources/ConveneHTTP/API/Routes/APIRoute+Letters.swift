import Convene
import ConveneReports

extension APIRoute {
    static let letters: [APIRoute] = [
        .act(
            "/events/{event}/letters", "letters.send",
            "Queues a letter of your own to people on an event's list.", takes: .letter, .plan,
            sendLetter),
        .act(
            "/events/{event}/thanks", "letters.thank",
            "Queues thanks to those who attended, with certificates for those who completed.",
            takes: .thanks, .plan, sendThanks),
    ]

    @Sendable private static func sendLetter(_ call: APICall) async throws -> APIReply {
        let text = try LetterText(
            subject: call.body.text("subject") ?? "", body: call.body.text("text") ?? "",
            source: "The text")
        return try await call.send(.letter(text, call.body.letterSelection))
    }

    @Sendable private static func sendThanks(_ call: APICall) async throws -> APIReply {
        try await call.send(.thanks)
    }
}

extension APICall {
    /// The plan of a circular that is queued, or only looked at.
    fileprivate func send(_ matter: Circular.Matter) async throws -> APIReply {
        let room = office.postRoom(actor)
        let circular = try Circular(matter, note: body.text("note") ?? "")
        let event = try code("event")
        let plan =
            try await body.flag("dry_run") == true
            ? room.plan(circular, at: event) : room.queue(circular, at: event)
        return .rows(plan.report)
    }
}

extension Members {
    fileprivate var letterSelection: LetterSelection {
        if let people = people("to") { return .people(people) }
        if let standing = choice("to", as: Standing.self) { return .standing(standing) }
        switch text("to") {
        case "attended": return .attended
        case "completed": return .completed
        default: return .all
        }
    }
}
