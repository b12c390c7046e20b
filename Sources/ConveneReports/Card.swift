/// One thing as `show` shows it: a line for each field, and the lists that belong to it.
package struct Card: Sendable, Equatable {
    package var title: String?
    package var fields: [Field]
    /// What belongs to the thing: an event's sessions. Not in CSV and TSV, which are one table.
    package var lists: [Report]
    /// Sentences at the end; not in CSV and TSV.
    package var notes: [String]

    package init(
        title: String? = nil, fields: [Field], lists: [Report] = [], notes: [String] = []
    ) {
        self.title = title
        self.fields = fields
        self.lists = lists
        self.notes = notes
    }

    /// A fact about the thing: its key for programs, its heading for people.
    package struct Field: Sendable, Equatable {
        package var key: String
        package var heading: String
        package var value: Value
        /// Whether only programs need it: it stands in CSV, TSV and JSON.
        package var forPrograms: Bool

        package init(
            _ key: String, _ heading: String, _ value: Value, forPrograms: Bool = false
        ) {
            self.key = key
            self.heading = heading
            self.value = value
            self.forPrograms = forPrograms
        }
    }

    /// The fields that people read, with a dash for what is not known.
    var lines: [(heading: String, text: String)] {
        fields.filter { !$0.forPrograms }.map { field in
            let text = field.value.reading
            return (field.heading, text.isEmpty ? "–" : text)
        }
    }
}

extension Card {
    /// The first line of a list as a thing of its own.
    init(lineOf report: Report) {
        self.init(
            fields: zip(report.columns, report.rows.first ?? []).map { column, value in
                Field(column.key, column.heading, value)
            })
    }
}

extension Card: Presentable {
    package var json: Value {
        var record = Value.Record(fields.map { Value.Member($0.key, $0.value) })
        for list in lists { record.append(list.name, .list(list.records)) }
        if !notes.isEmpty { record.append("notes", .list(notes.map { .text($0) })) }
        return .record(record)
    }

    package var sheet: Report {
        Report(
            "fields", columns: fields.map { Column($0.key, $0.heading) },
            rows: [fields.map(\.value)], empty: "")
    }

    package func table(on screen: Screen) -> String { CardText(self, on: screen).text }

    package var markdown: String { MarkdownText.card(self) }
}
