package import Convene

extension Report {
    /// The book of lists.
    package static func imports(_ batches: [ImportBatch]) -> Report {
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
            }, empty: "No list was imported yet.")
    }
}

extension Card {
    /// One list with what each of its lines became.
    package static func importFile(_ file: ImportFile) -> Card {
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

    private static func lines(_ file: ImportFile) -> Report {
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

extension ImportUndoing {
    /// What goes, what goes back and what stays, in sentences.
    package var words: String {
        [
            counts.joined(separator: ", ") + ".",
            restored.isEmpty ? nil : "Back to what it was: \(Self.list(restored)).",
            staying.isEmpty
                ? nil : "They stay, being at another event: \(staying.joined(separator: ", ")).",
            changedSince.isEmpty
                ? nil : "As it is now stays what was changed since: \(Self.list(changedSince)).",
            movedUp > 0 ? "\(movedUp.of("person came", "people came")) off the waiting list." : nil,
        ].compactMap { $0 }.joined(separator: " ")
    }

    private var counts: [String] {
        switch list {
        case .people, .nominees, .registrations:
            [
                registrations.count.of("registration", "registrations"),
                people.count.of("person", "people"),
            ]
        case .programmes: [programmes.count.of("programme", "programmes")]
        case .events: [events.count.of("event", "events")]
        case .plan:
            [activities.count.of("activity", "activities")]
                + (programmes.isEmpty ? [] : [programmes.count.of("programme", "programmes")])
        case .attendance: [marks.count.of("mark", "marks")]
        }
    }

    private static func list(_ names: [String]) -> String {
        let shown = 20
        let more = names.count > shown ? " and \(names.count - shown) more" : ""
        return names.prefix(shown).joined(separator: ", ") + more
    }
}
