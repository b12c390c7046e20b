import Foundation
import Testing

@testable import Convene
@testable import ConveneCommands

/// What the doctor says of mail: its way out, what it is written by, and its way back.
@Suite struct DoctorTests {
    private func file(_ name: String, _ text: String, in session: TerminalSession) throws -> String
    {
        let url = session.folder.appending(path: name)
        try Data(text.utf8).write(to: url)
        return url.path
    }

    @Test func `the doctor says which records the DNS must have, and checks those it is handed`()
        async throws
    {
        let session = try await TerminalSession.withEvent()
        let records = try file(
            "dns.txt",
            """
            example.org. IN TXT "v=spf1 include:relay.example.net -all"
            example.org. IN MX 10 mx.example.org.
            _dmarc.example.org. IN TXT "v=DMARC1; p=perhaps"
            """, in: session)

        let outcome = await session.run("doctor --dns \(records) --format tsv")

        let lines = outcome.output.split(separator: "\n").map(String.init)
        #expect(outcome.code == 2)
        #expect(lines.contains { $0.hasPrefix("DNS: SPF\tyes") || $0.hasPrefix("DNS: SPF\ttrue") })
        #expect(lines.contains { $0.hasPrefix("DNS: DMARC") && $0.contains("has no p=none") })
        #expect(lines.contains { $0.hasPrefix("DNS: MX") && $0.contains("is well") })
    }

    @Test func `the doctor sees links that lead nobody anywhere, and templates that can't be used`()
        async throws
    {
        let session = try await TerminalSession.withEvent()
        let folder = session.folder.appending(path: "own/en")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("Subject: x\n\n{{nonsense}}\n".utf8)
            .write(to: folder.appending(path: "invitation.mustache"))

        let outcome = await session.run(
            "doctor",
            setting: [
                "CONVENE_MAIL_URL": "smtp://relay.example.org:587",
                "CONVENE_HTTP_URL": "http://127.0.0.1:8080",
                "CONVENE_MAIL_TEMPLATES": session.folder.appending(path: "own").path,
            ])

        #expect(outcome.code == 5 || outcome.code == 2, "\(outcome.code)")
        #expect(outcome.output.contains("leads nobody else anywhere"))
        #expect(outcome.output.contains("invitation.mustache") && outcome.output.contains("3"))
    }

    @Test func `the doctor opens the mailbox, and says why it can't`() async throws {
        let session = try await TerminalSession.withEvent()
        let mails = try file(
            "mails.mbox", "From x Thu Sep  1 09:00:00 2011\nSubject: Hello\n\nHello\n", in: session)

        let well = await session.run("doctor", setting: ["CONVENE_MAILBOX_URL": mails])
        let gone = await session.run("doctor", setting: ["CONVENE_MAILBOX_URL": mails + "-gone"])

        #expect(well.output.contains("mailbox    yes   It opens"))
        #expect(gone.code == 2)
        #expect(gone.output.contains("mails.mbox-gone"))
    }
}
