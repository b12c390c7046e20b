package import Convene

extension Report {
    /// People, a line each.
    package static func people(_ people: [PersonLine], empty: String) -> Report {
        Report(
            "people",
            columns: [
                Column("person", "No."), Column("given_name", "Given name"),
                Column("family_name", "Family name"),
                Column("patronymic", "Patronymic", place: .programs),
                Column("gender", "Gender"), Column("country", "Country"),
                Column("email", "E-mail"), Column("organisation", "Organisation"),
                Column("stakeholder", "Group", place: .whereRoom(1)),
                Column("position", "Position", place: .whereRoom(2)),
                Column("languages", "Languages", place: .programs),
            ],
            rows: people.map { line in
                let person = line.person
                return [
                    .text(person.id.text), .text(person.name.given), .text(person.name.family),
                    .text(person.name.patronymic), .text(person.gender.rawValue),
                    Value(code: person.country), Value(person.address?.text),
                    .text(line.organisation), Value(person.stakeholder), .text(person.position),
                    Value(person.languages),
                ]
            }, empty: empty)
    }
}

extension Card {
    /// Somebody with all their registrations.
    package static func person(_ file: PersonFile) -> Card {
        let person = file.person
        return Card(
            title: person.name.full,
            fields: [
                .init("person", "No.", .text(person.id.text)),
                .init("given_name", "Given name", .text(person.name.given)),
                .init("family_name", "Family name", .text(person.name.family)),
                .init("patronymic", "Patronymic", Value(person.name.patronymic.nonEmpty)),
                .init("other_name", "In the other script", Value(person.otherName?.full)),
                .init("gender", "Gender", .text(person.gender.rawValue)),
                .init("country", "Country", Value(person.country)),
                .init("emails", "E-mail", .list(person.addresses.map { .text($0.text) })),
                .init("organisation", "Organisation", Value(file.organisation?.name)),
                .init("stakeholder", "Group", Value(person.stakeholder)),
                .init("position", "Position", Value(person.position.nonEmpty)),
                .init("languages", "Languages", Value(person.languages)),
                .init("notes", "Notes", Value(person.notes.nonEmpty)),
            ],
            lists: [
                Report(
                    "registrations", title: "Registrations",
                    columns: [
                        Column("event", "Event"), Column("when", "When"), Column("role", "Role"),
                        Column("standing", "Standing"), Column("attended", "Attended"),
                        Column("completed", "Completed"),
                    ],
                    rows: file.registrations.map { registration, event in
                        [
                            .text(event.code.text),
                            event.dates.map { Value($0) } ?? Value(event.term),
                            .text(registration.role.rawValue),
                            .text(registration.standing.rawValue), .flag(registration.attended),
                            .flag(registration.completed),
                        ]
                    }, empty: "No registrations.")
            ])
    }
}
