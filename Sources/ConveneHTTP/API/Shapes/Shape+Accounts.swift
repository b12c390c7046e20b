import Convene

extension Shape {
    private static let accountRole = Shape.choice(Account.Role.self)

    static let accountLine = Shape.named(
        "AccountLine",
        .facts([
            "account": .string, "role": .accountRole, "programmes": .list(.string),
            "events": .list(.string), "country": .country, "email": .orNull(.string),
            "state": .string,
        ]))

    static let account = Shape.named(
        "Account",
        .facts([
            "account": .string, "role": .accountRole, "programmes": .list(.string),
            "events": .list(.string), "country": .country, "email": .orNull(.string),
            "state": .string, "one_time_codes": .flag, "created_at": .instant,
            "disabled_at": .orNull(.instant), "locked_until": .orNull(.instant),
        ]))

    static let accountNew = Shape.named(
        "AccountNew",
        .record(
            [
                .need("account", .name, "It stays for ever."), .need("role", .accountRole),
            ] + accountWords))

    static let accountChange = Shape.named(
        "AccountChange", .record([.may("role", .accountRole)] + accountWords))

    private static let accountWords: [Member] = [
        .may("email", .line), .may("programmes", .list(.line), "Those that it answers for."),
        .may("events", .list(.line), "The same; with neither, it answers for everything."),
        .may("country", .orNull(.countryWords), "It answers for people of this country only."),
    ]

    static let token = Shape.named(
        "Token",
        .facts([
            "token": .count, "label": .string,
            "scopes": .list(.choice(AccessToken.Scope.self)), "created_at": .instant,
            "expires_at": .orNull(.instant), "revoked_at": .orNull(.instant),
        ]))
}
