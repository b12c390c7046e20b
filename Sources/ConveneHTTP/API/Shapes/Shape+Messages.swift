import Convene

extension Shape {
    static let messageState = Shape.choice(Message.State.self)
    static let purpose = Shape.choice(Message.Purpose.self)

    static let messageLine = Shape.named(
        "MessageLine",
        .facts([
            "message": .string, "event": .string, "purpose": .purpose, "email": .string,
            "name": .string, "state": .messageState, "attempts": .count, "due_at": .instant,
            "ended_at": .orNull(.instant), "reply": .string,
        ]))

    static let message = Shape.named(
        "Message",
        .facts([
            "message": .string, "event": .string, "purpose": .purpose, "person": .string,
            "email": .string, "message_id": .string, "language": .string,
            "state": .messageState, "made_at": .instant, "due_at": .instant,
            "expires_at": .orNull(.instant), "ended_at": .orNull(.instant),
            "reply": .orNull(.string), "text": .orNull(.string),
            "attempts": .list(
                .facts([
                    "attempt": .count, "started_at": .instant,
                    "data_started_at": .orNull(.instant), "ended_at": .orNull(.instant),
                    "outcome": .orNull(.string), "code": .orNull(.count),
                    "reply": .orNull(.string),
                ])),
        ]))

    /// Which mails are meant: by their numbers, or all in a state.
    static let messageChoice = Shape.named(
        "MessageChoice",
        .either([
            .record([.need("messages", .list(.line))]),
            .record([.need("state", .messageState), .may("event", .line)]),
        ]))

    static let messagesChanged = Shape.named(
        "MessagesChanged", .facts(["count": .count]))

    static let entryLine = Shape.named(
        "AuditEntry",
        .facts([
            "entry": .count, "at": .instant, "actor": .string,
            "act": .choice(AuditEntry.Act.self), "subject": .string, "details": .string,
        ]))
}
