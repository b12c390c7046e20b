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
                    .number(line.entry.line), .text(line.entry.subject.kind.rawValue),
                    .number(Int(line.entry.subject.number)), Value(line.name),
                    .flag(line.entry.made),
                ]
            }, empty: "Nothing.")
    }
}
