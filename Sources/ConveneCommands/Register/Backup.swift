import ArgumentParser
import Convene
import ConveneBootstrap

struct Backup: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the register while it is in use, and verify the copy.")

    @Argument(help: "The copy, a new file.", completion: .file()) var file: String
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let progress = Progress("Copying", on: terminal)
        try premises.backUp(to: file, progress: progress.show)
        progress.end()
        terminal.say("Copied to \(file) and verified.")
    }
}
