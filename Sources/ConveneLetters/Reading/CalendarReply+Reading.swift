import Convene
import Foundation

extension CalendarReply {
    /// Reads what a calendar object says: a value for each VEVENT in it (RFC 5545, 5546).
    ///
    /// What can't be read is passed over; a component without UID is none.
    ///
    /// - Parameter charset: the name of the encoding, where the mail says one.
    static func reading(_ octets: [UInt8], charset: String?) -> [CalendarReply] {
        // A fold may fall inside a character (RFC 5545 §3.1): first the lines, then the letters.
        reading(Charset.text(unfolded(octets), charset))
    }

    private static func reading(_ text: String) -> [CalendarReply] {
        var (method, program) = ("", "")
        var replies: [CalendarReply] = []
        var open: CalendarReply?
        var depth: [String] = []
        for line in lines(of: text) {
            guard let property = CalendarProperty(line) else { continue }
            switch property.name {
            case "BEGIN":
                depth.append(property.value.uppercased())
                if depth == ["VCALENDAR", "VEVENT"] { open = CalendarReply(method: "", uid: "") }
            case "END":
                if depth == ["VCALENDAR", "VEVENT"], let reply = open, !reply.uid.isEmpty {
                    replies.append(reply)
                }
                if depth.count <= 2 { open = nil }
                _ = depth.popLast()
            case "METHOD" where depth == ["VCALENDAR"]:
                method = property.value.uppercased().trimmed
            case "PRODID" where depth == ["VCALENDAR"]: program = property.text
            default:
                if depth == ["VCALENDAR", "VEVENT"] { open?.take(property) }
            }
            if replies.count == mostEntries || depth.count > 10 { break }
        }
        return replies.map { reply in
            var reply = reply
            reply.method = String(method.prefix(20))
            reply.program = String(program.prefix(200))
            return reply
        }
    }

    private mutating func take(_ property: CalendarProperty) {
        switch property.name {
        case "UID": uid = String(property.text.prefix(255))
        case "SEQUENCE": sequence = min(max(0, Int(property.value.trimmed) ?? 0), 1 << 30)
        case "DTSTAMP": stamp = CalendarInstant.reading(property.value)
        case "COMMENT" where comment.isEmpty: comment = String(property.text.prefix(2000))
        case "DTSTART": starts = CalendarInstant.words(property)
        case "DTEND": ends = CalendarInstant.words(property)
        case "ATTENDEE" where attendees.count < Self.mostAttendees:
            attendees.append(
                Attendee(
                    address: CalendarProperty.address(property.value),
                    status: String(
                        (property.parameters["PARTSTAT"] ?? "NEEDS-ACTION").uppercased().prefix(40))
                ))
        default: break
        }
    }

    /// The octets without line ends that a blank or a tab follows, and without that.
    private static func unfolded(_ octets: [UInt8]) -> [UInt8] {
        var unfolded: [UInt8] = []
        unfolded.reserveCapacity(octets.count)
        var isFold = false
        for (index, octet) in octets.enumerated() {
            if isFold {
                isFold = false
            } else if octet == 10, index + 1 < octets.count, [32, 9].contains(octets[index + 1]) {
                while unfolded.last == 13 { unfolded.removeLast() }
                isFold = true
            } else {
                unfolded.append(octet)
            }
        }
        return unfolded
    }

    /// The content lines. They end in CR or LF, and in nothing else that Unicode calls a line end; what
    /// is still folded is of an encoding whose octets hid it.
    private static func lines(of text: String) -> [String] {
        var lines: [String] = []
        for line in text.unicodeScalars.split(whereSeparator: { $0 == "\r" || $0 == "\n" })
            .prefix(mostLines)
        {
            let line = String(line.prefix(longestLine))
            if line.first == " " || line.first == "\t", let last = lines.indices.last {
                if lines[last].utf8.count < longestLine { lines[last] += line.dropFirst() }
            } else {
                lines.append(line)
            }
        }
        return lines
    }

    private static let mostLines = 10_000
    private static let longestLine = 64 << 10
    private static let mostEntries = 20
    private static let mostAttendees = 200
}

/// One content line: name, parameters, value.
private struct CalendarProperty {
    let name: String
    let parameters: [String: String]
    let value: String

    init?(_ line: String) {
        var parts: [String] = [""]
        var isQuoted = false
        var end: String.Index?
        // By scalars: a quote or colon with an accent behind it is one all the same.
        for index in line.unicodeScalars.indices {
            let character = line.unicodeScalars[index]
            if character == "\"" {
                isQuoted.toggle()
            } else if character == ":", !isQuoted {
                end = index
                break
            } else if character == ";", !isQuoted {
                parts.append("")
            } else {
                parts[parts.count - 1].unicodeScalars.append(character)
            }
            // A quote that is never closed, or no content line at all.
            if parts.count > 50 { return nil }
        }
        guard let end, let name = parts.first, !name.isEmpty else { return nil }
        self.name = name.uppercased().trimmed
        var parameters: [String: String] = [:]
        for part in parts.dropFirst() {
            guard let equals = part.firstIndex(of: "=") else { continue }
            let value = part[part.index(after: equals)...].trimmed
            parameters[part[..<equals].uppercased().trimmed] = value
        }
        self.parameters = parameters
        value = String(line.unicodeScalars[line.unicodeScalars.index(after: end)...])
    }

    /// The value with its escapes undone (RFC 5545 §3.3.11).
    var text: String {
        var text = ""
        var isEscaped = false
        for character in value.unicodeScalars {
            if isEscaped {
                text.unicodeScalars.append(character == "n" || character == "N" ? "\n" : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                text.unicodeScalars.append(character)
            }
        }
        return text.trimmed
    }

    /// The address of a `mailto:` URI in small letters, its percent signs undone.
    static func address(_ value: String) -> String {
        let value = value.trimmed.lowercased()
        let address = value.hasPrefix("mailto:") ? String(value.dropFirst(7)) : value
        return String((address.removingPercentEncoding ?? address).prefix { $0 != "?" }.prefix(254))
    }
}

/// Instants of RFC 5545 §3.3.5.
private enum CalendarInstant {
    /// `20111003T063000Z`; nothing for a time of no zone.
    static func reading(_ text: String) -> Date? {
        let text = Array(text.trimmed.utf8)
        guard text.count == 16, text[8] == UInt8(ascii: "T"), text[15] == UInt8(ascii: "Z") else {
            return nil
        }
        let numbers = [0..<4, 4..<6, 6..<8, 9..<11, 11..<13, 13..<15].map {
            Int(String(decoding: text[$0], as: UTF8.self)) ?? -1
        }
        return MailDate.instant(
            year: numbers[0], month: numbers[1], day: numbers[2], hour: numbers[3],
            minute: numbers[4], second: numbers[5])
    }

    /// The time as it stands there, with its zone.
    static func words(_ property: CalendarProperty) -> String {
        let zone = property.parameters["TZID"].map { " (\($0))" } ?? ""
        return String((property.value.trimmed + zone).prefix(80))
    }
}
