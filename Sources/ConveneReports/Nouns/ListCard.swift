package import Convene

/// What a list brought, or would bring.
package struct ListCard: Presentable {
    private let report: ListReport
    private let isPreview: Bool

    package init(_ report: ListReport, isPreview: Bool) {
        self.report = report
        self.isPreview = isPreview
    }

    /// The report as programs get it.
    package var card: Card { card(sentences: []) }

    package var json: Value { card(sentences: []).json }
    package var sheet: Report { report.faults.isEmpty ? card(sentences: []).sheet : faults }
    package var markdown: String { card(sentences: [sentence]).markdown }

    package func table(on screen: Screen) -> String {
        let lists =
            (isPreview ? [columns, sample] : [])
            + [faults, warnings].filter { !$0.rows.isEmpty }
        let card = Card(fields: [], lists: lists, notes: report.notes)
        let rest = lists.isEmpty && report.notes.isEmpty ? "" : card.table(on: screen)
        return sentence + "\n" + (lists.isEmpty ? "" : "\n") + rest
    }

    private var sentence: String {
        let counts = [
            "\(report.new) new", "\(report.known) known",
            report.probable > 0 ? "\(report.probable) probably known" : nil,
            report.unchanged > 0 ? "\(report.unchanged) unchanged" : nil,
            report.faults.isEmpty ? nil : report.faults.count.of("fault", "faults"),
            report.warnings.isEmpty ? nil : report.warnings.count.of("warning", "warnings"),
        ].compactMap { $0 }.joined(separator: ", ")
        let rows = report.rows.of("row", "rows")
        return isPreview
            ? "\(report.file), read as \(report.reading), would bring \(rows): \(counts)."
            : "\(report.file): \(rows), \(counts)."
    }

    private func card(sentences: [String]) -> Card {
        Card(
            fields: [
                .init("rows", "Rows", .number(report.rows)),
                .init("new", "New", .number(report.new)),
                .init("known", "Known", .number(report.known)),
                .init("probable", "Probably known", .number(report.probable)),
                .init("unchanged", "Unchanged", .number(report.unchanged)),
                .init("import", "Import", Value(report.batch.map { Int($0.rawValue) })),
            ],
            lists: [faults, warnings] + (isPreview ? [columns] : []),
            notes: sentences + report.notes)
    }

    private var columns: Report {
        Report(
            "columns", title: "How each column is read",
            columns: [Column("heading", "Column"), Column("field", "Field")],
            rows: report.columns.map { [.text($0.heading), .text($0.field ?? "left out")] },
            empty: "No columns.")
    }

    private var sample: Report {
        Report(
            "sample", title: "The first rows, as they were understood",
            columns: [Column("row", "Row")], rows: report.sample.map { [.text($0)] },
            empty: "No rows.")
    }

    private var faults: Report {
        list(
            report.faults, "faults", title: "Faults",
            saying: "What is wrong, and what would be right", empty: "No faults.")
    }

    private var warnings: Report {
        list(
            report.warnings, "warnings", title: "Warnings",
            saying: "What may be wrong, and what would be right", empty: "No warnings.")
    }

    private func list(
        _ found: [Fault], _ name: String, title: String, saying message: String, empty: String
    ) -> Report {
        Report(
            name, title: title,
            columns: [
                Column("sheet", "Sheet", place: .programs), .number("line", "Line"),
                Column("column", "Column"), Column("value", "Value"),
                Column("message", message),
            ],
            rows: found.map { fault in
                [
                    Value(fault.sheet), .number(fault.line), Value(fault.column),
                    Value(fault.value),
                    .text(fault.message),
                ]
            }, empty: empty)
    }
}
