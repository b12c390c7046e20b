import struct FoundationEssentials.Date

/// How much mail a server takes in a time: so many mails in any window of so many seconds (BLK-5).
///
/// Written as `30/min 10000/day`.
package struct Pace: Sendable, Equatable {
    package var windows: [Window]

    package init(_ windows: [Window] = []) { self.windows = windows }

    /// - Throws: `setting.invalid`.
    package init(_ text: String) throws {
        windows = try text.split { $0 == " " || $0 == "," }.map { part in
            let halves = part.split(separator: "/", omittingEmptySubsequences: false)
            guard halves.count == 2, let count = Int(halves[0]), (1...10_000_000).contains(count),
                let seconds = Self.units[String(halves[1])]
            else { throw Problem.paceInvalid(text) }
            return Window(count: count, seconds: seconds)
        }
    }

    package struct Window: Sendable, Equatable {
        package var count: Int
        package var seconds: Double

        package init(count: Int, seconds: Double) {
            self.count = count
            self.seconds = seconds
        }

        var halved: Window { Window(count: max(1, count / 2), seconds: seconds) }
    }

    private static let units: [String: Double] = [
        "s": 1, "second": 1, "min": 60, "minute": 60, "h": 3600, "hour": 3600, "day": 86_400,
    ]
}

extension Deed {
    /// Until when no mail may leave, or nothing when one may now.
    ///
    /// What counts are the mails that were on their way in the window, whoever sent them: those whose
    /// data have started in it, and those that may start any moment. A mail on its way whose start
    /// was written before the window is one of these: it is written ahead of what it tells. A claim
    /// that has lapsed is none: its sender sends nothing by it any more.
    func pause(in windows: [Pace.Window]) throws -> Date? {
        try windows.compactMap { window -> Date? in
            let claimed = try ledger.countClaimed(
                at: now, orStartedAfter: now.addingTimeInterval(-Self.longestDelivery),
                by: now.addingTimeInterval(-window.seconds))
            guard claimed < window.count else { return now.addingTimeInterval(Self.aMoment) }
            let last = try ledger.dataStart(back: window.count - claimed)
            return last?.addingTimeInterval(window.seconds + Self.keptTo)
        }
        .filter { $0 > now }.max()
    }

    /// A server that finds us too fast gets half as much for ten minutes (BLK-6): half of what is
    /// set, and half of what it got in the minute before it said so. That may have been little or
    /// nothing, as when it said so in its greeting: below ``slowest`` only a pace that is set goes.
    func slowed(_ pace: Pace) throws -> [Pace.Window] {
        let since = now.addingTimeInterval(-600)
        guard let complaint = try inquiry.card().mailSlowedAt, complaint > since else {
            return pace.windows
        }
        let minute = try ledger.countDataStarts(
            from: complaint.addingTimeInterval(-60), to: complaint)
        return pace.windows.map(\.halved)
            + [Pace.Window(count: max(Self.slowest, minute / 2), seconds: 60)]
    }

    /// Mails a minute: what the slowest of the large services takes.
    private static let slowest = 30

    /// Instants are kept to the millisecond: what left a little later is still in its window.
    private static let keptTo = 0.001
    /// How long to wait for mails that are claimed and have not said yet what became of them.
    private static let aMoment = 1.0
}

extension Delivery {
    /// Whether a server asks for less mail, rather than for this one again: 421, Exchange's 432, and
    /// 4.7.x but for the 4.7.1 of greylisting.
    var isAboutPace: Bool {
        if code == 421 || code == 432 { return true }
        guard let enhanced else { return false }
        return enhanced.hasPrefix("4.7.") && enhanced != "4.7.1"
    }
}

extension Problem {
    fileprivate static func paceInvalid(_ text: String) -> Problem {
        Problem(
            .settingInvalid,
            "mail.pace says how many mails a server takes in a time, for example"
                + " “30/min 10000/day”, with s, min, h or day; “\(text.prefix(60))” does not.")
    }
}
