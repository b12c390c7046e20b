/// A time on the clock of the event's place, to the minute: `09:30`.
package struct TimeOfDay: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Minutes since midnight, 0 to 1,440; 24:00 is the end of the day.
    package let minutes: Int

    /// The time written `09:30` or `9:30`, or nothing.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
            let hour = Int(parts[0]), let minute = Int(parts[1]), hour >= 0,
            (0...59).contains(minute), hour * 60 + minute <= 1440
        else { return nil }
        minutes = hour * 60 + minute
    }

    private init(minutes: Int) { self.minutes = minutes }

    package static let midnight = TimeOfDay(minutes: 0)

    package var text: String {
        let hour = minutes / 60
        let minute = minutes % 60
        return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }

    package var description: String { text }

    package static func < (left: TimeOfDay, right: TimeOfDay) -> Bool {
        left.minutes < right.minutes
    }
}
