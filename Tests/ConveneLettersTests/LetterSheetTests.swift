import Convene
import Foundation
import Testing

@testable import ConveneLetters

/// A letter that is written once and filled in for many is to the octet what the templates make of
/// each person.
@Suite struct LetterSheetTests {
    @Test(arguments: Language.complete)
    func `a sheet that is filled in is what the templates make of the person`(language: Language)
        throws
    {
        let stationery = try Sample.stationery()
        let cabinet = try TemplateCabinet(own: .init())

        for purpose in Message.Purpose.allCases {
            let shelf = try cabinet.shelf(for: purpose, in: [language])
            for (name, gender) in Self.people {
                var occasion = try Sample.occasion(purpose, in: [language])
                occasion.person.name = name
                occasion.person.otherName = nil
                occasion.person.gender = gender

                try expect(stationery, toWriteAs: shelf, occasion)
            }
        }
    }

    @Test(arguments: [
        "Subject: x\n\n| To | {{name}}\n\n{{#name}}For {{name}}{{/name}}{{^name}}For all{{/name}}\n",
        "Subject: x\n\n{{name}}{{salutation}} https://link.invalid/{{name}}\n[Ask {{name}}]\n",
        "Subject: x\n\n{{#salutation}}\n  {{> closing}}\n{{/salutation}}\n\n{{title}}{{name}}\n",
        "Subject: {{name}} <{{salutation}}>\n\n{{name}}\n", "Subject:{{name}}\n\n{{name}}\n",
        "Subject: \u{F0011}x\n\n\u{F0010}{{name}} {{note}}\n",
    ])
    func `so is a sheet of the office's own`(template: String) throws {
        let folder = try Folder(["en/reminder.mustache": template])
        defer { folder.remove() }
        let stationery = try Sample.stationery(folder: folder.path)
        let shelf = try TemplateCabinet(own: TemplateFolder(path: folder.path))
            .shelf(for: .reminder, in: [.english])

        for (name, gender) in Self.people {
            var occasion = try Sample.occasion(.reminder)
            occasion.person.name = name
            occasion.person.otherName = nil
            occasion.person.gender = gender
            occasion.note = "Marks \u{F0010}, \u{F0011} and \u{F0016} are nobody."
            occasion.event.title = "A \u{F0011} title"

            try expect(stationery, toWriteAs: shelf, occasion)
        }
    }

    @Test func `what is said of the matter is said to those whom it concerns`() throws {
        let stationery = try Sample.stationery()
        var occasion = try Sample.occasion()
        let first = try stationery.compose(occasion)

        occasion.role = .trainer
        let trainer = try stationery.compose(occasion)
        occasion.note = "Bring your slides."
        let noted = try stationery.compose(occasion)
        occasion.event.title = "Another"
        let moved = try stationery.compose(occasion)

        #expect(first.plain.contains("Your role: participant"))
        #expect(trainer.plain.contains("Your role: trainer"))
        #expect(!trainer.plain.contains("slides") && noted.plain.contains("Bring your slides."))
        #expect(!noted.plain.contains("Another") && moved.plain.contains("“Another”"))
    }

    @Test func `two letters of one matter share their sheet, and no word about anybody is in it`()
        throws
    {
        let stationery = try Sample.stationery()
        var occasion = try Sample.occasion()
        let first = try stationery.compose(occasion)
        occasion.person.name = PersonName(stored: "Bob", family: "O'Neil", patronymic: "")
        occasion.person.otherName = nil
        occasion.address = try EmailAddress("bob@example.net")
        occasion.answers = try EmailAddress("answers+tag@example.org")
        occasion.invitation?.calendarUID = "another"
        occasion.now += 60

        let second = try stationery.compose(occasion)

        #expect(first.sheet == second.sheet)
        #expect(first.fields != second.fields)
        for text in [
            first.sheet.plain, first.sheet.html, try #require(first.sheet.calendar).text,
        ] {
            #expect(!text.marked.contains("Seitova") && !text.marked.contains("aigul@"))
        }
        #expect(second.calendar?.text.contains(";CN=Bob O'Neil:mailto:bob@example.net") == true)
        #expect(second.html.contains("Bob O&#39;Neil") && second.plain.contains("Bob O'Neil"))
    }

    /// Names of hostile and of ordinary strangers, one after the other from the same drawer.
    private static let people: [(PersonName, Gender)] = [
        ("Aigul", "Seitova", Gender.female), ("\"Bob\" & <b>", "O'Neil", .male),
        ("{{name}}", "{{{link}}} {{#note}}", .other), ("\u{F0010}\u{F0011}", "\u{F0000}x", .male),
        ("| Dates | never", "[Press me]", .undisclosed), ("\u{301}a", "b\u{301}\u{200D}", .female),
        ("https://link.invalid/convene", ":", .male), ("invalid/convene", "", .other),
        ("", "", .female), ("\u{A0}", "\u{3000}", .other), ("\u{F0011}", "", .undisclosed),
        ("a\r\nBcc: x", "\tb ", .male), ("Айгуль", "Сеитова", .female),
    ].map { (PersonName(stored: $0, family: $1, patronymic: ""), $2) }
}

/// Expects a letter to be what the templates say when they are rendered for this person alone.
private func expect(
    _ stationery: MustacheStationery, toWriteAs shelf: TemplateShelf, _ occasion: Occasion
) throws {
    let addressee = Addressee(occasion.person, in: shelf.wording)
    let letterhead = try Sample.letterhead()
    let copy = occasion.invitation.map {
        CalendarCopy(occasion, $0, name: addressee.name, under: letterhead)
    }
    let alone = try LetterSheet(
        LetterMatter(occasion, in: shelf.wording.language), to: addressee, copy,
        under: letterhead, from: shelf)
    let letter = try stationery.compose(occasion)

    #expect(alone.texts.fields.isEmpty)
    #expect(Array(letter.subject.utf8) == Array(alone.subject.utf8))
    #expect(Array(letter.plain.utf8) == Array(alone.texts.plain.marked.utf8))
    #expect(Array(letter.html.utf8) == Array(alone.texts.html.marked.utf8))
    #expect(letter.calendar?.method == alone.texts.calendar?.method)
    #expect(
        letter.calendar.map { Array($0.text.utf8) }
            == alone.texts.calendar.map { Array($0.text.marked.utf8) })
}
