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
        output.show(Self.report(lines), on: terminal)
    }

    static func report(_ lines: [OutcomeLine]) -> Report {
        Report(
            "outcomes",
            columns: [
                Column("code", "No."), Column("event", "Event", place: .programs),
                Column("number", "Number", place: .programs), Column("text", "Outcome"),
                Column("responsible", "Responsible", place: .whereRoom(2)), Column("due", "Due"),
                Column("due_on", "Due on", place: .programs), Column("state", "State"),
                Column("overdue", "Overdue", place: .programs), Column("done_on", "Done on"),
                Column("done_by", "By", place: .whereRoom(3)),
                Column("note", "Follow-up", place: .whereRoom(1)),
            ],
            rows: lines.map(row), empty: "No outcomes.")
    }

    private static func row(_ line: OutcomeLine) -> [Value] {
        let outcome = line.outcome
        let state = outcome.done == nil ? "open" : "done"
        return [
            .text(line.code), .text(line.event.code.text), .number(outcome.number),
            .text(outcome.wording), Value(outcome.responsible.nonEmpty), Value(outcome.due),
            Value(outcome.due?.last),
            .named(line.isOverdue ? "overdue" : state, .text(state)), .flag(line.isOverdue),
            Value(outcome.done?.on), Value(outcome.done?.by.name), Value(outcome.followUp.nonEmpty),
        ]
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
        guard format == .table else { return show(OutcomeList.report(lines), on: terminal) }
        terminal.say(sentence)
    }
}
