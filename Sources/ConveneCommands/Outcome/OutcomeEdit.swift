import ArgumentParser
import Convene
import ConveneBootstrap

struct OutcomeEdit: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Change an outcome, or note how far its follow-up is.")

    @Argument(help: "The outcome, as kyiv-2011-meeting/3.") var outcome: String
    @Option(help: "Other words for it.") var text: String?
    @Option(help: "What became of it so far.") var note: String?
    @OptionGroup var fields: OutcomeFields
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let (text, note, responsible) = (text, note, fields.responsible)
        let due = try fields.term()
        let desk = premises.office.outcomeDesk(premises.actor)
        let line = try await desk.edit(OutcomeMention(outcome)) { outcome in
            if let text { outcome.wording = text }
            if let note { outcome.followUp = note }
            if let responsible { outcome.responsible = responsible }
            if let due { outcome.due = due }
        }
        output.show([line], saying: "\(line.code) is as said.", on: terminal)
    }
}
