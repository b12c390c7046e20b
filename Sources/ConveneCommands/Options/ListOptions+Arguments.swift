import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

/// How a list is read: the file, and what the user says of its columns.
struct ListArguments: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "What a column is, as 'Heading=field'; 'Heading=-' leaves it out. Repeatable.",
            valueName: "heading=field"))
    var map: [String] = []

    @Flag(name: .long, help: "Show what the list would bring, and write nothing.")
    var dryRun = false

    func columns() throws -> [String: String] {
        var columns: [String: String] = [:]
        for pair in map {
            let parts = pair.split(separator: "=", omittingEmptySubsequences: false)
            guard parts.count >= 2, let field = parts.last, !field.isEmpty else {
                throw ValidationError("--map takes 'Heading=field', not '\(pair)'.")
            }
            columns[parts.dropLast().joined(separator: "=")] = String(field)
        }
        return columns
    }

    /// Shows what came of a list, or what would, and ends with exit code 2 where it has faults.
    func show(_ report: ListReport, _ output: OutputOptions, on terminal: Terminal) throws {
        output.show(ListCard(report, isPreview: dryRun), on: terminal)
        guard report.faults.isEmpty else { throw ExitCode(2) }
    }
}

/// What a list brought, or would bring.
struct ListCard: Presentable {
    private let card: Card
    private let report: ListReport

    init(_ report: ListReport, isPreview: Bool) {
        self.report = report
        let columns = report.columns.map { "\($0.heading) → \($0.field ?? "left out")" }
        card = Card(
            title: isPreview ? "\(report.file): what it would bring" : report.file,
            fields: [
                .init("rows", "Rows", .number(report.rows)),
                .init("new", "New", .number(report.new)),
                .init("known", "Known", .number(report.known)),
                .init("probable", "Probably known", .number(report.probable)),
                .init("unchanged", "Unchanged", .number(report.unchanged)),
            ]
                + (isPreview
                    ? [
                        .init("reading", "Read as", .text(report.reading)),
                        .init("columns", "Columns", .list(columns.map { .text($0) })),
                        .init("sample", "First rows", .list(report.sample.map { .text($0) })),
                    ] : [.init("import", "Import", Value(report.batch.map { Int($0.rawValue) }))]),
            lists: report.faults.isEmpty && !isPreview ? [] : [Self.faults(report.faults)],
            notes: report.notes)
    }

    var json: Value { card.json }
    var sheet: Report { report.faults.isEmpty ? card.sheet : Self.faults(report.faults) }
    var markdown: String { card.markdown }

    func table(on screen: Screen) -> String { card.table(on: screen) }

    private static func faults(_ faults: [Fault]) -> Report {
        Report(
            "faults", title: "Faults",
            columns: [
                Column("sheet", "Sheet", place: .programs), .number("line", "Line"),
                Column("column", "Column"), Column("value", "Value"),
                Column("message", "What is wrong, and what would be right"),
            ],
            rows: faults.map { fault in
                [
                    Value(fault.sheet), .number(fault.line), Value(fault.column),
                    Value(fault.value),
                    .text(fault.message),
                ]
            }, empty: "No faults.")
    }
}
