import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

struct ProgrammeShow: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a programme with its targets beside its results.")

    @Argument(help: "The programme.") var code: String
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let code = try Code(code)
        let results = try await premises.office.figureDesk(premises.actor).results(of: code)
        let events = try await premises.office.eventDesk(premises.actor).list(programme: code)
        let plan = try await premises.office.planDesk(premises.actor).list(
            PlanFilter(programme: code))
        output.show(Card.programme(results, events, plan), on: terminal)
    }
}

extension String {
    /// The text, or nothing where it is empty.
    var nonEmpty: String? { isEmpty ? nil : self }
}
