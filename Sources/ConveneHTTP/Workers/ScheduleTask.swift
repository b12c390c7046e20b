import Convene
import ConveneBootstrap
import FoundationEssentials

/// Something that the service does by itself, by the clock: when, and one call into the domain.
struct ScheduleTask: Sendable {
    /// How the log calls it.
    let name: String
    let rhythm: Rhythm
    /// Does it, and says in a few words what came of it; nothing where that is not worth a line.
    let act: @Sendable (Premises) async throws -> String?

    enum Rhythm: Sendable {
        case every(minutes: Int)
        /// Once a night, from this hour on in UTC.
        case nightly(hour: Int)

        /// Whether it is due again.
        ///
        /// - Parameter last: when it was done last, or the service began.
        func isDue(at now: Date, last: Date) -> Bool {
            switch self {
            case .every(let minutes): now >= last.addingTimeInterval(Double(minutes) * 60)
            case .nightly(let hour): now >= Self.next(hour, after: last)
            }
        }

        /// The next time that it is this hour.
        static func next(_ hour: Int, after instant: Date) -> Date {
            let day = 86_400.0
            let midnight = (instant.timeIntervalSince1970 / day).rounded(.down) * day
            let today = Date(timeIntervalSince1970: midnight + Double(hour) * 3600)
            return today > instant ? today : today.addingTimeInterval(day)
        }
    }

    /// What the settings ask for. Reminders and the expiry of mail are part of every round of
    /// delivery, so that they hold for the terminal, too.
    static func all(_ settings: Settings) -> [ScheduleTask] {
        var tasks: [ScheduleTask] = []
        if settings.mailbox.url != nil {
            tasks.append(.mailbox(minutes: settings.schedule.fetchMinutes))
        }
        if let folder = settings.schedule.backups {
            tasks.append(.backup(to: folder, settings.schedule))
        }
        if let years = settings.retentionYears {
            tasks.append(.retention(years: years, hour: settings.schedule.hour))
        }
        tasks.append(.webhooks(days: settings.webhooks.days, hour: settings.schedule.hour))
        return tasks
    }
}

extension ScheduleTask {
    private static func mailbox(minutes: Int) -> ScheduleTask {
        ScheduleTask(name: "mailbox", rhythm: .every(minutes: minutes)) { premises in
            let report = try await premises.office.inTray(.system).fetch(
                from: try await premises.mailbox(), reading: premises.mailReader)
            return report.lines.isEmpty ? nil : "\(report.lines.count) read"
        }
    }

    private static func backup(to folder: String, _ schedule: ScheduleSettings) -> ScheduleTask {
        ScheduleTask(name: "backup", rhythm: .nightly(hour: schedule.hour)) { premises in
            try await premises.backUpNightly(to: folder, keeping: schedule.copies)
        }
    }

    private static func webhooks(days: Int, hour: Int) -> ScheduleTask {
        ScheduleTask(name: "webhooks", rhythm: .nightly(hour: hour)) { premises in
            let count = try await premises.office.webhookDesk(.system).forget(olderThan: days)
            return count == 0 ? nil : "\(count) forgotten"
        }
    }

    private static func retention(years: Int, hour: Int) -> ScheduleTask {
        ScheduleTask(name: "retention", rhythm: .nightly(hour: hour)) { premises in
            let desk = premises.office.personDesk(.system)
            let erased = try await desk.eraseIdle(since: desk.retentionDay(years: years))
            guard !erased.isEmpty else { return nil }
            try await premises.emptyLog()
            return "\(erased.count) forgotten"
        }
    }
}
