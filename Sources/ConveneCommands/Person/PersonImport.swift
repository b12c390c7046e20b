import ArgumentParser
import Convene
import ConveneBootstrap

struct PersonImport: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Import a list of people, whole or not at all.",
        discussion: PeopleListOptions.columns)

    @Argument(help: "The list: Excel (XLSX), CSV or TSV.", completion: .file()) var list: String
    @OptionGroup var reading: ListArguments
    @OptionGroup var people: PeopleListOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let desk = premises.office.personDesk(premises.actor)
        if !reading.dryRun { try people.checkAsking(on: terminal) }
        let sheet = try reading.read(
            list, of: PersonField.self, adding: premises.settings.headings)
        let progress = Progress("Importing", on: terminal)
        var options = try await reading.options(
            for: sheet, people, in: premises, on: terminal, progress: progress)
        if reading.faults != nil {
            try reading.write(try await desk.preview(sheet, options), of: sheet, on: terminal)
        }
        if people.onProbable == .ask, !reading.dryRun {
            let preview = try await desk.preview(sheet, options)
            options.answers = Probables(report: preview, terminal: terminal).answers()
        }
        let report =
            try await reading.dryRun
            ? desk.preview(sheet, options) : desk.enter(sheet, options)
        progress.end()
        try reading.show(report, output, on: terminal)
    }
}

/// What is particular to lists of people.
struct PeopleListOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Whether a row that is probably somebody known is known or new, or to ask.",
            valueName: "what"))
    var onProbable: OnProbable = .new

    static let columns = """
        Columns: given_name, family_name, patronymic, other_given_name, other_family_name, gender, \
        country, email, organisation, city, stakeholder, position, language, role, notes. Only the \
        names are needed. Whoever has an address that is in the register is known; whoever is much like \
        somebody, by name in either script, country, gender and more, is probably known.
        """
}
