import Convene
import FoundationEssentials

/// When a calendar entry begins and ends: whole days, or instants in UTC (ICS-14).
enum CalendarSpan: Sendable, Equatable {
    case days(ClosedRange<Day>)
    case instants(from: Date, to: Date)

    /// The span of an event, or nothing while it has no dates or they no longer hold.
    ///
    /// An event of one day whose sessions all have times takes just that time. One of several days
    /// takes whole days: from the first opening to the last closing would block the nights.
    init?(_ event: Event, sessions: [Session]) {
        guard let dates = event.dates, event.status != .postponed else { return nil }
        self = CalendarSpan.hours(of: event, dates, sessions) ?? .days(dates)
    }

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

    private static func hours(of event: Event, _ dates: ClosedRange<Day>, _ sessions: [Session])
        -> CalendarSpan?
    {
        let day = dates.lowerBound
        guard let hours = TimedDay(sessions), hours.day == day, dates.upperBound == day else {
            return nil
        }
        let from = event.zone.instant(day, hours.starts)
        let to = event.zone.instant(day, hours.ends)
        return from < to ? .instants(from: from, to: to) : nil
    }

    private static func date(_ day: Day) -> String {
        day.text.split(separator: "-").joined()
    }
}

/// The one day of sessions that all have their times: from the first opening to the last closing.
struct TimedDay: Sendable, Equatable {
    let day: Day
    let starts: TimeOfDay
    let ends: TimeOfDay

    /// Nothing when there are no sessions, when they are of several days, or when one has no time.
    init?(_ sessions: [Session]) {
        let opening = sessions.compactMap(\.starts)
        let closing = sessions.compactMap(\.ends)
        guard opening.count == sessions.count, closing.count == sessions.count,
            let day = sessions.first?.day, sessions.allSatisfy({ $0.day == day }),
            let starts = opening.min(), let ends = closing.max()
        else { return nil }
        self.day = day
        self.starts = starts
        self.ends = ends
    }
}
