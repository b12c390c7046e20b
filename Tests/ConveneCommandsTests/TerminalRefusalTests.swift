import Convene
import Foundation
import Testing

@testable import ConveneCommands

/// Refusals that only a terminal or a settings file leads to, as `Errors.md` has them.
@Suite struct TerminalRefusalTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let code: Problem.Code
        let line: String
        var setting: [String: String] = [:]

        var testDescription: String { code.rawValue }
    }

    @Test(arguments: [
        Case(code: .listNobodyToAsk, line: "person import list.csv --on-probable ask"),
        Case(code: .dayInvalid, line: "session add kyiv --day 3.10."),
        Case(code: .invitationNobody, line: "invite kyiv --to P3 P4 P5"),
        Case(
            code: .mailRehearsal, line: "invite kyiv --to P1 --yes",
            setting: ["CONVENE_MAIL_URL": "smtp://mail.example.org:25"]),
        Case(code: .mailboxNotSet, line: "mail fetch"),
        Case(code: .doctorFound, line: "doctor", setting: ["CONVENE_MAIL_URL": ""]),
    ])
    func `each is said as Errors.md has it`(refusal: Case) async throws {
        let session = try await Self.session()

        let outcome = await session.run(refusal.line, setting: refusal.setting)

        #expect(outcome.code == refusal.code.kind.exitCode)
        #expect(outcome.error.hasPrefix("convene: \(try Self.example(of: refusal.code))\n"))
    }

    @Test func `mail.server: with nobody there, all mails wait`() async throws {
        let session = try await Self.session()

        let outcome = await session.run(
            "invite kyiv --to P1 P2 --yes", setting: ["CONVENE_MAIL_URL": "smtp://127.0.0.1:1"])

        #expect(outcome.code == 2)
        #expect(outcome.error.contains("Nothing is lost: 2 mails wait"))
    }

    @Test func `register.clock: only a rehearsal may hold the clock`() async throws {
        let session = try TerminalSession()
        _ = await session.run("init", setting: ["CONVENE_NOW": ""])

        let outcome = await session.run("event list")

        #expect(outcome.code == 2)
        #expect(outcome.error == "convene: \(try Self.example(of: .registerClock))\n")
    }

    /// An event with two people who have an address and three who have none.
    private static func session() async throws -> TerminalSession {
        let session = try await TerminalSession.withEvent()
        for number in 1...5 {
            let address = number < 3 ? "--email guest\(number)@example.org" : ""
            _ = await session.run("nominate kyiv --given Guest --family N\(number) \(address)")
        }
        return session
    }

    private static func example(of code: Problem.Code) throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/Convene/Documentation.docc/Errors.md")
        let row = try String(contentsOf: root, encoding: .utf8).split(separator: "\n")
            .first { $0.hasPrefix("| `\(code.rawValue)` |") }
        let cells = try #require(row).split(separator: "|")
        return cells[1].trimmingCharacters(in: .whitespaces)
    }
}
