import Convene
import Testing

@testable import ConveneLetters

/// Answers of calendar programs whose lines are folded wherever it pleased them (RFC 5545 §3.1).
@Suite struct FoldedCalendarTests {
    private static let attendee =
        "ATTENDEE;PARTSTAT=ACCEPTED;CN=\"Михаил Архипов\":mailto:m@example.org"

    private func read(_ attendee: [UInt8], lineEnd: String = "\r\n") -> [CalendarReply] {
        let before = ["BEGIN:VCALENDAR", "METHOD:REPLY", "BEGIN:VEVENT", "UID:u1"]
        let after = ["COMMENT:да", "END:VEVENT", "END:VCALENDAR", ""]
        let head = "Content-Type: text/calendar; charset=utf-8; method=REPLY\r\n\r\n"
        let octets =
            Array((head + before.joined(separator: lineEnd) + lineEnd).utf8) + attendee
            + Array((lineEnd + after.joined(separator: lineEnd)).utf8)
        return MailReader.read(RawMail(place: "1", bytes: octets)).calendar
    }

    private let accepted = [
        CalendarReply(
            method: "REPLY", uid: "u1",
            attendees: [.init(address: "m@example.org", status: "ACCEPTED")], comment: "да")
    ]

    @Test(arguments: ["\r\n ", "\r\n\t", "\n ", "\n\t", "\r\r\n "])
    func `a line may be folded inside a letter (ICS-7)`(fold: String) {
        let line = Array(Self.attendee.utf8)
        for place in 1..<line.count {
            let folded = line[..<place] + Array(fold.utf8) + line[place...]

            #expect(read(Array(folded)) == accepted, "at octet \(place)")
        }
    }

    @Test func `one octet that is wrong costs no line (ICS-7)`() {
        // Read letter by letter, the second octet of “х” is U+0085, at which Unicode ends a line.
        let name = Array("ATTENDEE;PARTSTAT=ACCEPTED;CN=\"х".utf8) + [0xFF]

        #expect(read(name + Array("\":mailto:m@example.org".utf8)) == accepted.withoutComment)
    }

    @Test(arguments: ["\u{85}", "\u{2028}", "\u{2029}", "\u{B}", "\u{C}"])
    func `lines end in CR and LF and nowhere else (ICS-7)`(sign: String) {
        let line = "ATTENDEE;CN=\"A\(sign)B\";PARTSTAT=ACCEPTED:mailto:m@example.org"

        for lineEnd in ["\r\n", "\n", "\r"] {
            #expect(read(Array(line.utf8), lineEnd: lineEnd) == accepted)
        }
    }

    @Test func `an accent joins no sign of the line's own (ICS-7)`() {
        let line =
            "ATTENDEE;CN=\"\u{301}A: B\u{200D}\"\u{301};PARTSTAT=ACCEPTED:mailto:m@example.org"

        #expect(read(Array(line.utf8)) == accepted)
    }
}

extension [CalendarReply] {
    /// The same, whose comment is read letter by letter.
    fileprivate var withoutComment: [CalendarReply] {
        map { reply in
            var reply = reply
            reply.comment = "\u{D0}\u{B4}\u{D0}\u{B0}"
            return reply
        }
    }
}
