import Convene

extension Shape {
    /// A body that says nothing.
    static let nothing = Shape.named("Nothing", .record([]))

    static let deliveryState = Shape.choice(WebhookDelivery.State.self)

    static let webhookLine = Shape.named(
        "WebhookLine",
        .facts([
            "webhook": .count, "url": .string, "changes": .list(.string),
            "event": .orNull(.string), "programme": .orNull(.string), "enabled": .flag,
            "queued": .count, "given_up": .count,
        ]))

    static let webhook = Shape.named("Webhook", .record(webhookFacts))

    static let webhookMade = Shape.named(
        "WebhookMade",
        .record(webhookFacts + [.need("secret", .string, "Kept by you: it is not shown again.")]))

    private static let webhookFacts: [Member] = [
        .need("webhook", .count), .need("url", .string), .need("changes", .list(.string)),
        .need("event", .orNull(.string)), .need("programme", .orNull(.string)),
        .need("enabled", .flag), .need("created_at", .instant),
        .need("disabled_at", .orNull(.instant)),
    ]

    /// The kinds of changes, and the nouns that stand for all of theirs.
    private static let change = Shape.text(
        Text(choices: Set(Change.all.flatMap { [$0.name, $0.noun] }).sorted()))

    static let webhookNew = Shape.named(
        "WebhookNew",
        .record([
            .need("url", .line, "https:, or what the settings allow."),
            .may("changes", .list(change), "What it hears of; everything unless said."),
            .may("event", .line, "Only what belongs to this event."),
            .may("programme", .line, "Only what belongs to this programme and its stages."),
        ]))

    static let webhookChange = Shape.named(
        "WebhookChange",
        .record([
            .may("url", .line), .may("changes", .list(change)), .may("enabled", .flag),
        ]))

    static let deliveryLine = Shape.named(
        "DeliveryLine",
        .facts([
            "delivery": .count, "change": .string, "state": .deliveryState, "attempts": .count,
            "made_at": .instant, "due_at": .orNull(.instant), "status": .orNull(.count),
            "reply": .string,
        ]))

    static let delivery = Shape.named(
        "Delivery",
        .facts([
            "delivery": .count, "id": .string, "change": .string, "state": .deliveryState,
            "attempts": .count, "made_at": .instant, "tried_at": .orNull(.instant),
            "due_at": .orNull(.instant), "ended_at": .orNull(.instant),
            "status": .orNull(.count), "reply": .string, "body": .string,
        ]))

    static let deliveryChoice = Shape.named(
        "DeliveryChoice", .record([.may("deliveries", .list(.whole(1...Int.max)))]))

    /// What webhooks are sent.
    static let changeTold = Shape.named(
        "ChangeTold",
        .record([
            .need("type", .string, "The kind of change."),
            .need("timestamp", .instant, "When it happened."),
            .need("data", .open([]), "What was changed, by its code or number; never by a name."),
        ]))
}
