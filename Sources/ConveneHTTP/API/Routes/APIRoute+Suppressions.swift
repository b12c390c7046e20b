import Convene
import ConveneReports
import HTTPTypes

extension APIRoute {
    static let suppressions: [APIRoute] = [
        .list(
            "/suppressions", "suppressions.list", "Whom nothing is sent to, and why.",
            .page("suppressed", of: .suppressed), listSuppressions),
        .act(
            "/suppressions", "suppressions.add", "Sends nothing more to an address.",
            takes: .suppress, .suppression, suppress),
        .remove(
            "/suppressions/{email}", "suppressions.remove", "Lets mail go to an address again.",
            unsuppress),
        APIRoute(
            method: .post, path: "/people/{person}/opt-out", name: "people.opt-out",
            summary: "Takes down that somebody wants no more of some mail, or wants it again.",
            scopes: [.write], filters: [], body: .optOut, answer: .nothing, act: optOut),
    ]

    @Sendable private static func listSuppressions(_ call: APICall) async throws -> APIReply {
        let room = call.office.postRoom(call.actor)
        let addresses = try await room.suppressions()
        let people = try await room.optOuts()
        return .list(.suppressed(addresses, people), by: .place)
    }

    @Sendable private static func suppress(_ call: APICall) async throws -> APIReply {
        let (suppression, isNew) = try await call.office.postRoom(call.actor).suppress(
            try EmailAddress(call.body.text("email") ?? ""),
            reason: call.body.text("reason") ?? "")
        return .done([
            "email": .text(suppression.address.text), "reason": .text(suppression.reason),
            "new": .flag(isNew),
        ])
    }

    @Sendable private static func unsuppress(_ call: APICall) async throws -> APIReply {
        try await call.office.postRoom(call.actor).unsuppress(
            try EmailAddress(call.part("email")))
        return .nothing
    }

    @Sendable private static func optOut(_ call: APICall) async throws -> APIReply {
        let room = call.office.postRoom(call.actor)
        let mention = try call.person()
        let stream = call.body.choice("stream", as: MailStream.self)
        if call.body.flag("undo") == true {
            try await room.optIn(mention, to: stream)
        } else {
            try await room.optOut(mention, of: stream)
        }
        return .nothing
    }
}
