import ArgumentParser
import Convene
import ConveneBootstrap

/// Which register a command works on.
struct RegisterOptions: ParsableArguments {
    @Option(
        name: .long, help: ArgumentHelp("The register's file.", valueName: "file"),
        completion: .file(extensions: ["db"]))
    var database: String?

    @Option(
        name: .long, help: ArgumentHelp("The configuration file.", valueName: "file"),
        completion: .file(extensions: ["yaml"]))
    var config: String?

    func settings() async throws -> Settings {
        try await Settings(
            database: database, file: config, environment: Terminal.current.environment)
    }

    func premises() async throws -> Premises { try await Premises.open(try await settings()) }
}

/// A command that works on an open register.
protocol RegisterCommand: AsyncParsableCommand {
    var register: RegisterOptions { get }

    func work(in premises: Premises, on terminal: Terminal) async throws
}

extension RegisterCommand {
    mutating func run() async throws {
        let settings = try await register.settings()
        do {
            try await work(in: try await Premises.open(settings), on: .current)
        } catch  where !(error is Problem || error is ExitCode || error is ValidationError) {
            throw FaultOfOurs(cause: error, database: settings.database)
        }
    }
}

/// A fault of ours, with the register beside which it is written down.
struct FaultOfOurs: Error {
    let cause: any Error
    let database: String
}
