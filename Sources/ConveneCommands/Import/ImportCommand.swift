import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "The lists that were imported, and taking one back.",
        subcommands: [ImportList.self, ImportShow.self, ImportUndo.self])
}

struct ImportList: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The lists that were imported, the newest first.")

    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let batches = try await premises.office.importDesk(premises.actor).batches()
        output.show(
            Report.imports(batches), on: terminal)
    }
}

struct ImportShow: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "What each line of a list became.")

    @Argument(help: "The import's number.") var number: Int64
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let file = try await premises.office.importDesk(premises.actor).file(.init(number))
        output.show(Card.importFile(file), on: terminal)
    }
}
