package import struct FoundationEssentials.Date

/// When those who have not answered are reminded by themselves: so many days before the event
/// begins, or before the day by which an answer is asked for. It moves with the event.
package struct ReminderRule: Hashable, Sendable, CustomStringConvertible {
    package let anchor: Anchor
    package let days: Int

    package enum Anchor: String, Sendable, CaseIterable {
        case start, deadline
    }

    /// The rule that the register holds.
    package init(stored anchor: Anchor, days: Int) {
        self.anchor = anchor
        self.days = days
    }

    /// Reads `7d`, `2w`, `start-7d` or `deadline-2d`; without a word before it, days before the
    /// start.
    ///
    /// - Throws: `value.invalid`.
    package init(_ text: String) throws(Problem) {
        let parts = text.trimmed.lowercased().split(
            separator: "-", omittingEmptySubsequences: false)
        let anchor = parts.count == 2 ? Anchor(rawValue: String(parts[0])) : .start
        guard let anchor, parts.count <= 2, let length = parts.last, let unit = length.last,
            let factor = ["d": 1, "w": 7][unit], let count = Int(length.dropLast()),
            (anchor == .start ? 1...365 : 0...365).contains(count * factor)
        else { throw .reminderUnclear(text) }
        self.init(stored: anchor, days: count * factor)
    }

    /// Several rules with commas between them, each once, the earliest first; `none` for none.
    ///
    /// - Throws: `value.invalid`.
    package static func several(_ text: String) throws(Problem) -> [ReminderRule] {
        if text.trimmed.lowercased() == "none" { return [] }
        var rules: Set<ReminderRule> = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            rules.insert(try ReminderRule(String(part)))
        }
        return rules.sorted { ($0.anchor.rawValue, -$0.days) > ($1.anchor.rawValue, -$1.days) }
    }

    package var text: String { "\(anchor.rawValue)-\(days)d" }
    package var description: String { text }

    /// When it is due: at nine in the morning of its day, at the event's place; nothing while the
    /// event has no dates, or asks for no answer by any day.
    package func due(for event: Event) -> Date? {
        let day =
            switch anchor {
            case .start: event.dates?.lowerBound
            case .deadline: event.answerBy
            }
        guard event.status != .postponed else { return nil }
        return day.map { event.zone.instant($0.adding(days: -days), Self.hour) }
    }

    private static let hour = TimeOfDay("09:00") ?? .midnight
}

/// A rule that an event has, and when it was last carried out.
package struct EventReminder: Sendable, Equatable {
    package var event: Event.ID
    package var rule: ReminderRule
    package var madeAt: Date
    package var doneAt: Date?

    package init(event: Event.ID, rule: ReminderRule, madeAt: Date, doneAt: Date? = nil) {
        self.event = event
        self.rule = rule
        self.madeAt = madeAt
        self.doneAt = doneAt
    }

    /// When it is to be carried out next: not where that was before it was made, nor again unless
    /// the event has moved since.
    package func next(for event: Event) -> Date? {
        guard let due = rule.due(for: event), due >= madeAt else { return nil }
        return doneAt.map { $0 >= due } == true ? nil : due
    }
}

extension Problem {
    fileprivate static func reminderUnclear(_ text: String) -> Problem {
        Problem(
            .valueInvalid,
            "\(text.excerpt) does not say when to remind: write 7d or 2w for that long before the"
                + " start, deadline-2d for two days before the answer is due, several with commas"
                + " between them, or none.")
    }
}
