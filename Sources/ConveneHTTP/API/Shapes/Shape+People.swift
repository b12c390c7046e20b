import Convene

extension Shape {
    static let personLine = Shape.named(
        "PersonLine",
        .facts([
            "person": .string, "given_name": .string, "family_name": .string,
            "patronymic": .string, "gender": .gender, "country": .country,
            "email": .orNull(.string), "organisation": .string, "stakeholder": .stakeholder,
            "position": .string, "languages": .list(.string),
        ]))

    static let person = Shape.named(
        "Person",
        .facts([
            "person": .string, "given_name": .string, "family_name": .string,
            "patronymic": .orNull(.string), "other_name": .orNull(.string), "gender": .gender,
            "country": .country, "emails": .list(.string), "organisation": .orNull(.string),
            "stakeholder": .stakeholder, "position": .orNull(.string),
            "languages": .list(.string), "notes": .orNull(.string),
            "registrations": .list(
                .facts([
                    "event": .string, "when": .orNull(.either([.dates, .term])), "role": .role,
                    "standing": .standing, "attended": .flag, "completed": .flag,
                ])),
        ]))

    static let personNew = Shape.named(
        "PersonNew",
        .record([.need("given_name", .line), .need("family_name", .line)] + personWords))

    static let personChange = Shape.named(
        "PersonChange",
        .record([.may("given_name", .line), .may("family_name", .line)] + personWords))

    private static let personWords: [Member] = [
        .may("patronymic", .line), .may("other_given_name", .line),
        .may("other_family_name", .line), .may("gender", .gender),
        .may("country", .orNull(.countryWords)),
        .may("email", .line, "Becomes the first of their addresses."),
        .may("organisation", .line, "By name; made on first mention."),
        .may("stakeholder", .stakeholder), .may("position", .line),
        .may("languages", .list(.line)), .may("notes", .prose),
    ]

    static let organisationLine = Shape.named(
        "Organisation",
        .facts([
            "organisation": .string, "name": .string, "other_names": .list(.string),
            "stakeholder": .stakeholder, "country": .country, "city": .orNull(.string),
        ]))

    static let organisationNew = Shape.named(
        "OrganisationNew", .record([.need("name", .line)] + organisationWords))

    static let organisationChange = Shape.named(
        "OrganisationChange", .record([.may("name", .line)] + organisationWords))

    private static let organisationWords: [Member] = [
        .may("other_names", .list(.line), "More names, in any language; those known stay."),
        .may("stakeholder", .stakeholder), .may("country", .orNull(.countryWords)),
        .may("city", .line),
    ]
}
