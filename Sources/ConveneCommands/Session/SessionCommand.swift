import ArgumentParser

struct SessionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "session", abstract: "The parts of an event at which attendance is taken.",
        subcommands: [SessionAdd.self, SessionList.self, SessionEdit.self, SessionRemove.self])
}
