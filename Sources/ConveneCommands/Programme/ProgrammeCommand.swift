import ArgumentParser

struct ProgrammeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "programme", abstract: "Programmes, their stages and their targets.",
        subcommands: [
            ProgrammeAdd.self, ProgrammeList.self, ProgrammeShow.self, ProgrammeEdit.self,
            ProgrammeImport.self,
        ])
}
