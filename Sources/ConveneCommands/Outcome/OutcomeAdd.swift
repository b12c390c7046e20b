import ArgumentParser
import Convene
import ConveneBootstrap

struct OutcomeAdd: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Write down what an event recommended or decided.",
        discussion: """
            convene outcome add kyiv-2011-meeting 'Draft a curriculum' --due 'Q1 2012' \
            --responsible 'National commissions'
            """)

    @Argument(help: "The event.") var event: String
    @Argument(help: "What was recommended or decided.") var text: String
    @OptionGroup var fields: OutcomeFields
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let line = try await premises.office.outcomeDesk(premises.actor).add(
            text, to: try Code(event), due: try fields.term(),
            responsible: fields.responsible ?? "")
        output.show([line], saying: "\(line.code) is written down.", on: terminal)
    }
}

/// What can be said of an outcome beside its words.
struct OutcomeFields: ParsableArguments {
    @Option(help: ArgumentHelp("By when: a date, or a term such as 'Q1 2012'.", valueName: "term"))
    var due: String?
    @Option(help: ArgumentHelp("Who is to see to it.", valueName: "who")) var responsible: String?

    /// - Throws: `term.unclear`.
    func term() throws -> Term? { try due.map { try Term($0) } }
}
