import Foundation
import Testing

@testable import Convene
@testable import ConveneCommands

/// Letters from the terminal: written, thanked, previewed, with files and by rule.
@Suite struct LetterCommandTests {
    /// Ada is confirmed, Grace nominated, Jean has no address.
    private func session() async throws -> TerminalSession {
        let session = try await TerminalSession.withEvent()
        _ = await session.run(
            "register kyiv --given Ada --family Example --email ada@example.org")
        _ = await session.run(
            "nominate kyiv --given Grace --family Sample --email grace@example.org")
        _ = await session.run("nominate kyiv --given Jean --family Esempio")
        return session
    }

    private func file(_ name: String, _ text: String, in session: TerminalSession) throws -> String
    {
        let url = session.folder.appending(path: name)
        try Data(text.utf8).write(to: url)
        return url.path
    }

    @Test
    func `a dry run shows the count, samples and who gets nothing, and queues nothing (BOX-11)`()
        async throws
    {
        let session = try await session()
        let text = try file("visas.txt", "{{name}}, bring your passport.", in: session)

        let outcome = await session.run(
            "mail write kyiv --to all --subject Visas --text \(text) --dry-run")

        #expect(outcome.code == 0)
        #expect(outcome.output.contains("2 people of 3 would get it."))
        #expect(outcome.output.contains("1 gets nothing: no e-mail address."))
        #expect(outcome.output.contains("Ada Example, bring your passport."))
        #expect(outcome.output.contains("Grace Sample, bring your passport."))
        #expect(await session.run("mail queue --format tsv").output.contains("letter") == false)
    }

    @Test func `a letter leaves with its file, once`() async throws {
        let session = try await session()
        let text = try file("visas.txt", "Bring your passport.", in: session)
        let map = try file("Карта.pdf", "%PDF-1.4", in: session)
        let line =
            "mail write kyiv --to confirmed --subject Visas --text \(text) --attach \(map) --yes"

        let first = await session.run(line)
        let second = await session.run(line)

        #expect(first.output == "1 mail to kyiv queued.\n1 mail sent.\n")
        #expect(second.output.hasPrefix("0 mails to kyiv queued."))
        let mail = try String(
            contentsOfFile: session.folder.path + "/mail/M1-letter.eml", encoding: .utf8)
        #expect(mail.contains("filename*=UTF-8''%D0%9A%D0%B0%D1%80%D1%82%D0%B0.pdf"))
        #expect(mail.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"))
    }

