import Convene

extension Shape {
    static let mark = Shape.choice(AttendanceMark.Mark.self)

    static let markLine = Shape.named(
        "Mark",
        .facts([
            "at": .instant, "session": .count, "day": .day, "person": .string, "name": .string,
            "mark": .mark, "method": .choice(AttendanceMark.Method.self), "actor": .string,
            "reason": .string,
        ]))

    /// One line of the sheet: a key more for each session, as `session_1`.
    static let sheetLine = Shape.named(
        "SheetLine",
        .open([
            .need("person", .string), .need("name", .string), .need("country", .country),
            .need("organisation", .string),
        ]))

    static let marking = Shape.named(
        "Marking",
        .record([
            .may(
                "sessions",
                .either([.text(Text(choices: ["all"])), .list(.whole(1...10_000))]),
                "Which sessions; the only one unless said."),
            .may("all", .flag, "Everybody who is confirmed was there, but those named otherwise."),
            .may("present", .list(.line)), .may("absent", .list(.line)),
            .may("excused", .list(.line)), .may("reason", .line),
            .may("method", .takenMethod, "How they were taken; page unless said."),
        ]))

    /// How a program takes marks: nobody sits at the terminal there.
    private static let takenMethod = Shape.text(
        Text(
            choices: AttendanceMark.Method.allCases.filter { $0 != .terminal }.map(\.rawValue)))

    static let marked = Shape.named(
        "Marked",
        .facts([
            "event": .string, "sessions": .list(.count), "marked": .count, "unchanged": .count,
        ]))

    static let headCountNew = Shape.named(
        "HeadCountNew",
        .record([
            .may("session", .whole(1...10_000)), .need("number", .whole(0...1_000_000)),
            .may("gender", .gender), .may("country", .countryWords), .may("note", .line),
        ]))

    static let headCount = Shape.named(
        "HeadCount",
        .facts([
            "session": .orNull(.count), "country": .country, "gender": .orNull(.gender),
            "number": .count, "at": .instant, "actor": .string, "note": .string,
        ]))
}

extension Shape {
    static let measures: [Member] =
        Measures.Name.allCases.map { .need($0.rawValue, .count) }
        + [.need("rate", .orNull(.share))]

    static let statistics = Shape.named(
        "Statistics",
        .record([
            .need("of", .record([.need("events", .list(.string))])),
            .need("by", .list(.choice(FigureQuery.Dimension.self))),
            .need("rows", .list(.open(measures))),
            .need(
                "total",
                .record(
                    measures + [
                        .need("women", .orNull(.share)), .need("female", .count),
                        .need("male", .count), .need("other", .count),
                        .need("undisclosed", .count),
                    ])),
            .may(
                "head_counts",
                .list(
                    .facts([
                        "event": .string, "country": .country, "gender": .orNull(.gender),
                        "number": .count,
                    ]))),
        ]))
}
