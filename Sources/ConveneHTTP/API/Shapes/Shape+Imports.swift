import Convene

extension Shape {
    private static let fault = Shape.named(
        "Fault",
        .facts([
            "sheet": .orNull(.string), "line": .count, "column": .orNull(.string),
            "value": .orNull(.string), "message": .string,
        ]))

    static let listReport = Shape.named(
        "ListReport",
        .record([
            .need("rows", .count), .need("new", .count), .need("known", .count),
            .need("probable", .count), .need("unchanged", .count),
            .need("import", .orNull(.count), "Its number in the book of lists."),
            .need("faults", .list(.fault)), .need("warnings", .list(.fault)),
            .may("columns", .list(.facts(["heading": .string, "field": .string]))),
            .may("notes", .list(.string)),
        ]))

    static let importLine = Shape.named(
        "ImportLine",
        .facts([
            "import": .count, "list": .string, "file": .string, "rows": .count,
            "at": .instant, "actor": .string, "undone_at": .orNull(.instant),
        ]))

    static let importFile = Shape.named(
        "Import",
        .facts([
            "import": .count, "file": .string, "list": .string, "event": .orNull(.string),
            "rows": .count, "at": .instant, "actor": .string, "undone_at": .orNull(.instant),
            "lines": .list(
                .facts([
                    "line": .count, "subject": .string, "id": .count, "name": .orNull(.string),
                    "made": .flag,
                ])),
        ]))

    static let undo = Shape.named(
        "Undo", .record([.may("dry_run", .flag), .may("reason", .line)]))

    static let undone = Shape.named(
        "Undone",
        .facts([
            "import": .count, "file": .string, "text": .string, "registrations": .count,
            "people": .count, "marks": .count, "moved_up": .count,
        ]))
}
