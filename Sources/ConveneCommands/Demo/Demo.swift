import ArgumentParser
import Convene
import ConveneCases
import FoundationEssentials

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "The whole work on real lists, in a fresh folder.",
        discussion: """
            It prints each command as you would type it, with the clock held in autumn 2011; typed \
            by hand in that folder, they do the same. The people on the lists are invented.
            """)

    @Argument(help: "A folder that is not there yet.", completion: .directory)
    var directory: String = "convene-demo"

    func run() async throws {
        let terminal = Terminal.current
        let folder = URL(filePath: directory, directoryHint: .isDirectory)
        guard !FileManager.default.fileExists(atPath: folder.path(percentEncoded: false)) else {
            throw Problem(
                .fileExists,
                "\(directory) is there already: name another folder, “convene demo FOLDER”.")
        }
        try lay(out: folder)
        let stage = DemoStage(folder: directory, terminal: terminal)
        terminal.say("$ cd \(directory)")
        for step in DemoScript.steps { try await stage.play(step) }
        try stage.nameFiles()
    }

    /// Puts the lists and the configuration where somebody would have them.
    private func lay(out folder: URL) throws {
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for list in Cases.lists {
                try Data(list.bytes).write(to: folder.appending(path: list.name))
            }
            try Data(DemoScript.configuration.utf8).write(
                to: folder.appending(path: "convene.yaml"))
        } catch {
            throw Problem(
                .fileUnwritable,
                "The folder \(directory) can't be written: check that its place is there and has room."
            )
        }
    }
}
