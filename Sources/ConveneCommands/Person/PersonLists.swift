import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

struct PersonFind: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "find",
        abstract: "Find people by any part of a name, address or organisation.",
        discussion: """
            In either script and any order: сеит finds Seitova, and eito finds Сеитова. Whole names \
            come first, then beginnings, then parts, then addresses and organisations.
            """)

    @Argument(help: "Parts of names, the beginning of an address, or an organisation.")
    var words: [String]
    @Option(help: "At most so many.") var limit = 50
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let text = words.joined(separator: " ")
        let people = try await premises.office.personDesk(premises.actor).find(
            text, limit: max(1, limit))
        output.show(PersonList.report(people, empty: "Nobody found."), on: terminal)
        if people.isEmpty { throw ExitCode(3) }
    }
}

struct PersonList: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List everybody in the register.", aliases: ["ls"])

    @Option(help: "Only people of this country.") var country: String?
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let country = try country.map(Country.reading)
        let people = try await premises.office.personDesk(premises.actor).list(country: country)
        output.show(Self.report(people, empty: "No people yet."), on: terminal)
    }

    static func report(_ people: [PersonLine], empty: String) -> Report {
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
