import Convene
import FoundationEssentials

/// Dates and times in words, by the patterns of the language. ICU could do most of this, at a cost
/// that counts when a thousand letters are written, and not ranges such as “3–7 October 2011”.
extension Wording {
    /// The days in words, as short as they can be said.
    func days(_ days: ClosedRange<Day>) -> String {
        let first = days.lowerBound
        let last = days.upperBound
        if first == last { return day(first) }
        let key =
            first.year != last.year
            ? "days" : first.month != last.month ? "days-in-year" : "days-in-month"
        return text(
            key,
            [
                "day": number(first), "month": months[first.month - 1], "year": String(first.year),
                "lastDay": number(last), "lastMonth": months[last.month - 1],
                "lastYear": String(last.year),
            ])
    }

    func day(_ day: Day) -> String {
        text(
            "day",
            [
                "day": number(day), "month": months[day.month - 1], "year": String(day.year),
            ])
    }

    func shortDay(_ day: Day) -> String {
        text("day-short", ["day": number(day), "month": months[day.month - 1]])
    }

    /// A term in words, as precisely as it is known; quarters by their months.
    func term(_ term: Term) -> String {
        let first = term.first
        let last = term.last
        let key =
            switch term.precision {
            case .days: ""
            case .year: first.year == last.year ? "year" : "years"
            case .quarter, .month:
                first.year != last.year
                    ? "months-of-years" : first.month != last.month ? "months-in-year" : "month"
            }
        guard !key.isEmpty else { return days(first...last) }
        return text(
            key,
            [
                "month": monthsAlone[first.month - 1], "year": String(first.year),
                "lastMonth": monthsAlone[last.month - 1], "lastYear": String(last.year),
            ])
    }

    func times(_ from: TimeOfDay, _ to: TimeOfDay) -> String {
        text("times", ["from": from.text, "to": to.text])
    }

    /// The zone's name and by how much it is ahead of UTC: “Europe/Kyiv, UTC+03:00” (MSG-14).
    func zone(_ zone: Zone, at instant: Date) -> String {
        zone == .utc ? "UTC" : "\(zone.name), \(Wording.offset(of: zone, at: instant))"
    }

    static func offset(of zone: Zone, at instant: Date) -> String {
        let minutes = zone.offset(at: instant) / 60
        let distance = abs(minutes)
        return "UTC" + (minutes < 0 ? "−" : "+") + MailDate.twoDigits(distance / 60) + ":"
            + MailDate.twoDigits(distance % 60)
    }

    /// Some languages write the first of a month otherwise: “1er octobre”.
    private func number(_ day: Day) -> String {
        let first = text("first")
        return day.day == 1 && !first.isEmpty ? first : String(day.day)
    }
}
