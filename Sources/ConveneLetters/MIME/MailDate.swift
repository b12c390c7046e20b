import Convene
import FoundationEssentials

/// The date and time of a Date field: English names whatever the place, always in UTC (MSG-2).
enum MailDate {
    static func text(_ instant: Date) -> String {
        let seconds = Int(instant.timeIntervalSince1970.rounded(.down))
        let day = Day(utc: instant)
        let time = seconds - day.daysSince1970 * 86_400
        let weekday = weekdays[(day.daysSince1970 % 7 + 7) % 7]
        return "\(weekday), \(day.day) \(months[day.month - 1]) \(day.year) "
            + [time / 3600, time / 60 % 60, time % 60].map(twoDigits).joined(separator: ":")
            + " +0000"
    }

    static func twoDigits(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }

    /// 1 January 1970 was a Thursday.
    private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
