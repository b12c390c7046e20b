import Convene
import ConveneLetters
import Foundation
import Testing

/// The link to a page of the person's own, in templates of mails that lead to one and of others.
@Suite struct TemplateLinkTests {
    private func occasion(_ purpose: Message.Purpose) throws -> Occasion {
        var occasion = try Sample.occasion(purpose)
        guard purpose == .thanks else { return occasion }
        occasion.certificate = Certificate(
            registration: Registration.ID(1), number: "K7Q2-M9XA-3RTP-W8NC", madeAt: Sample.now)
        return occasion
    }

    /// Composes and seals as the outbox does, which has a secret only for some mails.
    private func mail(_ purpose: Message.Purpose, from folder: Folder) throws -> StrictMail {
        let stationery = try Sample.stationery(folder: folder.path)
        let letter = try stationery.compose(try occasion(purpose))
        let link = purpose.isAnswered || purpose == .thanks ? Sample.link : nil
        return try StrictMail(
            stationery.seal(
                letter, as: try Sample.message(for: letter), link: link, automatic: false,
                at: Sample.now))
    }

    @Test(
        arguments: Message.Purpose.allCases,
        ["Answer: {{link}}", "[Answer]", "{{#link}}[Answer]\n{{/link}}"])
    func `a template with a link is refused, or its mail leaves as the outbox sends it (MSG-13)`(
        purpose: Message.Purpose, text: String
    ) throws {
        let folder = try Folder([
            "en/\(purpose.rawValue).mustache": "Subject: x\n\n\(text)\n"
        ])
        defer { folder.remove() }

        guard purpose != .cancellation, purpose != .letter else {
            let problem = #expect(throws: Problem.self) {
                try Sample.stationery(folder: folder.path)
            }
            #expect(problem?.code == .templateFaulty)
            #expect(problem?.message.contains(".mustache, line 3: ") == true)
            return
        }
        #expect(try mail(purpose, from: folder).body.contains(Sample.link))
    }

    @Test(arguments: Message.Purpose.allCases)
    func `a part with a link may stand in every mail (MSG-13)`(purpose: Message.Purpose) throws {
        let folder = try Folder([
            "en/closing.mustache": "{{#link}}Or answer here: {{link}}{{/link}}\n\n[Press here]\n"
        ])
        defer { folder.remove() }

        let mail = try mail(purpose, from: folder)

        let leads = purpose != .cancellation && purpose != .letter
        #expect(mail.body.contains("Press here") == leads)
        #expect(!mail.body.contains(Letter.linkMark))
    }

    @Test(arguments: ["Press:\n[Here]", "Press:\n{{link}}"])
    func `an officer's letter leads to no page, and says so (MSG-13)`(body: String) throws {
        var occasion = try Sample.occasion(.letter)
        occasion.text = try LetterText(subject: "Visas", body: body, source: "visas.txt")

        let problem = #expect(throws: Problem.self) {
            try Sample.stationery().compose(occasion)
        }

        #expect(problem?.code == .templateFaulty)
        #expect(problem?.message.hasPrefix("visas.txt, line 2: ") == true)
    }

    /// The mark of the link's place, hidden in what somebody wrote: what is left of it when it is
    /// taken out, letters that join it, and marks within marks.
    @Test(arguments: [
        Letter.linkMark, "https://link.invalid/conhttps://link.invalid/convenevene",
        "https://link.invalid/convene\u{301}", "\u{600}https://link.invalid/convene",
        "https:\u{F0004}//link.invalid/convene", "https://link.invalid/\u{F0000}convene",
        "hthttps://link.invalid/convenetps://link.invalid/convene",
    ])
    func `no name, title or note can pass for the link's place (MSG-13)`(text: String) throws {
        var occasion = try Sample.occasion()
        let places = { (letter: Letter) in
            [letter.plain, letter.html, letter.calendar?.text ?? ""].map {
                Data($0.utf8).ranges(of: Data(Letter.linkMark.utf8)).count
            }
        }
        let honest = try Sample.stationery().compose(occasion)
        occasion.event.title = "A \(text) title"
        occasion.person.name = PersonName(stored: text, family: "Seitova", patronymic: "")
        occasion.event.venue = text
        occasion.note = text

        let letter = try Sample.stationery().compose(occasion)

        #expect(places(letter) == places(honest))
    }
}
