import Convene
import ConveneReports

extension APIRoute {
    static let forgetting: [APIRoute] = [
        .read(
            "/people/{person}/record", "people.record",
            "Everything that the register holds on somebody, to be handed to them.",
            .personRecord, showRecord),
        .act(
            "/people/{person}/erase", "people.erase",
            "Forgets somebody; the figures stay as they are. It can't be undone.", takes: .erase,
            .erasure, erase),
    ]

    @Sendable private static func showRecord(_ call: APICall) async throws -> APIReply {
        .thing(Card.record(try await call.office.personDesk(call.actor).record(call.person())))
    }

    @Sendable private static func erase(_ call: APICall) async throws -> APIReply {
        let desk = call.office.personDesk(call.actor)
        let mention = try call.person()
        guard call.body.flag("dry_run") != true else {
            return .erasure(try await desk.erasing(mention))
        }
        let done = try await desk.erase(mention)
        try await call.house.emptyLog()
        return .erasure(done)
    }
}

extension APIReply {
    fileprivate static func erasure(_ erasure: Erasure) -> APIReply {
        .done([
            "person": .text(erasure.person.text), "addresses": .number(erasure.addresses),
            "registrations": .number(erasure.registrations),
            "messages": .number(erasure.messages),
            "withdrawn": .list(erasure.withdrawn.map { .text($0.text) }),
            "texts": .number(erasure.texts.values.reduce(0, +)),
            "remains": .list(erasure.remains.map { .text($0) }),
        ])
    }
}
