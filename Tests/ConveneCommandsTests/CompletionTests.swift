import Testing

@testable import ConveneCommands

@Suite struct CompletionTests {
    @Test(arguments: ["bash", "zsh", "fish"])
    func `completions know the commands and what they take`(shell: String) async throws {
        let session = try TerminalSession()

        let script = await session.run("--generate-completion-script \(shell)")

        #expect(script.code == 0)
        for word in ["nominate", "attendance", "dry-run", "expert-meeting", "encoding", "koi8-r"] {
            #expect(script.output.contains(word), "\(word)")
        }
    }
}
