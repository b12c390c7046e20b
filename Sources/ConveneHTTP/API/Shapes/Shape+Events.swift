import Convene

extension Shape {
    static let country = Shape.orNull(of: .string)
    /// A country as it is written in a request: by code or by name in any language.
    static let countryWords = Shape.text(Text(most: 100))
    static let term = Shape.facts(["text": .string, "from": .day, "to": .day])
    static let dates = Shape.facts(["from": .day, "to": .day])
    static let kind = Shape.choice(Event.Kind.self)
    static let eventStatus = Shape.choice(Event.Status.self)

    static let session = Shape.named(
        "Session",
        .facts([
            "session": .count, "day": .day, "starts": .orNull(.string), "ends": .orNull(.string),
            "title": .orNull(.string), "counts": .flag,
        ]))

    static let eventLine = Shape.named(
        "EventLine",
        .facts([
            "code": .string, "programme": .orNull(.string), "kind": .kind, "title": .string,
            "when": .either([.dates, .string, .orNull(.dates)]), "term": .orNull(.term),
            "city": .string, "country": .country, "status": .eventStatus, "registrations": .count,
            "confirmed": .count,
        ]))

    static let event = Shape.named(
        "Event",
        .record(
            eventFacts + Standing.allCases.map { .may($0.rawValue, .count) } + [
                .need("sessions", .list(.session)), .need("activities", .list(.eventActivity)),
                .need("outcomes", .list(.outcome)),
                .need("history", .list(.history("status", .eventStatus))),
            ]))

    private static let eventFacts: [Member] = [
        .need("code", .string), .need("title", .string), .need("programme", .orNull(.string)),
        .need("kind", .kind), .need("status", .eventStatus), .need("dates", .orNull(.dates)),
        .need("term", .orNull(.term)), .need("place", .string), .need("city", .string),
        .need("country", .country), .need("venue", .string), .need("description", .string),
        .need("timezone", .string), .need("mode", .choice(Event.Mode.self)),
        .need("languages", .list(.string)),
        .need("organisations", .list(.facts(["name": .string, "part": .string]))),
        .need("answer_by", .orNull(.day)),
        .need(
            "reminders",
            .list(
                .facts([
                    "rule": .string, "next": .orNull(.instant), "done_at": .orNull(.instant),
                ]))),
        .need("admission", .choice(Event.Admission.self)), .need("mail_text", .string),
        .need("contact", .orNull(.string)),
        .need("capacity", .orNull(.count)), .need("seats_taken", .count),
        .need("completion_percent", .whole(0...100)),
    ]

    private static let eventActivity = Shape.facts([
        "code": .string, "programme": .string, "title": .string, "due": .orNull(.day),
        "state": .string, "overdue": .flag,
    ])

    /// What happened to something, a line each.
    static func history(_ key: String, _ shape: Shape) -> Shape {
        .record([
            .need("at", .instant), .need(key, shape), .need("actor", .string),
            .need("reason", .string),
        ])
    }
}

extension Shape {
    static let eventNew = Shape.named(
        "EventNew",
        .record(
            [.need("code", .line), .need("title", .line), .need("kind", .kind)] + eventWords))

    static let eventChange = Shape.named(
        "EventChange",
        .record(
            [
                .may("code", .line), .may("title", .line), .may("kind", .kind),
                .may("mail", .flag, "Whether those invited are told; true unless said."),
            ] + eventWords))

    private static let eventWords: [Member] = [
        .may("programme", .orNull(.line)), .may("dates", .orNull(.dates)),
        .may("term", .orNull(.line), "As precisely as known: 2011-10, 2nd quarter 2023."),
        .may("city", .line), .may("country", .orNull(.countryWords)), .may("venue", .line),
        .may("description", .prose), .may("timezone", .line),
        .may("mode", .choice(Event.Mode.self)), .may("languages", .list(.line)),
        .may(
            "organisations",
            .list(
                .record([
                    .need("name", .line), .need("part", .choice(Organisation.Part.self)),
                ]))), .may("answer_by", .orNull(.day)),
        .may("reminders", .list(.line), "As 7d before the start, or deadline-2d."),
        .may("admission", .choice(Event.Admission.self)), .may("mail_text", .prose),
        .may(
            "contact", .orNull(.line),
            "Who answers questions about it: Olena Example <olena@example.org>."),
        .may("capacity", .orNull(.whole(1...1_000_000))),
        .may("completion_percent", .whole(1...100)),
    ]

    static let eventMove = Shape.named(
        "EventMove",
        .record([
            .may("reason", .line),
            .may("mail", .flag, "Whether those invited are told; true unless said."),
        ]))

    static let eventMoved = Shape.named(
        "EventMoved",
        .record([
            .need("event", .string), .need("status", .eventStatus),
            .need("mails", .count, "How many mails about it were queued."),
            .need("moved_up", .count, "How many moved up from the waiting list."),
        ]))

    static let sessionNew = Shape.named(
        "SessionNew", .record([.need("day", .day)] + sessionWords))
    static let sessionChange = Shape.named(
        "SessionChange", .record([.may("day", .day)] + sessionWords))

    private static let sessionWords: [Member] = [
        .may("title", .line), .may("starts", .orNull(.line), "On the clock of its place: 09:30."),
        .may("ends", .orNull(.line)),
        .may("counts", .flag, "Whether it counts for completion."),
        .may("mail", .flag, "Whether those invited are told; true unless said."),
    ]

    static let question = Shape.facts([
        "number": .count, "question": .string, "kind": .choice(Question.Kind.self),
        "choices": .list(.string), "required": .flag,
    ])

    static let questionNew = Shape.named(
        "QuestionNew",
        .record([
            .need("question", .line), .may("kind", .choice(Question.Kind.self)),
            .may("choices", .list(.line)), .may("required", .flag),
        ]))
}
