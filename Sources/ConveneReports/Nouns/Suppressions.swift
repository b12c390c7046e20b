package import Convene

extension Report {
    /// Whom nothing is sent to, and why.
    package static func suppressed(_ addresses: [Suppression], _ people: [OptOutLine]) -> Report {
        Report(
            "suppressed",
            columns: [
                Column("email", "Address"), Column("person", "Person"),
                Column("stream", "Gets no"), Column("cause", "Why"),
                Column("message", "Mail", place: .whereRoom(1)), Column("since", "Since"),
                Column("actor", "By", place: .whereRoom(2)), Column("words", "Words"),
            ],
            rows: addresses.map { address in
                [
                    .text(address.address.text), .nothing, .text("mail"),
                    .text(address.cause.rawValue), Value(address.message?.text),
                    Value(address.at), .text(address.actor.name), .text(address.words),
                ]
            }
                + people.map { line in
                    [
                        .nothing, .named(line.person.name.full, .text(line.person.id.text)),
                        .text(line.optOut.stream?.rawValue ?? "mail"),
                        .text(line.optOut.cause.rawValue), .nothing, Value(line.optOut.at),
                        .text(line.optOut.actor.name), .text(""),
                    ]
                }, empty: "Mail goes to everybody.")
    }
}
