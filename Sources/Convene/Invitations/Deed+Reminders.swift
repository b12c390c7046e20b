import struct FoundationEssentials.Date

extension Deed {
    /// Queues the reminders that are due by the rules of their events: to those who had their
    /// invitation by then and have not answered.
    ///
    /// Who is reminded is found out when it is due, and once more when the mail leaves. A reminder
    /// whose time passed unnoticed is still sent, but not once the event has begun or the answer was
    /// due; several that are due together are one. Those of an event that can't be written stay due,
    /// and hold up nothing else.
    ///
    /// - Parameter event: of this event only; nothing means of all.
    /// - Returns: the events whose reminders could not be written.
    func queueDueReminders(of event: Event? = nil) throws -> [ReminderFault] {
        guard office.letterhead != nil else { return [] }
        var faults: [ReminderFault] = []
        for reminder in try ledger.openReminders(of: event?.id) {
            guard let event = try ledger.event(reminder.event), event.canBeRemindedOf,
                let due = reminder.next(for: event), due <= now
            else { continue }
            if reminder.rule.isWorthwhile(for: event, at: now),
                let problem = try remindAll(of: event, due: due)
            {
                faults.append(ReminderFault(event: event.code, problem: problem))
            } else {
                try ledger.markDone(reminder, at: now)
            }
        }
        return faults.withoutRepetition
    }

    /// - Returns: why none could be written. All are composed before one is queued, so that it is
    ///   all or none.
    private func remindAll(of event: Event, due: Date) throws -> Problem? {
        let plan = try inquiry.reminders(for: event, only: nil)
        let post = try post(for: event)
        let lines = try plan.lines.filter { line in
            guard line.verdict == .invite, let registration = line.registration else {
                return false
            }
            return try ledger.invitation(of: registration.id)?.sentAt.map { $0 < due } ?? false
        }
        do {
            for line in lines { _ = try inquiry.sample(.reminder, to: line, by: post) }
        } catch let problem as Problem {
            return problem
        }
        for line in lines { _ = try remind(line, by: post, note: "", automatic: true) }
        return nil
    }

    /// Gives an event the rules by which it reminds; what a rule has done before it does not do
    /// again.
    func set(_ rules: [ReminderRule], of event: Event) throws {
        let present = try ledger.reminders(of: event.id)
        guard Set(rules) != Set(present.map(\.rule)) else { return }
        try ledger.set(
            rules.map { rule in
                present.first { $0.rule == rule }
                    ?? EventReminder(event: event.id, rule: rule, madeAt: now)
            }, of: event.id)
        try log(
            .edit, .event(event.id),
            [
                "code": event.code.text,
                "reminders": rules.map(\.text).joined(separator: ", "),
            ])
    }
}

/// An event whose reminders were due and could not be written, and why.
package struct ReminderFault: Sendable, Equatable {
    package var event: Code
    package var problem: Problem
}

extension [ReminderFault] {
    /// Each once: an event may have several rules.
    fileprivate var withoutRepetition: [ReminderFault] {
        reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}

extension Event {
    fileprivate var canBeRemindedOf: Bool {
        [.planned, .open].contains(status) && (dates != nil || term != nil)
    }
}

extension ReminderRule {
    /// Whether an answer would still come in time.
    fileprivate func isWorthwhile(for event: Event, at now: Date) -> Bool {
        if let beginning = event.beginning, beginning <= now { return false }
        guard anchor == .deadline, let answerBy = event.answerBy else { return true }
        return answerBy >= event.zone.day(at: now)
    }
}
