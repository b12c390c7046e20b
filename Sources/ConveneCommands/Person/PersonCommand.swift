import ArgumentParser

struct PersonCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person", abstract: "The people, each once, whatever the number of events.",
        subcommands: [
            PersonAdd.self, PersonFind.self, PersonList.self, PersonShow.self, PersonEdit.self,
            PersonImport.self, PersonDuplicates.self, PersonMergeCommand.self, PersonExport.self,
            PersonErase.self,
        ])
}
