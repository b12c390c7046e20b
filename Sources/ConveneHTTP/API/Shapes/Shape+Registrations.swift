import Convene

extension Shape {
    static let role = Shape.choice(Role.self)
    static let standing = Shape.choice(Standing.self)
    static let gender = Shape.choice(Gender.self)
    static let stakeholder = Shape.orNull(of: .choice(StakeholderGroup.self))

    static let registrationLine = Shape.named(
        "RegistrationLine",
        .open([
            .need("person", .string), .need("name", .string), .need("gender", .gender),
            .need("country", .country), .need("organisation", .string),
            .need("stakeholder", .stakeholder), .need("email", .orNull(.string)),
            .need("role", .role), .need("standing", .standing), .need("invited", .flag),
            .need("attended", .flag), .need("completed", .flag),
        ]))

    static let registration = Shape.named(
        "Registration",
        .record([
            .need("person", .string), .need("event", .string), .need("role", .role),
            .need("standing", .standing), .need("waiting_since", .orNull(.instant)),
            .need("gender", .gender), .need("country", .country),
            .need("organisation", .orNull(.string)), .need("stakeholder", .stakeholder),
            .need("invited", .flag), .need("answer", .orNull(.answer)), .need("attended", .flag),
            .need("completed", .flag), .need("history", .list(.history("standing", .standing))),
            .need(
                "attendance",
                .list(.facts(["session": .count, "day": .day, "mark": .orNull(.mark)]))),
            .may(
                "set_aside",
                .list(
                    .facts([
                        "person": .string, "standing": .standing,
                        "invited_at": .orNull(.instant), "answer": .orNull(.answer),
                        "answered_at": .orNull(.instant),
                    ]))),
            .may("said", .list(.facts(["question": .string, "answer": .string]))),
        ]))

    /// Who comes onto a list: people who are known, or somebody new.
    static let entry = Shape.named(
        "Entry",
        .either([
            .record([.need("people", .list(.line))] + entryWords),
            .record([.need("person", .personNew)] + entryWords),
        ]))

    private static let entryWords: [Member] = [
        .may("role", .role), .may("reason", .line),
        .may("mail", .flag, "Whether they are told by mail; false unless said."),
    ]

    static let registrations = Shape.named(
        "Registrations",
        .record([.need("registrations", .list(.registrationLine)), .need("count", .count)]))

    static let move = Shape.named(
        "Move",
        .record([
            .need("people", .list(.line)), .may("reason", .line),
            .may("mail", .flag, "Whether they are told by mail; false unless said."),
        ]))

    static let moved = Shape.named(
        "Moved",
        .record([
            .need("registrations", .list(.registrationLine)), .need("count", .count),
            .need("moved_up", .list(.registrationLine), "Those whom the freed seats went to."),
            .need("mails", .count, "How many mails about it were queued."),
        ]))
}

extension Shape {
    static let answer = Shape.choice(Invitation.Answer.self)

    static let invitationLine = Shape.named(
        "InvitationLine",
        .facts([
            "person": .string, "name": .string, "country": .country, "email": .orNull(.string),
            "sent_at": .orNull(.instant), "answer": .orNull(.answer),
            "answered_at": .orNull(.instant), "standing": .standing,
            "delivery": .orNull(.invitationDelivery),
        ]))

    static let invitationDelivery = Shape.choice(InvitationDelivery.self)

    static let invitation = Shape.named(
        "Invitation",
        .facts([
            "person": .string, "made_at": .instant, "sent_at": .orNull(.instant),
            "answer": .orNull(.answer), "standing": .standing, "revision": .count,
            "cancelled_at": .orNull(.instant), "delivery": .orNull(.invitationDelivery),
            "answers": .list(
                .facts([
                    "at": .instant, "answer": .answer,
                    "channel": .choice(Invitation.Channel.self), "actor": .string,
                    "note": .string,
                ])),
        ]))

    /// Whom a mail is for, and whether it is only shown who would get it.
    static let invite = Shape.named(
        "Invite",
        .record([
            .may("to", .either([.text(Text(choices: ["all", "nominated"])), .list(.line)])),
            .may("note", .prose), .may("dry_run", .flag),
        ]))

    static let remind = Shape.named(
        "Remind",
        .record([.may("people", .list(.line)), .may("note", .prose), .may("dry_run", .flag)]))

    static let plan = Shape.named(
        "Plan",
        .record([
            .need(
                "plan",
                .list(
                    .facts([
                        "person": .string, "name": .string, "email": .orNull(.string),
                        "country": .country, "standing": .orNull(.standing), "verdict": .string,
                    ]))), .need("count", .count), .may("notes", .list(.string)),
        ]))

    static let answering = Shape.named(
        "Answering",
        .record([
            .need("people", .list(.line)), .need("answer", .answer),
            .may("by", .choice(Invitation.Channel.self), "How it came; telephone unless said."),
            .may("note", .line), .may("mail", .flag),
        ]))

    static let answered = Shape.named(
        "Answered",
        .record([
            .need("registrations", .list(.registrationLine)), .need("count", .count),
            .need("moved_up", .count), .need("mails", .count),
        ]))
}
