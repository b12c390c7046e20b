import ArgumentParser
import Convene
import ConveneBootstrap

struct ProgrammeImport: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Import a list of programmes, whole or not at all.",
        discussion: "Columns: code, title, parent, start, end, countries, targets, agreement.")

    @Argument(help: "The list: Excel (XLSX), CSV or TSV.", completion: .file()) var list: String
    @OptionGroup var reading: ListArguments
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let desk = premises.office.programmeDesk(premises.actor)
        let sheet = try reading.read(list, of: ProgrammeField.self)
        let columns = try await reading.columns(
            of: sheet, words: HeadingWords<ProgrammeField>(), in: premises, on: terminal)
        let report =
            try await reading.dryRun
            ? desk.preview(sheet, map: columns) : desk.enter(sheet, map: columns)
        try reading.show(report, output, on: terminal)
    }
}
