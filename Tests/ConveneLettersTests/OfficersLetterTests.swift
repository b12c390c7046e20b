import Convene
import ConveneLetters
import Foundation
import Testing

/// Letters whose text an officer wrote, the event's own text, thanks and deadlines.
@Suite struct OfficersLetterTests {
    private func letter(_ body: String, subject: String = "Visas", in language: Language = .english)
        throws -> Letter
    {
        var occasion = try Sample.occasion(.letter, in: [language])
        occasion.note = ""
        occasion.text = try LetterText(subject: subject, body: body, source: "visas.txt")
        return try Sample.stationery().compose(occasion)
    }

    @Test func `the text stands between salutation and closing, in plain and in HTML (MSG-11)`()
        throws
    {
        let letter = try letter("Bring your passport & <two> photos.\n\nIt is cold.")

        let paragraphs = letter.plain.components(separatedBy: "\n\n")
        #expect(
            paragraphs[0...2] == [
                "Dear Aigul Seitova,", "Bring your passport & <two> photos.", "It is cold.",
            ])
        #expect(letter.plain.contains("Kind regards,"))
        #expect(letter.html.contains("<p>Bring your passport &amp; &lt;two&gt; photos.</p>"))
        #expect(letter.subject == "Visas")
        #expect(letter.calendar == nil)
    }

    @Test func `fields are filled in, in the language of the reader`() throws {
        let letter = try letter(
            "{{name}}, {{dates}}\n\n{{> facts}}", subject: "{{title}}: {{role}}", in: .russian)

        #expect(letter.plain.plainSpaces.contains("Айгуль Сеитова, 3–7 октября 2011 г."))
        #expect(letter.plain.contains("Программа: "))
        #expect(letter.subject.hasSuffix(": участник"))
        #expect(letter.plain.hasPrefix("Уважаемая Айгуль Маратовна!"))
    }

    @Test func `a salutation of one's own is the only one`() throws {
        let letter = try letter("{{salutation}}\n\nWelcome.")

        #expect(letter.plain.ranges(of: "Dear").count == 1)
    }

    @Test(arguments: [
        ("One\n{{nobody}}", "Visas", "visas.txt, line 2: "),
        ("{{#note}}", "Visas", "visas.txt, line 1: "),
        ("a\n\n{{name", "Visas", "visas.txt, line 3: "),
        ("{{> menu}}", "Visas", "visas.txt, line 1: "),
        ("Text", "{{nobody}}", "--subject, line 1: "),
    ])
    func `an unknown field is refused with its line (MSG-13)`(
        body: String, subject: String, place: String
    ) throws {
        let problem = #expect(throws: Problem.self) { try letter(body, subject: subject) }

        #expect(problem?.code == .templateFaulty)
        #expect(problem?.message.hasPrefix(place) == true, "\(problem?.message ?? "")")
    }

    @Test func `what is written can't pass for a header or a mark (MSG-5)`() throws {
        let letter = try letter("x", subject: "Visas\r\nBcc: evil@example.com")

        #expect(letter.subject == "Visas Bcc: evil@example.com")
    }

    @Test(arguments: Language.complete)
    func `the event's own text and the day to answer by stand in the invitation`(
        language: Language
    ) throws {
        var occasion = try Sample.occasion(.invitation, in: [language])
        occasion.event.mailText = "Travel is paid.\n\nHotels: <b>three</b>"
        occasion.event.answerBy = Day("2011-09-20")
        let stationery = try Sample.stationery()

        let letter = try stationery.compose(occasion)
        occasion.now = occasion.now.addingTimeInterval(30 * 86_400)
        let late = try stationery.compose(occasion)

        #expect(letter.plain.contains("Travel is paid.\n\nHotels: <b>three</b>"))
        #expect(letter.html.contains("Hotels: &lt;b&gt;three&lt;/b&gt;"))
        let sentence =
            [
                "en": "by 20 September 2011", "ru": "до 20 сентября 2011 г.",
                "fr": "le 20 septembre 2011",
            ][language.code] ?? ""
        #expect(letter.plain.plainSpaces.contains(sentence))
        #expect(!late.plain.plainSpaces.contains(sentence))
    }

    @Test(arguments: Language.complete)
    func `thanks lead to the certificate of those who have one`(language: Language) throws {
        var occasion = try Sample.occasion(.thanks, in: [language])
        occasion.invitation = nil
        let stationery = try Sample.stationery()

        let without = try stationery.compose(occasion)
        occasion.certificate = Certificate(
            registration: Registration.ID(1), number: "K7Q2-M9XA-3RTP-W8NC", madeAt: Sample.now)
        let with = try stationery.compose(occasion)

        #expect(!without.plain.contains(Letter.linkMark))
        #expect(with.plain.contains(Letter.linkMark))
        #expect(with.html.contains("class=\"button\" href=\"\(Letter.linkMark)\""))
        #expect(with.calendar == nil)
    }

    @Test func `who is confirmed is not asked again, and by REQUEST all the same (ICS-4, ICS-12)`()
        throws
    {
        let stationery = try Sample.stationery()

        let confirmation = try stationery.compose(try Sample.occasion(.confirmation)).calendar
        let offer = try stationery.compose(try Sample.occasion(.seatOffered)).calendar
        let waiting = try stationery.compose(try Sample.occasion(.waitingList)).calendar

        #expect(confirmation?.method == .request)
        #expect(confirmation?.text.contains("PARTSTAT=ACCEPTED;RSVP=FALSE") == true)
        #expect(offer?.method == .request)
        #expect(offer?.text.contains("PARTSTAT=NEEDS-ACTION;RSVP=TRUE") == true)
        #expect(waiting == nil)
    }

    @Test func `one guest less takes the entry out and does not end the event (ICS-11)`() throws {
        let one = try Sample.stationery().compose(try Sample.occasion(.cancellation)).calendar
        var off = try Sample.occasion(.cancellation)
        off.event.status = .cancelled
        let all = try Sample.stationery().compose(off).calendar

        #expect(one?.text.contains("METHOD:CANCEL\r\n") == true)
        #expect(one?.text.contains("STATUS:") == false)
        #expect(all?.text.contains("STATUS:CANCELLED\r\n") == true)
    }
}

extension String {
    /// With blanks in place of those that don't break.
    fileprivate var plainSpaces: String { replacing("\u{A0}", with: " ") }
}
