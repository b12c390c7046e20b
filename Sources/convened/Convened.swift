import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneHTTP
import Foundation

/// The service: the pages that invited people and the public see, and the worker that sends mail.
@main
struct Convened: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convened",
        abstract: "Convene's service: pages, and the worker that sends mail.",
        discussion:
            "Settings are those of convene.yaml and the environment; SIGTERM ends it in order.")

    @Option(help: "The register; in place of the settings.") var database: String?
    @Option(help: "The configuration file.") var config: String?

    func run() async throws {
        do {
            try await Porter.keep(try await Settings(database: database, file: config)) {
                sentence in
                FileHandle.standardOutput.write(Data((sentence + "\n").utf8))
            }
        } catch let problem as Problem {
            FileHandle.standardError.write(Data("convened: \(problem)\n".utf8))
            throw ExitCode(problem.kind == .notFound ? 3 : 2)
        }
    }
}
