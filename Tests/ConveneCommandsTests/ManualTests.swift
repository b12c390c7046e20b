import Foundation
import Testing

@testable import ConveneCommands

@Suite struct ManualTests {
    @Test func `each command has its page`() async throws {
        let session = try TerminalSession()

        let outcome = await session.run("manual \(session.folder.path)/man1")

        let commands = try CommandOutline.convene().family.map {
            $0.path.joined(separator: "-") + ".1"
        }
        let pages = try FileManager.default.contentsOfDirectory(
            atPath: session.folder.appending(path: "man1").path)
        #expect(outcome.code == 0)
        #expect(Set(pages) == Set(commands))
        #expect(pages.contains("convene-event-add.1"))
    }

    @Test(arguments: try ManualPage.all().map(\.name))
    func `a page says what help says`(name: String) throws {
        let page = try #require(try ManualPage.all().first { $0.name == name })

        let words = page.text.replacing("\\-", with: "-").replacing("\\e", with: "\\")
        #expect(words.contains(".SH \"NAME\"\n\(name) - "))
        for argument in page.command.shown where argument.kind != .positional {
            #expect(argument.names?.allSatisfy { words.contains($0.text) } == true)
            #expect(words.contains(argument.abstract?.replacing("\n", with: " ") ?? "?"))
        }
    }

    @Test func `the first page has every exit code and every variable`() throws {
        let page = try #require(try ManualPage.all().first).text

        #expect(page.contains(".SH \"EXIT STATUS\""))
        for status in ExitStatus.all { #expect(page.contains(".TP\n\(status.code)\n")) }
        #expect(page.contains("CONVENE_DATABASE"))
    }

    @Test(
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/groff"), "no groff"),
        arguments: try ManualPage.all().map(\.name))
    func `groff reads the page without a warning`(name: String) async throws {
        let session = try TerminalSession()
        let page = try #require(try ManualPage.all().first { $0.name == name })
        let file = try session.write(page.text, to: page.fileName)

        let (text, warnings) = try groff(file)

        #expect(warnings == "")
        #expect(text.contains("NAME"))
        #expect(text.contains("convene"))
    }

    private func groff(_ file: String) throws -> (text: String, warnings: String) {
        let process = Process()
        let (output, errors) = (Pipe(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/groff")
        process.arguments = ["-man", "-Tutf8", "-Kutf8", "-ww", "-P-cbou", file]
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let text = try output.fileHandleForReading.readToEnd() ?? Data()
        let warnings = try errors.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (String(decoding: text, as: UTF8.self), String(decoding: warnings, as: UTF8.self))
    }
}
