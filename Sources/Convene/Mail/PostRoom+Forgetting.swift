/// The mails about one event whose words go, or went.
package struct ForgottenMail: Sendable, Equatable {
    package var event: Code
    /// The last day of the event.
    package var ended: Day
    package var mails: Int
    /// What came about these mails and was looked at.
    package var replies: Int
}

extension PostRoom {
    /// How many mails about which events would be forgotten, without doing it.
    package func forgetting(endedBefore day: Day) async throws -> [ForgottenMail] {
        try await office.read(as: actor) { inquiry in
            try inquiry.eventsToForget(endedBefore: day).map { event, ended in
                let ledger = inquiry.ledger
                return ForgottenMail(
                    event: event.code, ended: ended,
                    mails: try ledger.countTexts(about: event.id, in: .forgettable),
                    replies: try ledger.countReplies(about: event.id))
            }.filter { $0.mails + $0.replies > 0 }
        }
    }

    /// Forgets what mails about events said, what servers replied and what came back (BOX-14): that
    /// they were sent, to whom and when stays. Mail that has not left, or may not have, is let be, and
    /// so is what came back and nobody has looked at.
    ///
    /// - Parameter day: the events that ended before it.
    package func forget(endedBefore day: Day) async throws -> [ForgottenMail] {
        try await office.write(as: actor) { deed in
            try deed.inquiry.eventsToForget(endedBefore: day).compactMap { event, ended in
                let mails = try deed.ledger.forgetTexts(about: event.id, in: .forgettable)
                let replies = try deed.ledger.forgetReplies(about: event.id)
                guard mails + replies > 0 else { return nil }
                try deed.log(
                    .forgetMail, .event(event.id),
                    [
                        "event": event.code.text, "mails": String(mails),
                        "replies": String(replies),
                    ])
                return ForgottenMail(
                    event: event.code, ended: ended, mails: mails, replies: replies)
            }
        }
    }

    /// The day before which an event must have ended for its mail to be forgotten by the rule.
    ///
    /// - Parameter days: 1 or more.
    package func forgettingDay(days: Int) -> Day { office.today.adding(days: -days) }
}

extension Inquiry {
    /// In the order in which events are listed.
    fileprivate func eventsToForget(endedBefore day: Day) throws -> [(event: Event, ended: Day)] {
        try ledger.events(of: nil).compactMap { event in
            guard let ended = event.lastDay, ended < day else { return nil }
            return (event, ended)
        }
    }
}

extension Event {
    /// The last day on which it takes or took place: by its dates, or by its term where it never
    /// had any; nothing while it waits for new ones.
    fileprivate var lastDay: Day? { dates?.upperBound ?? (status == .postponed ? nil : term?.last) }
}

extension [Message.State] {
    /// Whatever has ended, and can't leave any more. What may have arrived is somebody's to decide.
    fileprivate static let forgettable: [Message.State] = [
        .sent, .failed, .suppressed, .cancelled, .expired,
    ]
}
