import struct FoundationEssentials.Date

/// Mails whose sender ended before it said what became of them (BOX-4).
extension Deed {
    /// What a sender does when it begins, and every minute from then on: it takes back what others
    /// left, and queues the reminders that are due.
    ///
    /// - Returns: the events whose reminders could not be written.
    func keepUp(of event: Event?, for sender: Sender, andItsOwn: Bool = false) throws
        -> [ReminderFault]
    {
        try recoverClaims(for: sender, andItsOwn: andItsOwn)
        return try queueDueReminders(of: event)
    }

    /// Takes back the mails of senders that are gone or whose claims have lapsed; and those of this
    /// sender's own earlier rounds, when no other is at work in its name.
    func recoverClaims(for sender: Sender, andItsOwn: Bool) throws {
        let ownsAll = andItsOwn && office.rounds.isAlone(sender.owner)
        for (message, lease, attempt) in try ledger.sendingMessages()
        where Self.claimEnd(lease, attempt) < now || sender.isGone(lease.owner)
            || (ownsAll && lease.owner == sender.owner)
        {
            try recover(message, attempt)
        }
    }

    /// Until when nobody else takes a mail that is being sent.
    ///
    /// The claim may be made long before the mail's turn. From the start of its data on it holds as
    /// long as a server may lawfully take over them, whenever the claim was made.
    private static func claimEnd(_ lease: Lease, _ attempt: MessageAttempt) -> Date {
        attempt.dataStartedAt?.addingTimeInterval(longestDelivery) ?? lease.until
    }

    /// In seconds: no server takes longer over a mail from the start of its data on. RFC 5321
    /// §4.5.3.2 allows it three minutes a block, and ten for the word at the end.
    static let longestDelivery: Double = 3600

    /// Takes back a mail whose sender is gone: its end is unknown if the data had started.
    private func recover(_ message: Message, _ attempt: MessageAttempt) throws {
        var attempt = attempt
        attempt.endedAt = now
        let started = attempt.dataStartedAt != nil
        attempt.delivery = Delivery(
            outcome: started ? .unknown : .notStarted,
            reply: started
                ? "the sender ended before the server's word came"
                : "the sender ended before sending")
        try ledger.update(attempt)
        if started {
            try settleUnknown(message, attempt.delivery?.reply ?? "")
        } else {
            var waiting = message
            try waiting.become(.queued)
            try ledger.update(waiting, lease: nil)
        }
    }
}
