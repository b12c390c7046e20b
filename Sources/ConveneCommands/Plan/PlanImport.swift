import ArgumentParser
import Convene
import ConveneBootstrap

struct PlanImport: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Import an action plan, whole or not at all.",
        discussion: """
            Columns: year, number, title, steps, term. A cell of steps holds one on each line, with \
            a term of its own after a bar: Dates agreed | January 2023.

            A changed plan, imported again, changes what it says otherwise; what is done stays done.
            """)

    @Argument(help: "The plan: Excel (XLSX), CSV or TSV.", completion: .file()) var list: String
    @Option(
        help: """
            The programme whose plan it is; without it, the one that the plan fits by its \
            activities or years, or a new one.
            """) var programme: String?
    @OptionGroup var reading: ListArguments
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let desk = premises.office.planDesk(premises.actor)
        let sheet = try reading.read(list, of: PlanField.self)
        let columns = try await reading.columns(
            of: sheet, words: HeadingWords<PlanField>(), in: premises, on: terminal)
        let programme = try programme.map(Reading.code)
        let report =
            try await reading.dryRun
            ? desk.preview(sheet, of: programme, map: columns)
            : desk.enter(sheet, of: programme, map: columns)
        try reading.show(report, output, on: terminal)
    }
}
