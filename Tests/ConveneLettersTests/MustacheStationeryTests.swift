import Convene
import ConveneLetters
import Foundation
import Testing

@Suite struct MustacheStationeryTests {
    @Test(arguments: Language.complete)
    func `an invitation reads as it was recorded`(language: Language) throws {
        let occasion = try Sample.occasion(in: [language])

        let letter = try Sample.stationery().compose(occasion)

        #expect(letter.language == language)
        try expectGolden(
            "Subject: " + letter.subject + "\n\n" + letter.plain, "invitation-\(language.code).txt")
    }

    @Test(arguments: Language.complete)
    func `the plain text and the HTML say the same (MSG-11)`(language: Language) throws {
        for purpose in Message.Purpose.allCases {
            let letter = try Sample.stationery().compose(Sample.occasion(purpose, in: [language]))

            let lines = letter.plain.split(separator: "\n").map {
                $0.trimmingCharacters(in: .whitespaces)
            }

            for line in lines where !line.contains(": ") && !line.hasSuffix(":") {
                #expect(letter.html.contains(line.escapedForHTML), "\(purpose): \(line)")
            }
            #expect(letter.plain.contains(Letter.linkMark) == letter.html.contains(Letter.linkMark))
        }
    }

    @Test(arguments: Language.complete)
    func `nothing is left of the template's own signs`(language: Language) throws {
        for purpose in Message.Purpose.allCases {
            var occasion = try Sample.occasion(purpose, in: [language])
            let full = try Sample.stationery().compose(occasion)
            occasion.invitation = nil
            occasion.note = ""
            occasion.event.dates = nil
            occasion.event.term = nil

            let bare = try Sample.stationery().compose(occasion)

            for text in [full, bare].flatMap({ [$0.subject, $0.plain, $0.html] }) {
                #expect(!text.contains("{{") && !text.contains("}}"), "\(purpose)")
                #expect(!text.unicodeScalars.contains { $0.value >= 0xF0000 }, "\(purpose)")
                #expect(!text.contains("\n\n\n") && !text.contains("| "), "\(purpose)")
            }
            #expect(!bare.plain.contains(Letter.linkMark) && bare.calendar == nil)
        }
    }

    @Test func `what strangers wrote is text in the HTML and itself in the text (MSG-13)`() throws {
        var occasion = try Sample.occasion()
        let hostile = "<b>&\"' {{note}} {{{link}}} | x | [y] https://link.invalid/convene"
        occasion.event.title = hostile
        occasion.note = "<script>alert(1)</script>\n| Dates | never\n[Press me]"

        let letter = try Sample.stationery().compose(occasion)

        let shown = "<b>&\"' {{note}} {{{link}}} | x | [y] https//link.invalid/convene"
        #expect(letter.subject == "Invitation: \(shown), 3–7 October 2011")
        #expect(letter.plain.contains("“\(shown)”"))
        #expect(letter.html.contains("&lt;b&gt;&amp;&quot;&#39; {{note}} {{{link}}} | x | [y]"))
        #expect(!letter.html.contains("<b>") && !letter.html.contains("<script"))
        #expect(letter.plain.contains("| Dates | never\n[Press me]"))
        #expect(letter.html.components(separatedBy: "class=\"button\"").count == 2)
    }

    @Test(arguments: [
        ("ru", Gender.female, "Уважаемая Айгуль Маратовна!"),
        ("ru", .male, "Уважаемый Айгуль Маратовна!"),
        ("ru", .other, "Здравствуйте, Айгуль Маратовна!"),
        ("ru", .undisclosed, "Здравствуйте, Айгуль Маратовна!"),
        ("fr", .female, "Madame,"), ("fr", .male, "Monsieur,"),
        ("fr", .undisclosed, "Bonjour Aigul Seitova,"),
        ("en", .female, "Dear Aigul Seitova,"), ("en", .other, "Dear Aigul Seitova,"),
    ])
    func `a letter begins as the language and the person's answer ask for`(
        code: String, gender: Gender, beginning: String
    ) throws {
        var occasion = try Sample.occasion(in: [#require(Language(code))])
        occasion.person = try Sample.person(gender)

        let letter = try Sample.stationery().compose(occasion)

        #expect(letter.plain.hasPrefix(beginning + "\n"))
    }

    @Test func `the first language with a template is written, else English`() throws {
        let kazakh = try #require(Language("kk"))
        let stationery = try Sample.stationery()

        let first = try stationery.compose(Sample.occasion(in: [kazakh, .french, .russian]))
        let none = try stationery.compose(Sample.occasion(in: [kazakh]))

        #expect(first.language == .french)
        #expect(none.language == .english)
    }

    @Test func `a note longer than a mail program shows is refused (MSG-12)`() throws {
        var occasion = try Sample.occasion()
        occasion.note = String(repeating: "and so on ", count: 11_000)

        let problem = #expect(throws: Problem.self) {
            try Sample.stationery().compose(occasion)
        }

        #expect(problem?.code == .templateFaulty)
        let sentence = try #require(problem?.message)
        #expect(sentence.hasPrefix("en/invitation.mustache comes to 11"))
        #expect(sentence.contains(" KB as HTML") && sentence.contains("longer than 100 KB"))
    }

    @Test func `an officer's letter that is too long is named by its file (MSG-12)`() throws {
        var occasion = try Sample.occasion(.letter)
        occasion.text = try LetterText(
            subject: "Visas", body: String(repeating: "<and so on>\n\n", count: 4_000),
            source: "visas.txt")

        let problem = #expect(throws: Problem.self) {
            try Sample.stationery().compose(occasion)
        }

        #expect(problem?.code == .templateFaulty)
        #expect(problem?.message.hasPrefix("visas.txt comes to ") == true)
        #expect(problem?.message.contains("longer than 100 KB") == true)
    }

    @Test func `who is cancelled alone is not told that the event is off`() throws {
        var occasion = try Sample.occasion(.cancellation)
        let one = try Sample.stationery().compose(occasion)
        occasion.event.status = .cancelled

        let all = try Sample.stationery().compose(occasion)

        #expect(one.plain.contains("your registration cancelled"))
        #expect(all.plain.contains("will not take place"))
        #expect(!all.plain.contains("your registration cancelled"))
    }
}

extension String {
    fileprivate var escapedForHTML: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
    }
}
