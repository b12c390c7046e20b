import Foundation
import Testing

@testable import ConveneCommands

@Suite struct ExitCodeTests {
    @Test func `0: done`() async throws {
        let session = try await TerminalSession.withEvent()

        let outcome = await session.run("event show kyiv")

        #expect(outcome.code == 0)
        #expect(outcome.error == "")
    }

    @Test(arguments: [
        "event edit kyiv --dates 2011-10",
        "event edit kyiv --country Atlantis",
        "attend kyiv --session 1 --all",
        "invite kyiv",
        "attend kyiv --session eleven --all",
        "doctor --config nowhere.yaml",
    ])
    func `2: refused, with what would be right`(line: String) async throws {
        let session = try await TerminalSession.withEvent()

        let outcome = await session.run(line)

        #expect(outcome.code == 2)
        expectSentence(outcome)
    }

    @Test(arguments: [
        "event show nowhere", "person show P99", "registration list nowhere", "mail show M1",
        "session remove kyiv 9", "programme show ram-9", "organisation show O9",
        "event list --database elsewhere.db", "person find nobody",
    ])
    func `3: not found`(line: String) async throws {
        let session = try await TerminalSession.withEvent()

        let outcome = await session.run(line)

        #expect(outcome.code == 3)
        if line != "person find nobody" { expectSentence(outcome) }
    }

    @Test func `4: it is there already, or could be several`() async throws {
        let session = try await TerminalSession.withEvent()
        _ = await session.run("person add --given Ada --family Example --email a@example.org")
        _ = await session.run("person add --given Ada --family Example --email b@example.org")

        let again = await session.run("init")
        let twice = await session.run("event add kyiv --title Again --kind seminar")
        let which = await session.run("register kyiv 'Ada Example'")

        for outcome in [again, twice, which] {
            #expect(outcome.code == 4)
            expectSentence(outcome)
        }
        #expect(which.error.contains("P1"))
        #expect(which.error.contains("P2"))
        #expect(await session.run("registration list kyiv").output == "Nobody.\n")
    }

    @Test(arguments: [
        "evnt list", "event", "event show", "stats --by height", "event list --format xml",
        "register kyiv P1 --from list.csv", "attend kyiv", "mail retry", "audit list --limit 0",
        "nominate kyiv --dry-run", "event list --colour",
    ])
    func `64: the command line can't be understood`(line: String) async throws {
        let session = try await TerminalSession.withEvent()

        let outcome = await session.run(line)

        // A noun alone shows its verbs, as help does.
        #expect(outcome.code == (line == "event" ? 0 : 64))
        #expect((line == "event" ? outcome.output : outcome.error).contains("convene"))
        #expect((line == "event" ? outcome.error : outcome.output) == "")
    }

    @Test func `1: a fault of ours is one sentence, with its details in the log`() async throws {
        let session = try await TerminalSession.withEvent()
        try destroy("session", in: session.folder.appending(path: "convene.db").path)

        let outcome = await session.run("session list kyiv")

        #expect(outcome.code == 1)
        expectSentence(outcome)
        #expect(outcome.error.contains("convene.db.log"))
        let log = try String(
            contentsOf: session.folder.appending(path: "convene.db.log"), encoding: .utf8)
        #expect(log.contains("no such table"))
    }

    /// Takes a table away behind the register's back.
    private func destroy(_ table: String, in file: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "sqlite3", file,
            "PRAGMA foreign_keys=OFF; ALTER TABLE \(table) RENAME TO gone_\(table);",
        ]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }

    /// One sentence for people: no stack, no type, no SQL, nothing on standard output.
    private func expectSentence(
        _ outcome: Outcome, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let lines = outcome.error.split(separator: "\n")
        #expect(outcome.output == "", sourceLocation: sourceLocation)
        #expect(lines.first?.hasPrefix("convene: ") == true, sourceLocation: sourceLocation)
        #expect(
            lines.first?.last.map { ".:)".contains($0) } == true, "\(outcome.error)",
            sourceLocation: sourceLocation)
        for sign in [
            "SELECT", "INSERT", "SQLite error", "Problem(", "Error Domain", ".swift", "0x",
        ] {
            #expect(!outcome.error.contains(sign), sourceLocation: sourceLocation)
        }
    }
}
