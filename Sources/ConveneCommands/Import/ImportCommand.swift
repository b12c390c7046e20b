import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "The lists that were imported, and taking one back.",
        subcommands: [ImportList.self, ImportShow.self, ImportUndo.self])
}

struct ImportList: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The lists that were imported, the newest first.")

    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let batches = try await premises.office.importDesk(premises.actor).batches()
        output.show(
            Report(
                "imports",
                columns: [
                    .number("import", "No."), Column("list", "List"), Column("file", "File"),
                    .number("rows", "Rows"), Column("at", "When"),
                    Column("actor", "By", place: .whereRoom(1)), Column("undone_at", "Undone"),
                ],
                rows: batches.map { batch in
                    [
                        .number(Int(batch.id.rawValue)), .text(batch.list.rawValue),
                        .text(batch.file), .number(batch.rows), Value(batch.at),
                        .text(batch.actor.name), Value(batch.undoneAt),
                    ]
                }, empty: "No list was imported yet."), on: terminal)
    }
}

struct ImportShow: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "What each line of a list became.")

    @Argument(help: "The import's number.") var number: Int64
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let file = try await premises.office.importDesk(premises.actor).file(.init(number))
        output.show(card(file), on: terminal)
    }

    private func card(_ file: ImportFile) -> Card {
        let batch = file.batch
        return Card(
            title: batch.file,
            fields: [
                .init("import", "Import", .number(Int(batch.id.rawValue)), forPrograms: true),
                .init("file", "File", .text(batch.file), forPrograms: true),
                .init("list", "List", .text(batch.list.rawValue)),
                .init("event", "Event", Value(file.event?.code.text)),
                .init("rows", "Rows", .number(batch.rows)),
                .init("at", "When", Value(batch.at)),
                .init("actor", "By", .text(batch.actor.name)),
                .init("undone_at", "Undone", Value(batch.undoneAt)),
            ], lists: [lines(file)])
    }

    private func lines(_ file: ImportFile) -> Report {
        Report(
            "lines",
            columns: [
                .number("line", "Line"), Column("subject", "Became"), .number("id", "No."),
                Column("name", "Name"), Column("made", "New"),
            ],
            rows: file.lines.map { line in
                [
                    .number(line.entry.line), .text(line.entry.subject.kind),
                    .number(Int(line.entry.subject.number)), Value(line.name),
                    .flag(line.entry.made),
                ]
            }, empty: "Nothing.")
    }
}

struct ImportUndo: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Take back what a list of people brought.",
        discussion: """
            Their registrations go, and whoever came by the list and is at no other event. It is \
            refused where somebody has been invited, has answered or attended since.
            """)

    @Argument(help: "The import's number.") var number: Int64
    @Flag(help: "Show what would go, and change nothing.") var dryRun = false
    @Flag(name: .shortAndLong, help: "Don't ask before it is done.") var yes = false
    @OptionGroup var reason: ReasonOption
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let desk = premises.office.importDesk(premises.actor)
        let plan = try await desk.undoing(.init(number))
        if dryRun { return terminal.say("Would go: \(words(plan))") }
        guard terminal.confirm("Take back \(plan.file): \(words(plan))", unless: yes) else {
            return terminal.say("Nothing was changed.")
        }
        let done = try await desk.undo(.init(number), reason: reason.reason)
        terminal.say("\(plan.file) was taken back: \(words(done))")
    }

    private func words(_ undoing: ImportUndoing) -> String {
        let stay =
            undoing.staying.isEmpty
            ? "" : " They stay, being at another event: \(undoing.staying.joined(separator: ", "))."
        let up =
            undoing.movedUp > 0
            ? " \(undoing.movedUp.of("person came", "people came")) off the waiting list." : ""
        return "\(undoing.registrations.count.of("registration", "registrations")), "
            + "\(undoing.people.count.of("person", "people")).\(stay)\(up)"
    }
}
