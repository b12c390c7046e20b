import Convene
import Foundation
import Testing

@testable import ConveneLetters

@Suite struct CalendarEntryTests {
    @Test(arguments: Language.complete)
    func `the calendar of an invitation is as it was recorded`(language: Language) throws {
        let letter = try Sample.stationery().compose(Sample.occasion(in: [language]))
        let text = Array(try #require(letter.calendar).text.utf8)

        let folded = CalendarText.folded(try MailText.bytes(text, link: Sample.link))

        try expectGolden(String(decoding: folded, as: UTF8.self), "invitation-\(language.code).ics")
    }

    @Test(
        arguments: [
            (.invitation, "REQUEST"), (.reminder, "REQUEST"), (.change, "REQUEST"),
            (.confirmation, "REQUEST"), (.seatOffered, "REQUEST"), (.cancellation, "CANCEL"),
            (.waitingList, nil), (.thanks, nil), (.letter, nil),
        ] as [(Message.Purpose, String?)])
    func `each purpose has its method (ICS-10, ICS-11)`(
        purpose: Message.Purpose, method: String?
    ) throws {
        let letter = try Sample.stationery().compose(Sample.occasion(purpose))

        #expect(letter.calendar?.method.rawValue == method)
        #expect(
            letter.calendar.map { $0.text.contains("METHOD:\($0.method.rawValue)\r\n") } ?? true)
    }

    @Test func `a request has what makes the buttons appear (ICS-4, ICS-5, ICS-9)`() throws {
        let lines = try calendarLines(Sample.occasion())

        for line in [
            "UID:0b1c6a0e-5f0a-4b6e-9d0c-1f2e3d4c5b6a", "DTSTAMP:20110901T090000Z",
            "SEQUENCE:2", "STATUS:CONFIRMED", "DTSTART;VALUE=DATE:20111003",
            "DTEND;VALUE=DATE:20111008",
            "SUMMARY:Role of Museums in Education and Cultural Tourism Development",
            "ORGANIZER;CN=Regional Office for Culture:mailto:answers@example.org",
            "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE"
                + ";CN=Aigul Seitova:mailto:aigul@example.org",
            "URL:" + Letter.linkMark,
        ] {
            #expect(lines.filter { $0 == line }.count == 1, "\(line)")
        }
        let method = try #require(lines.firstIndex(of: "METHOD:REQUEST"))
        let event = try #require(lines.firstIndex(of: "BEGIN:VEVENT"))
        #expect(method < event, "ICS-16")
        #expect(lines.filter { $0.hasPrefix("ATTENDEE") }.count == 1, "ICS-5")
        #expect(!lines.contains { $0.hasPrefix("DURATION") })
    }

    @Test(arguments: ["UID", "SUMMARY", "DTSTART", "ATTENDEE", "STATUS"])
    func `an entry that lacks a property is refused (ICS-4)`(property: String) throws {
        var entry = try #require(try sampleEntry(name: "Aigul Seitova"))
        switch property {
        case "UID": entry.identity.uid = " "
        case "SUMMARY": entry.summary = "\n"
        case "DTSTART": entry.span = nil
        case "ATTENDEE": entry.attendee = nil
        default: entry.status = nil
        }

        #expect(throws: LetterFault.calendarIncomplete(property)) { try entry.text() }
    }

    @Test func `what is published has no guests (ICS-12)`() throws {
        var entry = try #require(try sampleEntry(name: ""))
        entry.method = .publish
        #expect(throws: LetterFault.self) { try entry.text() }
        entry.attendee = nil

        let text = try entry.text()

        #expect(text.contains("METHOD:PUBLISH\r\n") && !text.contains("ATTENDEE"))
    }

    @Test func `one guest less is no end of the event (ICS-11)`() throws {
        var occasion = try Sample.occasion(.cancellation)
        let one = try calendarLines(occasion)
        occasion.event.status = .cancelled
        occasion.event.dates = nil

        let all = try calendarLines(occasion)

        #expect(!one.contains { $0.hasPrefix("STATUS") || $0.contains("RSVP") })
        #expect(all.contains("STATUS:CANCELLED") && all.contains("METHOD:CANCEL"))
        #expect(!all.contains { $0.hasPrefix("DTSTART") })
    }

