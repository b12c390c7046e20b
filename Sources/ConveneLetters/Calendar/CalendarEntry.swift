import Convene
import FoundationEssentials

/// The one VEVENT of a mail and the calendar object around it: RFC 5545, by the rules of RFC 5546.
///
/// An event of several sessions is one entry, because a REQUEST has one UID (ICS-13).
struct CalendarEntry: Sendable {
    var method: Letter.Calendar.Method
    var identity: Identity
    var span: CalendarSpan?
    var organiser: Party
    /// The recipient, the only guest that is named (ICS-5).
    var attendee: Party?
    var answer: Answer?
    var summary: String
    var description: String
    var location: String
    var url: String?
    var status: String?

    /// Which entry it is, in which revision and when that was made, as the entry writes it.
    struct Identity: Sendable {
        var uid: String
        var sequence: String
        var stamp: String
    }

    /// Somebody by name and address.
    struct Party: Sendable, Equatable {
        var name: String
        var address: EmailAddress
    }

    /// What the entry says of the guest's answer: asked for, or known.
    enum Answer: String, Sendable {
        case asked = "PARTSTAT=NEEDS-ACTION;RSVP=TRUE"
        case accepted = "PARTSTAT=ACCEPTED;RSVP=FALSE"
    }

    /// The calendar object: content lines, not yet folded, each ended by CRLF.
    ///
    /// - Throws: `LetterFault.calendarIncomplete` naming the property that is missing (ICS-4).
    func text() throws(LetterFault) -> String {
        try check()
        let lines =
            ["BEGIN:VCALENDAR", "PRODID:-//Convene//Convene//EN", "VERSION:2.0"]
            + ["CALSCALE:GREGORIAN", "METHOD:\(method.rawValue)", "BEGIN:VEVENT"]
            + identity.lines + parties + (span?.lines ?? []) + matter
            + ["END:VEVENT", "END:VCALENDAR"]
        return lines.joined(separator: "\r\n") + "\r\n"
    }

    private func check() throws(LetterFault) {
        if identity.uid.onOneLine.isEmpty { throw .calendarIncomplete("UID") }
        if summary.onOneLine.isEmpty { throw .calendarIncomplete("SUMMARY") }
        if span == nil, method != .cancel { throw .calendarIncomplete("DTSTART") }
        switch method {
        case .request, .cancel:
            if attendee == nil { throw .calendarIncomplete("ATTENDEE") }
        case .publish:
            if attendee != nil { throw .calendarIncomplete("list of guests: it must have none") }
        }
        if method == .request, !["CONFIRMED", "TENTATIVE"].contains(status) {
            throw .calendarIncomplete("STATUS")
        }
    }

    private var parties: [String] {
        var lines = ["ORGANIZER" + organiser.text]
        if let attendee {
            lines.append(
                "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT"
                    + (answer.map { ";" + $0.rawValue } ?? "") + attendee.text)
        }
        return lines
    }

    private var matter: [String] {
        let optional = [
            ("DESCRIPTION", CalendarText.escaped(description)),
            ("LOCATION", CalendarText.escaped(location)), ("URL", url ?? ""),
            ("STATUS", status ?? ""),
        ]
        return ["SUMMARY:" + CalendarText.escaped(summary)]
            + optional.filter { !$0.1.isEmpty }.map { $0.0 + ":" + $0.1 }
            + ["TRANSP:OPAQUE"]
    }
}

extension CalendarEntry.Identity {
    init(uid: String, sequence: Int, stamp: Date) {
        self.init(
            uid: CalendarText.escaped(uid), sequence: String(sequence),
            stamp: CalendarSpan.instant(stamp))
    }

    fileprivate var lines: [String] {
        ["UID:" + uid, "DTSTAMP:" + stamp, "SEQUENCE:" + sequence]
    }
}

extension CalendarEntry.Party {
    fileprivate var text: String {
        (parameter.isEmpty ? "" : ";CN=" + parameter) + ":mailto:" + uri
    }

    /// The name as the value of a parameter.
    var parameter: String { CalendarText.parameter(name) }

    /// The address as RFC 6068 writes it: byte for byte, but for what no URI can hold (ICS-5).
    var uri: String {
        address.text.replacingScalars { scalar in
            switch scalar {
            case "%", "?", "#", "^", "`", "{", "|", "}", "/":
                "%" + String(scalar.value, radix: 16, uppercase: true)
            default: nil
            }
        }
    }
}
