import Convene

extension Shape {
    static let duplicate = Shape.named(
        "Duplicate",
        .facts([
            "score": .share, "person": .string, "name": .string, "other_person": .string,
            "other_name": .string, "country": .country, "other_country": .country,
            "email": .orNull(.string), "other_email": .orNull(.string),
            "reasons": .list(.string),
        ]))

    private static let sides = Shape.record(
        PersonMerge.Field.allCases.map { .may($0.rawValue, .text(Text(choices: ["A", "B"]))) })

    static let merge = Shape.named(
        "Merge",
        .record([
            .need("with", .name, "Who goes."),
            .may("take", sides, "Whose value stays: A's, who is in the path, or B's."),
            .may("dry_run", .flag, "Shows what would stay, go and move."),
        ]))

    static let merged = Shape.named(
        "Merged",
        .facts([
            "person": .string, "merged": .string, "moves": .list(.string),
            "fields": .list(
                .facts([
                    "field": .string, "stays": .string, "from": .string,
                    "goes": .orNull(.string),
                ])),
        ]))

    static let other = Shape.named("Other", .record([.need("with", .name)]))

    static let unmerged = Shape.named(
        "Pair", .facts(["person": .string, "other_person": .string]))

    static let personRecord = Shape.named(
        "PersonRecord", .open([.need("person", .string), .need("registrations", .list(.open([])))]))

    static let erase = Shape.named(
        "Erase", .record([.may("dry_run", .flag, "Shows what would go.")]))

    static let erasure = Shape.named(
        "Erasure",
        .facts([
            "person": .string, "addresses": .count, "registrations": .count, "messages": .count,
            "withdrawn": .list(.string), "texts": .count, "remains": .list(.string),
        ]))

    static let suppressed = Shape.named(
        "Suppressed",
        .facts([
            "email": .orNull(.string), "person": .orNull(.string), "stream": .string,
            "cause": .string, "message": .orNull(.string), "since": .instant,
            "actor": .string, "words": .string,
        ]))

    static let suppress = Shape.named(
        "Suppress", .record([.need("email", .line), .may("reason", .line)]))

    static let suppression = Shape.named(
        "Suppression", .facts(["email": .string, "reason": .string, "new": .flag]))

    static let optOut = Shape.named(
        "OptOut",
        .record([
            .may(
                "stream", .text(Text(choices: MailStream.allCases.map(\.rawValue) + ["all"])),
                "What they want no more of; all unless said."),
            .may("undo", .flag, "They want it again."),
        ]))

    static let certificateLine = Shape.named(
        "CertificateLine",
        .facts([
            "number": .string, "person": .string, "name": .string, "role": .role,
            "made_at": .instant,
        ]))

    static let certificate = Shape.named(
        "Certificate",
        .facts([
            "number": .string, "name": .string, "event": .string, "title": .string,
            "dates": .orNull(.dates), "role": .role, "made_at": .instant,
        ]))

    static let letter = Shape.named(
        "Letter",
        .record([
            .need(
                "to",
                .either([
                    .text(
                        Text(
                            choices: ["all", "attended", "completed"]
                                + Standing.allCases.map(\.rawValue))), .list(.line),
                ]), "Everybody, those of a standing, or people."),
            .need("subject", .line),
            .need("text", .prose, "With the templates' fields, such as {{name}}."),
            .may("note", .prose), .may("dry_run", .flag, "Shows who would get it, and who not."),
        ]))

    static let thanks = Shape.named(
        "Thanks", .record([.may("note", .prose), .may("dry_run", .flag)]))
}
