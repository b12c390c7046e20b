package import Convene

extension Report {
    /// Entries of the audit.
    package static func entries(_ entries: [AuditEntry]) -> Report {
        Report(
            "entries",
            columns: [
                .number("entry", "No."), Column("at", "At"), Column("actor", "By"),
                Column("act", "Act"), Column("subject", "What"), Column("details", "Details"),
            ],
            rows: entries.map { entry in
                [
                    .number(Int(entry.id.rawValue)), Value(entry.at), .text(entry.actor.name),
                    .text(entry.act.rawValue),
                    .text("\(entry.subject.kind.rawValue) \(entry.subject.number)"),
                    .text(entry.details == "{}" ? "" : entry.details),
                ]
            }, empty: "No entries yet.")
    }
}
