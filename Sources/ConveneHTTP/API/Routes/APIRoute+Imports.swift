import Convene
import ConveneBootstrap
import ConveneReports

extension APIRoute {
    static let imports: [APIRoute] = [
        .takeIn(
            "/people/import", "people.import", "Takes a list of people in, whole or not at all.",
            filters: listFilters, .listReport, importPeople),
        .takeIn(
            "/events/{event}/nominations/import", "nominations.import",
            "Nominates a list of people, all or none.", filters: listFilters + [roleFilter],
            .listReport, importNominations),
        .takeIn(
            "/events/{event}/registrations/import", "registrations.import",
            "Registers a list of people, all or none: confirmed while there are seats.",
            filters: listFilters + [
                roleFilter,
                .one("mail", .flag, "Whether they are told by mail; false unless said."),
            ], .listReport, importRegistrations),
        .list(
            "/imports", "imports.list", "The lists that came in, the newest first.",
            .page("imports", of: .importLine), listImports),
        .read(
            "/imports/{import}", "imports.show", "One list with what each of its lines became.",
            .importFile, showImport),
        .act(
            "/imports/{import}/undo", "imports.undo", "Takes back what a list brought.",
            takes: .undo, .undone, undoImport),
    ]

    private static let roleFilter = Filter.one("role", .role, "What they are at the event.")

    private static let listFilters: [Filter] = [
        .one("dry_run", .flag, "Shows what the list would bring, and its faults row by row."),
        .one("file", .name, "By which name the book of lists knows it."),
        .one("sheet", .name, "The sheet of a workbook, by name or number."),
        .one(
            "encoding", .choice(Sheet.Encoding.self), "That of a text; without it, it is found out."
        ),
        .one(
            "on_probable", .text(.init(choices: ["known", "new"])),
            "Whether a row that is probably somebody known is known or new; new unless said."),
        .several("map", .name, "What a column is, as Heading=field; Heading=- leaves it out."),
    ]

    @Sendable private static func importPeople(_ call: APICall) async throws -> APIReply {
        let desk = call.office.personDesk(call.actor)
        let (sheet, options) = (try call.people(), try call.listOptions())
        let report =
            try await call.isPreview
            ? desk.preview(sheet, options) : desk.enter(sheet, options)
        return .card(ListCard(report, isPreview: call.isPreview).card)
    }

    @Sendable private static func importNominations(_ call: APICall) async throws -> APIReply {
        try await call.takeIn(as: .nominated)
    }

    @Sendable private static func importRegistrations(_ call: APICall) async throws -> APIReply {
        try await call.takeIn(as: call.filter("mail") == "true" ? .registeredAndTold : .registered)
    }

    @Sendable private static func listImports(_ call: APICall) async throws -> APIReply {
        .list(.imports(try await call.office.importDesk(call.actor).batches()))
    }

    @Sendable private static func showImport(_ call: APICall) async throws -> APIReply {
        .thing(
            Card.importFile(try await call.office.importDesk(call.actor).file(call.batch())))
    }

    @Sendable private static func undoImport(_ call: APICall) async throws -> APIReply {
        let desk = call.office.importDesk(call.actor)
        let batch = try call.batch()
        let undoing =
            try await call.body.flag("dry_run") == true
            ? desk.undoing(batch)
            : desk.undo(batch, reason: call.body.text("reason") ?? "")
        return .done([
            "import": .number(Int(batch.rawValue)), "file": .text(undoing.file),
            "text": .text(undoing.words),
            "registrations": .number(undoing.registrations.count),
            "people": .number(undoing.people.count), "marks": .number(undoing.marks.count),
            "moved_up": .number(undoing.movedUp),
        ])
    }
}

extension APICall {
    fileprivate var isPreview: Bool { filter("dry_run") == "true" }

    fileprivate func batch() throws -> ImportBatch.ID {
        ImportBatch.ID(Int64(try number("import")))
    }

    /// The list that the body is.
    fileprivate func people() throws -> Sheet {
        try Lists.read(
            bytes: bytes, file: filter("file") ?? "list", sheet: filter("sheet"),
            encoding: filter("encoding", as: Sheet.Encoding.self),
            sense: HeadingWords<PersonField>(adding: house.headings).know)
    }

    fileprivate func listOptions() throws -> ListOptions {
        var map: [String: String] = [:]
        for pair in filters("map") {
            let parts = pair.split(separator: "=", omittingEmptySubsequences: false)
            guard parts.count >= 2, let field = parts.last, !field.isEmpty else {
                throw APIRefusal.invalid(["?map is to be Heading=field."])
            }
            map[parts.dropLast().joined(separator: "=")] = String(field)
        }
        return ListOptions(
            map: map, headings: house.headings,
            onProbable: filter("on_probable", as: OnProbable.self) ?? .new,
            role: filter("role", as: Role.self) ?? .participant)
    }

    fileprivate func takeIn(as entry: RegistrationDesk.Entry) async throws -> APIReply {
        let desk = office.registrationDesk(actor)
        let event = try code("event")
        let (sheet, options) = (try people(), try listOptions())
        let report =
            try await isPreview
            ? desk.preview(sheet, at: event, as: entry, options)
            : desk.enter(sheet, at: event, as: entry, options)
        return .card(ListCard(report, isPreview: isPreview).card)
    }
}
