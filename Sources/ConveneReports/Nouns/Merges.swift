package import Convene

extension Report {
    /// Pairs of people who may be one, and why.
    package static func duplicates(_ pairs: [Duplicate]) -> Report {
        Report(
            "duplicates",
            columns: [
                Column("score", "Sure"), Column("person", "No."), Column("name", "Name"),
                Column("other_person", "No."), Column("other_name", "Name"),
                Column("country", "Country", place: .whereRoom(1)),
                Column("other_country", "Country", place: .programs),
                Column("email", "E-mail", place: .programs),
                Column("other_email", "E-mail", place: .programs),
                Column("reasons", "Why"),
            ],
            rows: pairs.map { pair in
                [
                    .named(pair.likeness.percent, .ratio(pair.likeness.score)),
                    .text(pair.first.id.text), .text(pair.first.name.full),
                    .text(pair.second.id.text), .text(pair.second.name.full),
                    Value(code: pair.first.country ?? pair.second.country),
                    Value(code: pair.second.country), Value(pair.first.address?.text),
                    Value(pair.second.address?.text),
                    .named(
                        pair.likeness.words,
                        .list(pair.likeness.reasons.map { .text($0.rawValue) })),
                ]
            }, empty: "Nobody seems to stand twice.")
    }
}

extension Card {
    /// What merging two people does, or would.
    package static func merge(_ plan: MergePlan, isPreview: Bool) -> Card {
        let (kept, gone) = (plan.merge.before, plan.merge.gone)
        return Card(
            title: "\(gone.id.text) \(gone.name.full) \(isPreview ? "would go" : "goes") into"
                + " \(kept.id.text) \(kept.name.full)",
            fields: [
                .init("person", "Stays (A)", .text(kept.id.text)),
                .init("merged", "Goes (B)", .text(gone.id.text)),
                .init(
                    "moves", "Moves",
                    .named(plan.moves.joined(separator: "; "), .list(plan.moves.map { .text($0) }))),
            ],
            lists: [
                MergeRows(
                    plan.choices.map { ($0.field.rawValue, $0.stays, $0.goes, $0.side) }
                ).report
            ])
    }
}

/// What a merge does with each field, as a table.
package struct MergeRows {
    private let rows: [(field: String, stays: String, goes: String, side: MergeSide)]

    package init(_ rows: [(field: String, stays: String, goes: String, side: MergeSide)]) {
        self.rows = rows
    }

    package var report: Report {
        Report(
            "fields", title: "Field by field",
            columns: [
                Column("field", "Field"), Column("stays", "Stays"), Column("from", "From"),
                Column("goes", "Goes"),
            ],
            rows: rows.map { row in
                [
                    .text(row.field), .text(row.stays), .text(row.side.rawValue),
                    Value(row.goes.nonEmpty),
                ]
            }, empty: "Nothing is known of either.")
    }
}
