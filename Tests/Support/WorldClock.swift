import Convene
import Synchronization

package import struct FoundationEssentials.Date

/// A clock that holds still until a test moves it: 1 September 2011, 9 o'clock in UTC at first.
package final class WorldClock: Sendable {
    private let instant: Mutex<Date>

    package init(_ instant: Date = WorldClock.start) { self.instant = Mutex(instant) }

    package static let start = Date(timeIntervalSince1970: 1_314_867_600)

    package var now: Date { instant.withLock { $0 } }

    package func move(minutes: Double = 0, hours: Double = 0, days: Double = 0) {
        let seconds = minutes * 60 + hours * 3600 + days * 86_400
        instant.withLock { $0 = $0.addingTimeInterval(seconds) }
    }

    package func move(to instant: Date) { self.instant.withLock { $0 = instant } }
}
