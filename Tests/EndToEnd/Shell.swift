import Foundation
import Testing

/// A shell in a fresh folder, in which `convene` is the one that was built.
///
/// What it starts it waits for, or is ended by the test that started it.
final class Shell: Sendable {
    let folder: URL
    private let settings: [String: String]

    struct Outcome {
        let code: Int32
        let output: String
        let error: String
    }

    /// - Parameter settings: variables beside the usual ones, such as `CONVENE_NOW`.
    init(_ settings: [String: String] = [:]) throws {
        folder = FileManager.default.temporaryDirectory.appending(
            path: "convene-\(UUID().uuidString)", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        self.settings = [
            "PATH": "\(Self.products.path):\(path)", "HOME": folder.path, "LC_ALL": "C.UTF-8",
            "CONVENE_MAIL_FROM": "workshops@example.org", "CONVENE_MAIL_URL": "file:mail/",
        ].merging(settings) { $1 }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// A shell beside a register in which the event `kyiv` is open.
    ///
    /// - Parameter event: more about the event, such as its seats.
    static func withEvent(_ event: String = "", _ settings: [String: String] = [:]) async throws
        -> Shell
    {
        let shell = try Shell(
            ["CONVENE_NOW": "2011-09-01T09:00:00Z"].merging(settings) { $1 })
        try await shell.must(
            """
            convene init
            convene event add kyiv --title Museums --kind workshop --dates 2011-10-03/2011-10-07 \
                --city Kyiv --country UA --timezone Europe/Kyiv \(event)
            convene event open kyiv
            """)
        return shell
    }

    /// Runs a script of bash in the folder, and waits for it.
    func run(_ script: String, _ setting: [String: String] = [:]) async throws -> Outcome {
        let name = UUID().uuidString
        let (output, errors) = (path(name + ".out"), path(name + ".err"))
        defer { for file in [output, errors] { try? FileManager.default.removeItem(at: file) } }
        let code = try await Self.spawn(
            ["bash", "-c", script], environment: settings.merging(setting) { $1 },
            in: folder.path, output: output.path, error: errors.path)
        return Outcome(code: code, output: try text(output), error: try text(errors))
    }

    /// Runs a script of which no command may fail.
    ///
    /// - Returns: what it wrote to standard output.
    @discardableResult
    func must(
        _ script: String, _ setting: [String: String] = [:],
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> String {
        let outcome = try await run("set -euo pipefail\n" + script, setting)
        try #require(outcome.code == 0, "\(outcome.error)", sourceLocation: sourceLocation)
        return outcome.output
    }

    /// What a command says with `--format json`.
    func json(_ command: String, _ setting: [String: String] = [:]) async throws -> [String: Any] {
        let text = try await must("convene \(command) --format json", setting)
        return try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    /// The rows of a list, by the name of its array.
    func rows(_ name: String, of command: String, _ setting: [String: String] = [:]) async throws
        -> [[String: Any]]
    {
        try #require(try await json(command, setting)[name] as? [[String: Any]])
    }

    func path(_ name: String) -> URL { folder.appending(path: name) }

    func text(_ file: URL) throws -> String { try String(contentsOf: file, encoding: .utf8) }

    /// Where the test bundle and the executables were built.
    private static let products: URL = {
        let bundle = Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0])
        return bundle.resolvingSymlinksInPath().deletingLastPathComponent()
    }()

    /// A file of `Peers/`, beside these tests.
    static func peer(_ name: String) -> String {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Peers")
            .appending(path: name).path
    }
}
