package import Convene

extension Report {
    /// Organisations, a line each.
    package static func organisations(_ organisations: [Organisation]) -> Report {
        Report(
            "organisations",
            columns: [
                Column("organisation", "No."), Column("name", "Name"),
                Column("other_names", "Also called", place: .whereRoom(1)),
                Column("stakeholder", "Group"), Column("country", "Country"),
                Column("city", "City", place: .whereRoom(2)),
            ],
            rows: organisations.map { organisation in
                [
                    .text("O\(organisation.id.rawValue)"), .text(organisation.name),
                    .list(organisation.otherNames.map { .text($0) }),
                    Value(organisation.stakeholder), Value(code: organisation.country),
                    .text(organisation.city),
                ]
            }, empty: "No organisations yet: they are made when first mentioned.")
    }
}

extension Card {
    /// One organisation.
    package static func organisation(_ found: Organisation) -> Card {
        Card(
            title: found.name,
            fields: [
                .init("organisation", "No.", .text("O\(found.id.rawValue)")),
                .init("name", "Name", .text(found.name), forPrograms: true),
                .init("other_names", "Also called", .list(found.otherNames.map { .text($0) })),
                .init("stakeholder", "Group", Value(found.stakeholder)),
                .init("country", "Country", Value(found.country)),
                .init("city", "City", Value(found.city.nonEmpty)),
            ])
    }
}
