/// A list as a command shows it: people, events, the outbox.
package struct Report: Sendable, Equatable {
    /// What is listed, as the key of the list in JSON: `people`.
    package var name: String
    /// What people read above the table, where several stand below each other.
    package var title: String?
    package var columns: [Column]
    /// One value for each column.
    package var rows: [[Value]]
    /// One value for each column, nothing where a total says nothing; not in CSV and TSV, where it
    /// would be added up with the rows.
    package var total: [Value]?
    /// Sentences under the table; not in CSV and TSV.
    package var notes: [String]
    /// The sentence that stands for the table when there are no rows: “No people yet.”
    package var empty: String
    /// Numbers, one for each row, that a table shows as bars.
    var bars: Bars?

    package init(
        _ name: String, title: String? = nil, columns: [Column], rows: [[Value]],
        total: [Value]? = nil, notes: [String] = [], empty: String
    ) {
        self.name = name
        self.title = title
        self.columns = columns
        self.rows = rows
        self.total = total
        self.notes = notes
        self.empty = empty
    }

    /// The report with those columns only for which the condition holds.
    func keeping(_ holds: (Column) -> Bool) -> Report {
        let kept = columns.indices.filter { holds(columns[$0]) }
        var report = self
        report.columns = kept.map { columns[$0] }
        report.rows = rows.map { row in kept.map { row[$0] } }
        report.total = total.map { total in kept.map { total[$0] } }
        return report
    }

    /// What people read: without the columns that are there for programs only.
    var forPeople: Report { keeping { $0.place != .programs } }

    /// The total with a word for it in the first column that is text and otherwise empty.
    var labelledTotal: [Value]? {
        guard var total else { return nil }
        if let label = total.indices.first(where: { columns[$0].alignment == .leading }),
            total[label] == .nothing
        {
            total[label] = "Total"
        }
        return total
    }
}

extension Report: Presentable {
    package var json: Value {
        var record: Value.Record = [name: .list(records), "count": .number(rows.count)]
        if let total {
            var sums = self.record(total)
            sums.members.removeAll { $0.value == .nothing }
            record.append("total", .record(sums))
        }
        if !notes.isEmpty { record.append("notes", .list(notes.map { .text($0) })) }
        return .record(record)
    }

    package var sheet: Report { self }

    /// The rows as programs read them.
    var records: [Value] { rows.map { .record(record($0)) } }

    package func table(on screen: Screen) -> String { TableText(self, on: screen).text }

    package var markdown: String { MarkdownText.report(self) }

    private func record(_ row: [Value]) -> Value.Record {
        Value.Record(zip(columns, row).map { Value.Member($0.key, $1) })
    }
}
