package import Foundation
import Synchronization

/// An IANA time zone by its name, for example `Europe/Kyiv`.
package struct Zone: Hashable, Sendable, CustomStringConvertible {
    package let name: String

    /// - Throws: `zone.unknown`.
    package init(_ name: String) throws(Problem) {
        guard TimeZone(identifier: name) != nil, name.contains("/") || name == "UTC" else {
            throw Problem(
                .zoneUnknown,
                "\(name.excerpt) is not a time zone: use a name such as Europe/Kyiv, Asia/Almaty"
                    + " or UTC.")
        }
        self.name = name
    }

    /// The zone that the register holds: it was checked when it was written.
    package init(stored name: String) { self.name = name }

    package static let utc = Zone(stored: "UTC")

    package var description: String { name }

    /// The seconds by which local time is ahead of UTC at this instant.
    package func offset(at instant: Date) -> Int {
        Self.kept(name)?.secondsFromGMT(for: instant) ?? 0
    }

    /// The rules of a zone, looked up by its name once.
    private static func kept(_ name: String) -> TimeZone? {
        if let zone = shelf.withLock({ $0[name] }) { return zone }
        let zone = TimeZone(identifier: name)
        if let zone { shelf.withLock { $0[name] = zone } }
        return zone
    }

    private static let shelf = Mutex<[String: TimeZone]>([:])

    /// The instant at which it is this time of this day here.
    ///
    /// A time that the clocks skip is read as the one an offset later; one that they repeat, as the
    /// first of the two.
    package func instant(_ day: Day, _ time: TimeOfDay) -> Date {
        let local = Double(day.daysSince1970 * 86_400 + time.minutes * 60)
        let guess = Date(
            timeIntervalSince1970: local
                - Double(offset(at: .init(timeIntervalSince1970: local - 86_400))))
        let second = Date(timeIntervalSince1970: local - Double(offset(at: guess)))
        return offset(at: second) == offset(at: guess) ? second : guess
    }

    /// The day that it is here at this instant.
    package func day(at instant: Date) -> Day {
        Day(utc: instant, offset: offset(at: instant))
    }
}

extension Day {
    /// The day that it is at this instant where the clocks go so many seconds before UTC.
    package init(utc instant: Date, offset: Int = 0) {
        let local = Int(instant.timeIntervalSince1970.rounded(.down)) + offset
        self.init(daysSince1970: local >= 0 ? local / 86_400 : (local - 86_399) / 86_400)
    }
}
