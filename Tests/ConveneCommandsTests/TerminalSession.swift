import ConveneReports
import Foundation
import Synchronization

@testable import ConveneCommands

/// What a command wrote and how it ended.
struct Outcome {
    let code: Int32
    let output: String
    let error: String
}

/// Somebody at a terminal with an office of their own: a fresh folder for the register and its
/// mail, a clock held still, no settings but these.
final class TerminalSession: Sendable {
    let folder: URL
    private let settings: [String: String]

    /// - Parameter now: where the clock is held; nothing lets it run.
    init(now: String? = "2011-09-01T09:00:00Z") throws {
        folder = FileManager.default.temporaryDirectory.appending(
            path: "convene-\(UUID().uuidString)", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // A file of its own, so that no convene.yaml of the working directory is read.
        let yaml = folder.appending(path: "convene.yaml")
        try Data("mail:\n  name: Workshops Office\n".utf8).write(to: yaml)
        var settings = [
            "CONVENE_CONFIG": yaml.path,
            "CONVENE_DATABASE": folder.appending(path: "convene.db").path,
            "CONVENE_MAIL_URL": "file:\(folder.path)/mail",
            "CONVENE_MAIL_FROM": "workshops@example.org",
            "CONVENE_HTTP_URL": "https://convene.example.org",
        ]
        settings["CONVENE_NOW"] = now
        self.settings = settings
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// A register with an event that is open: five days in Kyiv.
    static func withEvent(_ more: String = "") async throws -> TerminalSession {
        let session = try TerminalSession()
        _ = await session.run("init")
        _ = await session.run(
            """
            event add kyiv --title Museums --kind workshop --dates 2011-10-03/2011-10-07 \
            --city Kyiv --country UA --timezone Europe/Kyiv \(more)
            """)
        _ = await session.run("event open kyiv")
        return session
    }

    /// Runs a command line; words in single quotes are one.
    ///
    /// - Parameters:
    ///   - setting: variables beside the session's own; an empty one is taken away.
    ///   - answers: what is typed when asked; nothing means that nobody is there to ask.
    func run(
        _ line: String, setting: [String: String] = [:], screen: Screen = .pipe,
        answers: [String]? = nil
    ) async -> Outcome {
        let written = Mutex(Outcome(code: 0, output: "", error: ""))
        let waiting = Mutex(answers ?? [])
        let terminal = Terminal(
            environment: settings.merging(setting) { $1 }.filter { !$0.value.isEmpty },
            screen: screen, canAsk: answers != nil,
            reader: { waiting.withLock { $0.isEmpty ? nil : $0.removeFirst() } },
            writer: { text, stream in
                written.withLock { now in
                    now = Outcome(
                        code: 0, output: now.output + (stream == .output ? text : ""),
                        error: now.error + (stream == .error ? text : ""))
                }
            })
        let code = await ConveneCommand.run(DemoStage.words(line), on: terminal)
        return written.withLock { text in
            Outcome(code: code, output: plain(text.output), error: plain(text.error))
        }
    }

    /// The text without what differs from run to run: the folder.
    private func plain(_ text: String) -> String { text.replacing(folder.path + "/", with: "") }

    /// Writes a file into the folder.
    ///
    /// - Returns: its path.
    func write(_ text: String, to name: String) throws -> String {
        let file = folder.appending(path: name)
        try Data(text.utf8).write(to: file)
        return file.path
    }
}
