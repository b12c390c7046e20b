import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

struct Stats: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats", abstract: "Say who came: participations and people, by anything.",
        discussion: """
            convene stats EVENT --by country,gender
            convene stats --programme ram-2 --by event
            convene stats --by year,region --measure people --format csv

            One dimension gives a row each, two a cross-tab, more give rows. \
            registrations: all; invited: those an invitation was sent to; attended: confirmed, with a \
            present mark at a counting session; completed: met the completion rule; people: different \
            people among the attended; rate: attended ÷ confirmed; women: female ÷ (female + male).
            """)

    @Argument(help: "Only these events.") var events: [String] = []
    @Option(help: "Only this programme and its stages. Repeatable.") var programme: [String] = []
    @Option(help: "Only events of this kind.") var kind: Event.Kind?
    @Option(help: "Only people in this role.") var role: Role?
    @Option(help: ArgumentHelp("Only events that begin on this day or later.", valueName: "date"))
    var from: String?
    @Option(help: ArgumentHelp("Only events that begin on this day or earlier.", valueName: "date"))
    var to: String?
    @Option(
        help: ArgumentHelp(
            """
            country, region, gender, group, event, programme, kind, role, year, session or \
            organisation; several with commas.
            """, valueName: "dimensions"))
    var by: String = ""
    @Option(help: "What a cross-tab and the bars show.") var measure: Measures.Name = .attended
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func validate() throws { _ = try dimensions() }

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let figures = try await premises.office.figureDesk(premises.actor).figures(
            FigureRequest(
                events: try events.map { try Code($0) },
                programmes: try programme.map { try Code($0) }, kind: kind, role: role,
                from: try from.map(Reading.day), to: try to.map(Reading.day),
                by: try dimensions(),
                // What programs get has a row for each combination, and no edges.
                margins: output.format == .table || output.format == .markdown))
        output.show(FigureReport(figures, measure: measure), on: terminal)
    }

    private func dimensions() throws -> [FigureQuery.Dimension] {
        try by.split(separator: ",").map { name in
            guard let dimension = FigureQuery.Dimension(rawValue: name.lowercased()) else {
                let all = FigureQuery.Dimension.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("--by takes \(all), not '\(name)'.")
            }
            return dimension
        }
    }
}
