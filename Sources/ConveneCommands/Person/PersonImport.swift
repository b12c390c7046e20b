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
        let sheet = try reading.read(
            list, of: PersonField.self, adding: premises.settings.headings)
        let progress = Progress("Importing", on: terminal)
        let options = try await reading.options(
            for: sheet, people, in: premises, on: terminal, progress: progress)
        if reading.faults != nil {
            try reading.write(
                try await desk.preview(sheet, options).faults, of: sheet, on: terminal)
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
            "Whether a row that is probably somebody known is known or new.", valueName: "what"))
    var onProbable: OnProbable = .new

    static let columns = """
        Columns: given_name, family_name, patronymic, other_given_name, other_family_name, gender, \
        country, email, organisation, stakeholder, position, language, role, notes. Only the names \
        are needed. Whoever has an address that is in the register is known; whoever has a name, \
        country and gender that are, in either script, is probably known.
        """
}
