import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

struct OutcomeList: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List outcomes: of an event, a programme, or all.",
        aliases: ["ls"])

    @Argument(help: "Only those of this event.") var event: String?
    @Option(help: "Only those of this programme's events, and of its stages'.")
    var programme: String?
    @Flag(exclusivity: .exclusive, help: "Which of them.") var condition: OutcomeCondition?
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let lines = try await premises.office.outcomeDesk(premises.actor).list(
            event: try event.map(Reading.code), programme: try programme.map(Reading.code),
            condition: condition)
        output.show(Report.outcomes(lines), on: terminal)
    }
}

extension OutcomeCondition: EnumerableFlag {
    static func help(for value: OutcomeCondition) -> ArgumentHelp? {
        switch value {
        case .open: "Only those that are not followed up yet."
        case .done: "Only those that are."
        case .overdue: "Only those that should have been by now."
        }
    }
}

extension OutputOptions {
    /// Outcomes that were changed: a sentence for people, the rows in the other forms.
    func show(_ lines: [OutcomeLine], saying sentence: String, on terminal: Terminal) {
        guard format == .table else { return show(Report.outcomes(lines), on: terminal) }
        terminal.say(sentence)
    }
}
