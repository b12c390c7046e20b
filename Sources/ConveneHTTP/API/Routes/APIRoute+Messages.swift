import Convene
import ConveneReports

extension APIRoute {
    static let messages: [APIRoute] = [
        .list(
            "/messages", "messages.list", "The outbox, the latest first.",
            .page("messages", of: .messageLine, and: [.may("notes", .list(.string))]),
            filters: [
                .one("event", .name, "Only mail about this event."),
                .several("state", .messageState, "Only mail in this state."),
            ]
        ) { call in
            let room = call.office.postRoom(call.actor)
            let event = try call.filter("event").map { try Code($0) }
            let lines = try await room.list(
                event: event, states: call.filters("state").compactMap(Message.State.init),
                limit: call.page.reach)
            return .list(.messages(lines, try await room.count(event: event)))
        },
        .read(
            "/messages/{message}", "messages.show", "One mail with every attempt to send it.",
            .message
        ) { call in
            .thing(
                Card.message(
                    try await call.office.postRoom(call.actor).file(
                        Message.ID(written: call.part("message")))))
        },
        .change("retry", "Has mail tried again that failed or whose end is unknown.") {
            try await $0.retry($1).count
        },
        .change("cancel", "Takes mail back that has not left.") { try await $0.cancel($1) },
        .change("hold", "Keeps mail back until it is released.") { try await $0.hold($1) },
        .change("release", "Lets mail go that was held.") { try await $0.release($1) },
        .list(
            "/audit", "audit.list", "Who did what, and when: the latest first.",
            .page("entries", of: .entryLine)
        ) { call in
            .list(
                .entries(try await call.office.auditBook(call.actor).latest(limit: call.page.reach))
            )
        },
    ]

    private static func change(
        _ verb: String, _ summary: String,
        _ act: @escaping @Sendable (PostRoom, MessageChoice) async throws -> Int
    ) -> APIRoute {
        .act(
            "/messages/\(verb)", "messages.\(verb)", summary, takes: .messageChoice,
            .messagesChanged
        ) { call in
            let count = try await act(call.office.postRoom(call.actor), call.body.messages)
            return .done(["count": .number(count)])
        }
    }
}

extension Members {
    /// Which mails are meant.
    fileprivate var messages: MessageChoice {
        get throws {
            if let state = choice("state", as: Message.State.self) {
                return .all(state, try text("event").map { try Code($0) })
            }
            return .these(try (texts("messages") ?? []).map { try Message.ID(written: $0) })
        }
    }
}

extension Message.ID {
    /// The number of a mail as people write it.
    ///
    /// - Throws: `message.unknown`.
    fileprivate init(written text: String) throws {
        let digits = text.first?.uppercased() == "M" ? text.dropFirst() : text[...]
        guard let number = Int64(digits) else {
            throw Problem(
                .messageUnknown, "“\(text.prefix(40))” is not the number of a message, such as M12."
            )
        }
        self.init(number)
    }
}
