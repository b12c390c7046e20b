import Convene
import FoundationEssentials

extension CalendarSpan {
    /// DTSTART and DTEND; a last day is written as the day after it.
    var lines: [String] {
        switch self {
        case .days(let days):
            [
                "DTSTART;VALUE=DATE:" + CalendarSpan.date(days.lowerBound),
                "DTEND;VALUE=DATE:" + CalendarSpan.date(days.upperBound.adding(days: 1)),
            ]
        case .instants(let from, let to):
            ["DTSTART:" + CalendarSpan.instant(from), "DTEND:" + CalendarSpan.instant(to)]
        }
    }

    /// An instant to the second, in UTC: `20111003T063000Z`.
    static func instant(_ instant: Date) -> String {
        let day = Day(utc: instant)
        let seconds = Int(instant.timeIntervalSince1970.rounded(.down)) - day.daysSince1970 * 86_400
        let time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map(MailDate.twoDigits)
        return date(day) + "T" + time.joined() + "Z"
    }

    private static func date(_ day: Day) -> String {
        day.text.split(separator: "-").joined()
    }
}
