import Convene

extension Shape {
    static let programmeLine = Shape.named(
        "ProgrammeLine",
        .facts([
            "code": .string, "parent": .orNull(.string), "title": .string,
            "start": .orNull(.count), "end": .orNull(.count), "countries": .list(.string),
            "targets": .list(.string),
        ]))

    static let programme = Shape.named(
        "Programme",
        .record([
            .need("code", .string), .need("title", .string), .need("start", .orNull(.count)),
            .need("end", .orNull(.count)), .need("countries", .list(.string)),
            .need("agreement", .orNull(.string)), .need("planned", .count), .need("held", .count),
            .need("attended", .count), .need("people", .count), .need("women", .orNull(.share)),
            .need(
                "targets",
                .list(
                    .facts([
                        "measure": .string, "goal": .count, "reached": .count, "share": .share,
                        "planned": .orNull(.count),
                    ]))), .need("events", .list(.eventLine)),
            .need(
                "plan",
                .list(
                    .facts([
                        "year": .count, "activities": .count, "done": .count,
                        "under_way": .count, "planned": .count, "dropped": .count,
                        "overdue": .count,
                    ]))), .may("notes", .list(.string)),
        ]))

    static let programmeNew = Shape.named(
        "ProgrammeNew",
        .record([.need("code", .line), .need("title", .line)] + programmeWords))

    static let programmeChange = Shape.named(
        "ProgrammeChange", .record([.may("title", .line)] + programmeWords))

    private static let programmeWords: [Member] = [
        .may("parent", .orNull(.line), "The programme that this is a stage of."),
        .may("start", .orNull(.whole(1900...2200))), .may("end", .orNull(.whole(1900...2200))),
        .may("countries", .list(.countryWords)),
        .may("targets", .list(.line), "As regional-training=8 or countries=10."),
        .may("agreement", .line),
    ]

    static let activityLine = Shape.named(
        "ActivityLine",
        .facts([
            "code": .string, "programme": .string, "year": .count, "number": .count,
            "title": .string, "term": .orNull(.term), "due": .orNull(.day),
            "next_due": .orNull(.day), "state": .choice(Activity.State.self),
            "steps_done": .count, "steps": .count, "overdue": .flag,
            "overdue_since": .orNull(.day), "done_on": .orNull(.day), "events": .list(.string),
        ]))

    static let activity = Shape.named(
        "Activity",
        .facts([
            "code": .string, "programme": .string, "year": .count, "number": .count,
            "title": .string, "term": .orNull(.term), "due": .orNull(.day),
            "next_due": .orNull(.day), "state": .choice(Activity.State.self), "overdue": .flag,
            "done_on": .orNull(.day), "done_by": .orNull(.string),
            "steps": .list(
                .facts([
                    "step": .count, "title": .string, "term": .orNull(.term),
                    "due": .orNull(.day), "overdue": .flag, "done_on": .orNull(.day),
                    "done_by": .orNull(.string),
                ])),
            "events": .list(
                .facts([
                    "code": .string, "kind": .kind, "title": .string,
                    "when": .orNull(.either([.dates, .term])), "status": .eventStatus,
                ])),
            "history": .list(
                .facts(["at": .instant, "act": .string, "actor": .string, "details": .string])),
        ]))

    static let tick = Shape.named(
        "Tick",
        .record([
            .may("steps", .either([.text(Text(choices: ["all"])), .list(.whole(1...10_000))])),
            .may("on", .day, "When it was done, if not today."),
        ]))

    static let untick = Shape.named(
        "Untick",
        .record([
            .may("steps", .either([.text(Text(choices: ["all"])), .list(.whole(1...10_000))])),
            .need("reason", .line),
        ]))

    static let link = Shape.named("Link", .record([.need("events", .list(.line))]))
    static let reason = Shape.named("Reason", .record([.need("reason", .line)]))

    static let outcome = Shape.named(
        "Outcome",
        .facts([
            "code": .string, "event": .string, "number": .count, "text": .string,
            "responsible": .orNull(.string), "due": .orNull(.term), "due_on": .orNull(.day),
            "state": .text(Text(choices: ["open", "done"])), "overdue": .flag,
            "done_on": .orNull(.day), "done_by": .orNull(.string), "note": .orNull(.string),
        ]))

    static let outcomes = Shape.record([
        .need("outcomes", .list(.outcome)), .need("count", .count),
    ])

    static let outcomeNew = Shape.named(
        "OutcomeNew",
        .record([.need("text", .prose), .may("due", .line), .may("responsible", .line)]))

    static let outcomeChange = Shape.named(
        "OutcomeChange",
        .record([
            .may("text", .prose), .may("due", .line), .may("responsible", .line),
            .may("note", .prose),
        ]))

    static let outcomeDone = Shape.named(
        "OutcomeDone", .record([.may("on", .day), .may("note", .prose)]))
}
