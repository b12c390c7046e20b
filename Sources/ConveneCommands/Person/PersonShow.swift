import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

struct PersonShow: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show somebody with everything they were registered at.")

    @Argument(help: "An address, a number such as P12, or a name that only one person has.")
    var person: String
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let file = try await premises.office.personDesk(premises.actor).file(PersonMention(person))
        output.show(Self.card(file), on: terminal)
    }

    /// Somebody with all their registrations.
    static func card(_ file: PersonFile) -> Card {
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
