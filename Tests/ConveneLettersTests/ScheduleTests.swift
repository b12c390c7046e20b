import Convene
import ConveneLetters
import Foundation
import Testing

/// Dates and times in words, as letters show them (MSG-14).
@Suite struct ScheduleTests {
    @Test(arguments: [
        ("en", "2011-10-03", "2011-10-03", "3 October 2011"),
        ("en", "2011-10-03", "2011-10-07", "3–7 October 2011"),
        ("en", "2011-09-30", "2011-10-04", "30 September – 4 October 2011"),
        ("en", "2011-12-30", "2012-01-02", "30 December 2011 – 2 January 2012"),
        ("ru", "2011-10-03", "2011-10-07", "3–7 октября 2011 г."),
        ("ru", "2011-09-30", "2011-10-04", "30 сентября – 4 октября 2011 г."),
        ("ru", "2011-12-30", "2012-01-02", "30 декабря 2011 г. – 2 января 2012 г."),
        ("fr", "2011-10-01", "2011-10-03", "1er–3 octobre 2011"),
        ("fr", "2011-07-30", "2011-08-01", "30 juillet – 1er août 2011"),
    ])
    func `days are written as short as they can be said`(
        code: String, first: String, last: String, words: String
    ) throws {
        var event = try Sample.event()
        event.dates = try Sample.days(first, last)

        let subject = try Sample.stationery().compose(
            Sample.occasion(in: [#require(Language(code))], event: event)
        ).subject

        #expect(subject.replacing("\u{A0}", with: " ").hasSuffix(", " + words))
    }

    @Test(
        arguments: [
            ("en", "2011-10", "Dates: October 2011; the exact dates will follow"),
            (
                "en", "2nd and 3rd quarter 2023",
                "Dates: April – September 2023; the exact dates will"
            ),
            ("ru", "2011-10", "Даты: октябрь 2011 г.; точные даты будут сообщены"),
            ("ru", "2023", "Даты: 2023 г.; точные даты будут сообщены"),
            ("fr", "2011-10", "Dates : octobre 2011 ; les dates exactes seront communiquées"),
            ("en", nil, "Dates: the dates will follow"),
        ] as [(String, String?, String)])
    func `before dates are agreed a letter names the term`(
        code: String, term: String?, line: String
    ) throws {
        var event = try Sample.event()
        event.dates = nil
        event.term = try term.map { try Term($0) }

        let letter = try Sample.stationery().compose(
            Sample.occasion(in: [#require(Language(code))], event: event))

        #expect(letter.plain.replacing("\u{A0}", with: " ").contains(line))
        #expect(letter.calendar == nil)
    }

    @Test func `a postponed event has no dates any more`() throws {
        var event = try Sample.event()
        event.status = .postponed

        let letter = try Sample.stationery().compose(Sample.occasion(.change, event: event))

        #expect(letter.plain.contains("Dates: postponed; the new dates will follow"))
        #expect(!letter.plain.contains("2011") && !letter.subject.contains("2011"))
        #expect(letter.calendar == nil)
    }

    @Test(
        arguments: [
            ("en", "Postponed: ", "has been postponed", "let us know"),
            ("ru", "Мероприятие перенесено: ", "перенесено и не состоится", "условиях"),
            ("fr", "Événement reporté : ", "est reporté", "conditions"),
        ])
    func `a letter of a postponement says so, and asks for no answer`(
        code: String, subject: String, text: String, question: String
    ) throws {
        var event = try Sample.event()
        let languages = [try #require(Language(code))]
        let change = try Sample.stationery().compose(
            Sample.occasion(.change, in: languages, event: event))
        event.status = .postponed
        event.answerBy = Day("2011-09-20")

        let letter = try Sample.stationery().compose(
            Sample.occasion(.change, in: languages, event: event))

        let plain = letter.plain.replacing("\u{A0}", with: " ")
        #expect(letter.subject.replacing("\u{A0}", with: " ").hasPrefix(subject))
        #expect(plain.contains(text))
        #expect(!plain.contains(question) && !plain.contains(Letter.linkMark))
        #expect(!plain.contains("\n\n\n") && !plain.contains("{"))
        #expect(change.plain.contains(question) && change.plain.contains(Letter.linkMark))
    }

    @Test func `one day with its times names the zone and its offset`() throws {
        var event = try Sample.event()
        event.dates = try Sample.days("2011-10-03", "2011-10-03")
        let sessions = [try Sample.session(1, "2011-10-03", "09:30", "17:00")]

        let letter = try Sample.stationery().compose(
            Sample.occasion(event: event, sessions: sessions))

        #expect(
            letter.plain.contains(
                "Dates: 3 October 2011, 09:30–17:00 (Europe/Kyiv, UTC+03:00)"))
        #expect(!letter.plain.contains("Sessions:"))
    }

    @Test func `when the clocks change between two sessions each says its offset`() throws {
        var event = try Sample.event()
        event.dates = try Sample.days("2011-10-29", "2011-10-30")
        let sessions = [
            try Sample.session(1, "2011-10-29", "09:30", "17:00"),
            try Sample.session(2, "2011-10-30", "09:30", "13:00", title: "Closing"),
        ]

        let letter = try Sample.stationery().compose(
            Sample.occasion(event: event, sessions: sessions))

        #expect(
            letter.plain.contains(
                """
                Sessions:
                  29 October, 09:30–17:00 (UTC+03:00)
                  30 October, 09:30–13:00 (UTC+02:00) – Closing
                  Local times: Europe/Kyiv
                """))
    }

    @Test(arguments: [
        (Event.Mode.inPerson, "Place: Kyiv, Ukraine"), (.online, "Place: online"),
        (.hybrid, "Place: Kyiv, Ukraine, and online"),
    ])
    func `the place says how one takes part`(mode: Event.Mode, line: String) throws {
        var event = try Sample.event()
        event.mode = mode

        let letter = try Sample.stationery().compose(Sample.occasion(event: event))

        #expect(letter.plain.contains(line + "\n"))
    }
}
