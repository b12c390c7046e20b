import ArgumentParser
import Convene
import ConveneBootstrap

struct EventImport: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Import a list of events, whole or not at all.",
        discussion: """
            Columns: code, programme, kind, title, when, city, country, timezone, mode, capacity, \
            organisers, partners, languages, venue, description.
            """)

    @Argument(help: "The list: Excel (XLSX), CSV or TSV.", completion: .file()) var list: String
    @OptionGroup var reading: ListArguments
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let desk = premises.office.eventDesk(premises.actor)
        let sheet = try reading.read(list, of: EventField.self)
        let columns = try await reading.columns(
            of: sheet, words: HeadingWords<EventField>(), in: premises, on: terminal)
        let report =
            try await reading.dryRun
            ? desk.preview(sheet, map: columns) : desk.enter(sheet, map: columns)
        try reading.show(report, output, on: terminal)
    }
}