    @Test func `inviting again when all are invited says so, and is no fault`() async throws {
        let session = try await session()
        _ = await session.run("person edit P3 --email jean@example.org")
        _ = await session.run("invite kyiv --to all --yes")

        for line in ["invite kyiv --yes", "invite kyiv --to all --yes", "invite kyiv --dry-run"] {
            let again = await session.run(line)

            #expect(again.code == 0)
            #expect(
                again.output.contains("Nobody is left to invite: 3 people were invited already.")
                    || again.output.contains("3 get nothing: invited already."), "\(line)")
            #expect(!again.output.contains("Nobody is on the list"))
        }
    }

    @Test func `who is passed over is counted, and the list of invitations says so`()
        async throws
    {
        let session = try await session()
        _ = await session.run("invite kyiv --to P1 P2 --queue --yes")
        _ = await session.run("mail suppress ada@example.org")

        let sent = await session.run("mail send")
        let list = await session.run("invitation list kyiv")

        #expect(sent.output.contains("1 mail sent.\n1 mail was not sent, because nothing"))
        #expect(list.output.contains("Not delivered"))
        #expect(
            list.output.contains(
                "1 could not be delivered: “convene mail queue kyiv --state failed"))
        let json = await session.run("invitation list kyiv --format json").output
        #expect(json.contains("\"delivery\": \"not-delivered\""))
    }

    @Test func `where nothing was held and nothing failed, no mail is said to wait`() async throws {
        let session = try await session()

        for line in ["mail release --event kyiv", "mail retry --failed"] {
            let outcome = await session.run(line)
            #expect(outcome.code == 0)
            #expect(!outcome.output.contains("0 mails"))
        }
    }

    @Test func `a letter of one's own takes no note beside it`() async throws {
        let session = try await session()

        let outcome = await session.run(
            "mail write kyiv --to all --subject Visas --text - --note Hello --dry-run")

        #expect(outcome.code != 0)
        #expect(outcome.error.contains("--note"))
    }

    @Test(arguments: [
        ("535 5.7.8 bad credentials", "535 5.7.8 bad credentials. The outbox is held"),
        ("421 Try later.", "421 Try later. The outbox is held"),
    ])
    func `a server's words end before ours begin`(reply: String, said: String) {
        let report = DeliveryReport(sent: 0, notSent: [], waiting: 1)

        let problem = Problem.serverStopped(Delivery(outcome: .refusedUs, reply: reply), report)

        #expect(problem.message.contains(said))
    }

    @Test func `an unknown field is refused with its line`() async throws {
        let session = try await session()
        let text = try file("visas.txt", "Bring it.\n\n{{firstname}}", in: session)

        let outcome = await session.run(
            "mail write kyiv --to all --subject Visas --text \(text) --dry-run")

        #expect(outcome.code == 2)
        #expect(outcome.error.contains("visas.txt, line 3: there is no field “firstname”"))
    }

    @Test func `what is to be signed does not leave unsigned (DKM-5)`() async throws {
        let session = try await session()

        let outcome = await session.run(
            "invite kyiv --yes",
            setting: [
                "CONVENE_MAIL_DKIM_SELECTOR": "convene", "CONVENE_MAIL_DKIM_KEY": "no-such.pem",
            ])

        #expect(outcome.code == 2)
        #expect(outcome.error.contains("Mail can't be signed: the key of mail.dkim.key"))
        #expect(await session.run("mail queue --format tsv").output.contains("invitation") == false)
    }

    @Test func `thanks bring a certificate that can be verified`() async throws {
        let session = try await session()
        _ = await session.run("attend kyiv --session all --all")
        _ = await session.run("event hold kyiv")

        let thanked = await session.run("mail thank kyiv --yes")
        let list = await session.run("certificate list kyiv --format tsv").output
        let number = try #require(list.split(separator: "\n").last?.split(separator: "\t").first)
        let verified = await session.run("certificate verify \(number.lowercased())")

        #expect(thanked.output == "1 mail to kyiv queued.\n1 mail sent.\n")
        #expect(verified.output.hasPrefix("Ada Example completed kyiv"))
        #expect(await session.run("certificate verify 0000").code == 3)
    }

    @Test func `a preview of every purpose is written as .eml and .html`() async throws {
        let session = try await session()
        let out = session.folder.appending(path: "preview").path

        let outcome = await session.run("mail preview kyiv P1 --out \(out)")

        let files = try FileManager.default.contentsOfDirectory(atPath: out)
        #expect(outcome.code == 0)
        #expect(files.count == 18)
        #expect(files.contains("waiting-list.eml") && files.contains("thanks.html"))
        #expect(outcome.output.contains("Subject: Thank you for taking part"))
        #expect(await session.run("mail queue --format tsv").output.contains("thanks") == false)
    }

    @Test func `letters come in the name of the event's contact (MSG-17)`() async throws {
        let session = try await session()

        let named = await session.run(
            "event edit kyiv --contact 'Olena Example <olena@example.net>'")
        let letter = await session.run("mail preview kyiv P1")
        let shown = await session.run("event show kyiv")
        let refused = await session.run("event edit kyiv --contact olena@example.net")

        #expect(named.code == 0)
        #expect(letter.code == 0 && letter.output.contains("olena@example.net"))
        #expect(shown.output.contains("Olena Example <olena@example.net>"))
        #expect(refused.code == 2 && refused.error.contains("Olena Example <olena@"))
        _ = await session.run("event edit kyiv --contact none")
        #expect(await session.run("event show kyiv").output.contains("olena@") == false)
    }

    @Test func `reminders are kept with the event, and go when it is time`() async throws {
        let session = try await session()
        _ = await session.run("invite kyiv --remind 7d,1d --yes")

        let shown = await session.run("event show kyiv")
        let early = await session.run("mail send")
        let due = await session.run(
            "mail send", setting: ["CONVENE_NOW": "2011-09-26T12:00:00Z"])

        #expect(shown.output.contains("start-7d (2011-09-26T06:00:00Z)"))
        #expect(early.output == "0 mails sent.\n")
        #expect(due.output == "1 mail sent.\n")
        #expect(await session.run("event edit kyiv --remind soon").code == 2)
    }

    @Test func `what an officer decides is told with --mail`() async throws {
        let session = try await session()

        let outcome = await session.run("registration confirm kyiv P2 --mail")

        #expect(outcome.error.contains("1 mail waits for “convene mail send”."))
        #expect(await session.run("mail queue --format tsv").output.contains("confirmation"))
    }
}
