import struct FoundationEssentials.Date

extension Deed {
    /// Queues the reminders that are due by the rules of their events: to those who had their
    /// invitation by then and have not answered.
    ///
    /// Who is reminded is found out when it is due, and once more when the mail leaves. A reminder
    /// whose time passed unnoticed is still sent, but not once the event has begun or the answer was
    /// due; several that are due together are one.
    ///
    /// - Parameter event: of this event only; nothing means of all.
    /// - Returns: how many mails were queued.
    @discardableResult
    func queueDueReminders(of event: Event? = nil) throws -> Int {
        guard office.letterhead != nil else { return 0 }
        var mails = 0
        for reminder in try ledger.openReminders(of: event?.id) {
            guard let event = try ledger.event(reminder.event), event.canBeRemindedOf,
                let due = reminder.next(for: event), due <= now
            else { continue }
            try ledger.markDone(reminder, at: now)
            guard reminder.rule.isWorthwhile(for: event, at: now) else { continue }
            mails += try remindAll(of: event, due: due)
        }
        return mails
    }

    private func remindAll(of event: Event, due: Date) throws -> Int {
        let plan = try inquiry.reminders(for: event, only: nil)
        let post = try post(for: event)
        var mails = 0
        for line in plan.lines where line.verdict == .invite {
            guard let registration = line.registration,
                let sentAt = try ledger.invitation(of: registration.id)?.sentAt, sentAt < due,
                try remind(line, by: post, note: "", automatic: true)
            else { continue }
            mails += 1
        }
        return mails
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