    @Test func `a confirmation does not ask again, whatever was answered (ICS-4, ICS-12)`() throws {
        let occasion = try Sample.occasion(.confirmation)

        let lines = try calendarLines(occasion)

        #expect(lines.contains { $0.contains("PARTSTAT=ACCEPTED;RSVP=FALSE;CN=") })
    }

    @Test(arguments: [
        ("2011-10-29", "20111029T063000Z", "20111029T140000Z"),
        ("2011-10-30", "20111030T073000Z", "20111030T150000Z"),
    ])
    func `one day with times is instants in UTC across a change of the clocks (ICS-14)`(
        day: String, start: String, end: String
    ) throws {
        var event = try Sample.event()
        event.dates = try Sample.days(day, day)
        let sessions = [
            try Sample.session(1, day, "09:30", "12:00"),
            try Sample.session(2, day, "13:00", "17:00"),
        ]

        let lines = try calendarLines(Sample.occasion(event: event, sessions: sessions))

        #expect(lines.contains("DTSTART:" + start) && lines.contains("DTEND:" + end))
        #expect(lines.filter { $0 == "BEGIN:VEVENT" }.count == 1, "ICS-13")
    }

    @Test(arguments: [("12:00", nil), (nil, nil), ("17:00", "09:30")] as [(String?, String?)])
    func `a day without all its times is a whole day (ICS-14)`(
        starts: String?, ends: String?
    ) throws {
        var event = try Sample.event()
        event.dates = try Sample.days("2011-12-31", "2011-12-31")

        let lines = try calendarLines(
            Sample.occasion(
                event: event, sessions: [Sample.session(1, "2011-12-31", starts, ends)]))

        #expect(lines.contains("DTSTART;VALUE=DATE:20111231"))
        #expect(lines.contains("DTEND;VALUE=DATE:20120101"))
    }

    @Test func `hostile texts stay in their property (ICS-15)`() throws {
        var occasion = try Sample.occasion()
        occasion.event.title = "A\\B; C, D\r\nATTENDEE:mailto:evil@example.net\u{0}"
        occasion.person.name = PersonName(
            stored: "A\"B\u{7}", family: "C;D:E,\r\nF", patronymic: "")
        occasion.event.venue = "Hall\n\tSTATUS:CANCELLED"

        let lines = try calendarLines(occasion)

        #expect(
            lines.contains("SUMMARY:A\\\\B\\; C\\, D ATTENDEE:mailto:evil@example.net"))
        #expect(lines.contains { $0.contains(";CN=\"A'B C;D:E, F\":mailto:aigul@example.org") })
        #expect(lines.contains("LOCATION:Hall STATUS:CANCELLED\\, Kyiv\\, Ukraine"))
        #expect(lines.filter { $0.hasPrefix("ATTENDEE") }.count == 1)
        #expect(!lines.contains { $0.unicodeScalars.contains { $0.value < 32 } })
    }

    @Test func `lines are folded at 75 octets and never inside a character (ICS-15)`() throws {
        var chance = Chance(seed: 15)
        let characters: [Character] = ["a", "é", "Қ", "中", "😀", " ", ";"]
        for _ in 0..<500 {
            let text = String(
                (0..<Int.random(in: 0...300, using: &chance)).map { _ in
                    characters[Int.random(in: 0..<characters.count, using: &chance)]
                })

            let folded = CalendarText.folded(Array("SUMMARY:\(text)\r\nEND:X\r\n".utf8))

            let lines = String(decoding: folded, as: UTF8.self).components(separatedBy: "\r\n")
            #expect(lines.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\u{FFFD}") })
            #expect(
                lines.joined(separator: "\r\n").replacing("\r\n ", with: "")
                    == "SUMMARY:\(text)\r\nEND:X\r\n")
        }
    }

    private func sampleEntry(name: String) throws -> CalendarEntry? {
        let occasion = try Sample.occasion()
        let copy = CalendarCopy(
            occasion, try #require(occasion.invitation), name: name,
            under: try Sample.letterhead())
        return CalendarEntry(
            LetterMatter(occasion, in: .english), copy, place: "Kyiv", description: "")
    }

    private func calendarLines(_ occasion: Occasion) throws -> [String] {
        let calendar = try #require(Sample.stationery().compose(occasion).calendar)
        #expect(calendar.text.hasSuffix("\r\n"), "ICS-16")
        return calendar.text.components(separatedBy: "\r\n").dropLast()
    }
}
