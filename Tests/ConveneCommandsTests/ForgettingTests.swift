import ConveneTestSupport
import Foundation
import Testing

@testable import ConveneCommands
@testable import ConveneReports

@Suite struct ForgettingTests {
    /// A month after the event in Kyiv, at which one was invited.
    private static let november = [
        "CONVENE_NOW": "2011-11-10T09:00:00Z", "CONVENE_RETENTION_MAIL_DAYS": "30",
    ]

    private func session() async throws -> TerminalSession {
        let session = try await TerminalSession.withEvent()
        for line in [
            "nominate kyiv --given Xenia --family Quillfeather --email xenia@example.org",
            "invite kyiv --to all --yes",
            "outcome add kyiv 'Draft a curriculum' --responsible 'X. Quillfeather'",
        ] {
            #expect(await session.run(line).code == 0)
        }
        return session
    }

    @Test func `mail is forgotten so many days after the event, and shown before`() async throws {
        let session = try await session()

        let early = await session.run(
            "mail forget", setting: ["CONVENE_RETENTION_MAIL_DAYS": "30"])
        let preview = await session.run("mail forget --dry-run", setting: Self.november)
        let json = await session.run(
            "mail forget --dry-run --format json", setting: Self.november)
        let refused = await session.run("mail forget", setting: Self.november, answers: ["n"])
        let done = await session.run("mail forget", setting: Self.november, answers: ["y"])
        let again = await session.run("mail forget --yes", setting: Self.november)

        #expect(early.output == "No mail to forget of events that ended before 2011-08-02.\n")
        #expect(preview.output.contains("kyiv"))
        #expect(preview.output.contains("2011-10-07"))
        #expect(json.output.contains("\"mails\": 1"))
        #expect(refused.error.hasPrefix("Forget what 1 mail of 1 event said?"))
        #expect(refused.output == "Nothing was changed.\n")
        #expect(done.output == "1 mail of 1 event is forgotten.\n")
        #expect(again.output == "No mail to forget of events that ended before 2011-10-11.\n")
        let shown = await session.run("mail show M1 --format json")
        #expect(shown.output.contains("\"state\": \"sent\""))
        #expect(shown.output.contains("\"text\": null"))
    }

    @Test func `without a rule nothing is forgotten`() async throws {
        let session = try await session()

        let outcome = await session.run("mail forget --yes")
        let negative = await session.run(
            "mail forget", setting: ["CONVENE_RETENTION_MAIL_DAYS": "-1"])

        #expect([outcome.code, negative.code] == [2, 2])
        #expect(outcome.error.contains("retention.mail-days"))
    }

    @Test func `erasing says who else wrote of them, and what it can't reach`() async throws {
        let session = try await session()
        _ = await session.run(
            "event edit kyiv --title 'In honour of Xenia Quillfeather' --no-mail")

        let preview = await session.run("person erase P1 --dry-run")
        let done = await session.run("person erase P1 --yes")

        // The audit names them where the outcome was added and the title changed.
        for outcome in [preview, done] {
            #expect(outcome.output.contains("Named no more in 1 outcome, 2 entries of the audit."))
            #expect(outcome.error.contains("Still named in the title of kyiv"))
            #expect(outcome.error.contains("Not reached: backups made before, mails in mail"))
        }
        #expect(await session.run("outcome list").output.contains("(forgotten)"))
    }
}
