package import struct FoundationEssentials.Date

/// When a calendar entry begins and ends: whole days, or instants in UTC (ICS-14).
///
/// What changes it makes another revision of the entry (ICS-9).
package enum CalendarSpan: Sendable, Equatable {
    case days(ClosedRange<Day>)
    case instants(from: Date, to: Date)

    /// The span of an event, or nothing while it has no dates or they no longer hold.
    ///
    /// An event of one day whose sessions all have times takes just that time. One of several days
    /// takes whole days: from the first opening to the last closing would block the nights.
    package init?(_ event: Event, sessions: [Session]) {
        guard let dates = event.dates, event.status != .postponed else { return nil }
        self = CalendarSpan.hours(of: event, dates, sessions) ?? .days(dates)
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
}

/// The one day of sessions that all have their times: from the first opening to the last closing.
package struct TimedDay: Sendable, Equatable {
    package let day: Day
    package let starts: TimeOfDay
    package let ends: TimeOfDay

    /// Nothing when there are no sessions, when they are of several days, or when one has no time.
    package init?(_ sessions: [Session]) {
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
