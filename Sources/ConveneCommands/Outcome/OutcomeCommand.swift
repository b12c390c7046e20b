import ArgumentParser

struct OutcomeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outcome", abstract: "What meetings recommended, and what became of it.",
        discussion: """
            An outcome is called by its event and number, as kyiv-2011-meeting/3; the number alone \
            will do where only one event has it.
            """,
        subcommands: [
            OutcomeAdd.self, OutcomeList.self, OutcomeDone.self, OutcomeEdit.self,
        ])
}
