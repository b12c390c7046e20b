import ConveneTestSupport
import Foundation
import Testing

@testable import ConveneCommands

@Suite struct HelpTests {
    @Test(arguments: try CommandOutline.convene().family.map(\.path))
    func `every command's help is as recorded`(path: [String]) async throws {
        let session = try TerminalSession()

        let help = await session.run((path.dropFirst() + ["--help"]).joined(separator: " "))

        #expect(help.code == 0)
        #expect(help.error.isEmpty)
        try expectGolden(help.output, "help/\(path.joined(separator: "-")).txt")
    }

    @Test func `no help is recorded of a command that is gone`() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Golden/help")
        let commands = try CommandOutline.convene().family.map {
            $0.path.joined(separator: "-") + ".txt"
        }

        let recorded = try FileManager.default.contentsOfDirectory(atPath: folder.path)

        #expect(Set(recorded).subtracting(commands) == [])
    }

    @Test(arguments: try CommandOutline.convene().family.map(\.path))
    func `every command and all that it takes is explained in sentences`(path: [String]) throws {
        let command = try #require(
            try CommandOutline.convene().family.first { $0.path == path })

        let abstract = try #require(command.abstract)
        #expect(abstract.hasSuffix("."))
        for argument in command.shown {
            let words = argument.abstract ?? ""
            #expect(words.contains(/[[:alnum:]]/), "\(argument.names?.first?.name ?? "?")")
        }
    }

    @Test func `usage and examples fit a terminal of 100 columns`() async throws {
        let session = try TerminalSession()

        for command in try CommandOutline.convene().family {
            let words = command.path.dropFirst() + ["--help"]
            let help = await session.run(words.joined(separator: " ")).output
            let wide = help.split(separator: "\n").filter { $0.count > 100 }
            #expect(wide == [], "\(command.path)")
        }
    }
}
