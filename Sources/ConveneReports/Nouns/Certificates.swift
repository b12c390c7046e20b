package import Convene

extension Report {
    package static func certificates(_ files: [CertificateFile]) -> Report {
        Report(
            "certificates",
            columns: [
                Column("number", "Number"), Column("person", "No."), Column("name", "Name"),
                Column("role", "Role"), Column("made_at", "Made"),
            ],
            rows: files.map {
                [
                    .text($0.certificate.number), .text($0.person.id.text),
                    .text($0.person.name.full), .text($0.role.rawValue),
                    Value($0.certificate.madeAt),
                ]
            }, empty: "No certificates yet: “convene mail thank” makes them.")
    }
}

extension Card {
    /// What a certificate certifies.
    package static func certificate(_ file: CertificateFile) -> Card {
        Card(
            title: "\(file.person.name.full) completed \(file.event.code)",
            fields: [
                .init("number", "Number", .text(file.certificate.number)),
                .init("name", "Name", .text(file.person.name.full)),
                .init("event", "Event", .text(file.event.code.text)),
                .init("title", "Title", .text(file.event.title)),
                .init("dates", "Dates", Value(file.event.dates)),
                .init("role", "Role", .text(file.role.rawValue)),
                .init("made_at", "Made", Value(file.certificate.madeAt)),
            ], lists: [])
    }
}
