import Convene
import ConveneReports

/// How the words of a command line become values of the domain; what can't be read is a refusal.
enum Reading {
    static func code(_ text: String) throws -> Code { try Code(text) }

    /// - Throws: `day.invalid`.
    static func day(_ text: String) throws -> Day {
        guard let day = Day(text) else {
            throw Problem(
                .dayInvalid, "“\(text.prefix(40))” is not a date: write it as 2011-10-03.")
        }
        return day
    }

    /// Dates as `2011-10-03/2011-10-07`, or one day.
    ///
    /// - Throws: `term.unclear`, `event.dates`.
    static func dates(_ text: String) throws -> ClosedRange<Day> {
        guard let days = try Term(text).days else {
            throw Problem(
                .eventDates,
                "“\(text.prefix(40))” is not exact to the day: write dates as 2011-10-03/2011-10-07,"
                    + " or say --when for a term.")
        }
        return days
    }

    /// - Throws: `session.times`.
    static func time(_ text: String) throws -> TimeOfDay {
        guard let time = TimeOfDay(text) else {
            throw Problem(.sessionTimes, "“\(text.prefix(20))” is not a time: write it as 09:30.")
        }
        return time
    }

    /// Sessions as `1`, `1,3`, `2-4` or `all`.
    ///
    /// - Throws: `attendance.session`.
    static func sessions(_ text: String?) throws -> SessionChoice {
        guard let text else { return .only }
        if text.lowercased() == "all" { return .all }
        let numbers = try text.split(separator: ",").flatMap { part in
            let ends = part.split(separator: "-").map { Int($0) }
            guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2,
                first >= 1, first <= last, last - first < 1000
            else {
                throw Problem(
                    .attendanceSession,
                    "“\(text.prefix(40))” does not name sessions: write 1, or 1,3, or 2-4, or all.")
            }
            return Array(first...last)
        }
        return .numbers(numbers)
    }

    static func people(_ texts: [String]) -> [PersonMention] { texts.map { PersonMention($0) } }

    /// - Throws: `message.unknown`.
    static func message(_ text: String) throws -> Message.ID {
        let digits = text.first?.uppercased() == "M" ? text.dropFirst() : text[...]
        guard let number = Int64(digits) else {
            throw Problem(
                .messageUnknown,
                "“\(text.prefix(40))” is not the number of a message: “convene mail queue” shows them,"
                    + " as M12.")
        }
        return Message.ID(number)
    }
}
