import ArgumentParser
import Convene
import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Where the demo is played: each command runs as if typed in the demo's folder.
final class DemoStage {
    private let folder: String
    private let terminal: Terminal
    private var now = ""

    init(folder: String, terminal: Terminal) {
        self.folder = folder
        self.terminal = terminal
    }

    /// Prints the command as it would be typed, and runs it.
    ///
    /// - Throws: what the command threw: a demo that fails says so.
    func play(_ step: DemoScript.Step) async throws {
        if !step.why.isEmpty { terminal.say("\n# \(step.why)") }
        if let instant = step.now, instant != now {
            now = instant
            terminal.say("$ export CONVENE_NOW=\(now)")
        }
        terminal.say("$ convene \(step.command)")
        let code = await inFolder {
            await ConveneCommand.run(Self.words(step.command), on: terminal(at: now))
        }
        guard code == 0 else { throw ExitCode(code) }
    }

    /// Names what the demo left behind.
    func nameFiles() throws {
        let mails = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/mail").count
        terminal.say(
            """

            # What there is now in \(folder)
            convene.db     the register: people, registrations, attendance, figures, audit
            convene.yaml   the office's settings
            mail/          \(mails.of("mail", "mails")), as they would have left; open one with a mail program
            *.csv          the lists that were imported

            Go on there with CONVENE_NOW=\(now), for example: convene person find айгуль
            """)
    }

    private func inFolder(_ act: () async -> Int32) async -> Int32 {
        let before = FileManager.default.currentDirectoryPath
        guard FileManager.default.changeCurrentDirectoryPath(folder) else { return 1 }
        let code = await act()
        _ = FileManager.default.changeCurrentDirectoryPath(before)
        return code
    }

    /// The user's terminal, without settings of the user's own that would change the demo.
    private func terminal(at now: String) -> Terminal {
        var environment = terminal.environment.filter { !$0.key.hasPrefix("CONVENE_") }
        environment["CONVENE_NOW"] = now
        let outer = terminal
        return Terminal(environment: environment, screen: outer.screen) { outer.write($0, to: $1) }
    }

    /// The words of a command line, with single quotes as a shell reads them.
    static func words(_ line: String) -> [String] {
        var words: [String] = []
        for (index, part) in line.split(separator: "'", omittingEmptySubsequences: false)
            .enumerated()
        {
            if index % 2 == 1 {
                words.append(String(part))
            } else {
                words += part.split(separator: " ").map(String.init)
            }
        }
        return words
    }
}
