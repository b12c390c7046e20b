import struct FoundationEssentials.Date

extension Deed {
    /// Whether a mail is still with the sender that claimed it: a lease may have lapsed.
    private func isCurrent(_ claim: Claim) throws -> Bool {
        try ledger.isSending(claim.message.id, attempt: claim.attempt.number)
    }

    func end(_ message: Message, as state: Message.State, _ reply: String) throws {
        var message = message
        try message.become(state)
        message.endedAt = now
        message.reply = reply
        try ledger.update(message, lease: nil)
        // What may be sent again needs its link again.
        if state != .failed, state != .unknown { try ledger.forgetSecret(of: message.id) }
    }

    /// Takes down what came of one mail.
    ///
    /// The start of its data was written before they started. Where a pace counts mails in a time,
    /// the latest instant at which it can have left takes its place; where there were none, it is
    /// taken back.
    func note(_ end: OutboxClerk.End, at pace: Pace) throws {
        let (claim, delivery) = (end.claim, end.delivery)
        var attempt = claim.attempt
        attempt.dataStartedAt =
            end.dataStart.map { pace.windows.isEmpty ? $0 : now } ?? dataStart(delivery)
        attempt.endedAt = now
        attempt.delivery = delivery
        if pace.windows.isEmpty, (attempt.dataStartedAt != nil) == end.isStartWritten {
            try ledger.end(attempt)
        } else {
            try ledger.update(attempt)
        }
        try watch(delivery)
        // A mail that a server has taken is sent, whoever is sending it by now.
        guard try delivery.outcome == .sent || isCurrent(claim) else { return }
        try settle(claim.message, delivery, attempt)
    }

    /// A reply after the data proves that the data had started, whatever else is known.
    private func dataStart(_ delivery: Delivery) -> Date? {
        delivery.outcome == .sent || delivery.outcome == .unknown ? now : nil
    }

    /// What the server's word means for the mail (ENV-3 to ENV-5, BOX-6).
    private func settle(_ message: Message, _ delivery: Delivery, _ attempt: MessageAttempt) throws
    {
        switch delivery.outcome {
        case .sent:
            guard try ledger.markSent(attempt, at: now, reply: delivery.reply) else { return }
            try ledger.forgetSecret(of: message.id)
            try noteInvited(message)
        case .failed:
            try end(message, as: .failed, delivery.reply)
            try noteRefusal(delivery, of: message)
        case .retry:
            if try !postpone(message, delivery.reply) { try noteRefusal(delivery, of: message) }
        case .unknown:
            try settleUnknown(message, delivery.reply)
        case .unreachable, .refusedUs, .notStarted:
            // It is about the line, not about this mail: it waits as it did before.
            var waiting = message
            try waiting.become(.queued)
            waiting.reply = delivery.reply
            try ledger.update(waiting, lease: nil)
        }
    }

    /// An invitation that a server has taken was sent: the figures count it from now on.
    private func noteInvited(_ message: Message) throws {
        guard try offers(message), let registration = message.registration,
            try ledger.markSent(invitationOf: registration, at: now)
        else { return }
        try ledger.markInvited(registration)
    }

    /// Whether the mail invites: it is an invitation, or a change that took the place of one.
    private func offers(_ message: Message) throws -> Bool {
        if message.purpose == .invitation { return true }
        return try message.purpose == .change
            && ledger.lastRevision(.invitation, to: message.person, for: message.event) != nil
    }

    /// Tries again later on a schedule with jitter, until 48 hours have passed or the event begins.
    ///
    /// What counts are the attempts that a server answered since a person last had the mail sent: one
    /// that lay in the queue over a weekend, or in front of a server out of reach, or that somebody
    /// wants tried once more, has all its time before it.
    ///
    /// - Returns: whether there is a later.
    @discardableResult
    private func postpone(
        _ message: Message, _ reply: String, orElse last: Message.State = .failed
    ) throws -> Bool {
        let answered = try ledger.attempts(of: message.id).filter {
            $0.number > message.attemptsBefore && $0.mayHaveLeft
        }
        let due = now.addingTimeInterval(pauseBeforeRetry(after: answered.count))
        let end = (answered.first?.startedAt ?? now).addingTimeInterval(48 * 3600)
        guard due < min(end, message.expiresAt ?? end) else {
            try self.end(message, as: last, reply)
            return false
        }
        var postponed = message
        try postponed.become(.retry)
        postponed.dueAt = due
        postponed.reply = reply
        try ledger.update(postponed, lease: nil)
        return true
    }

    /// In seconds: 1, 5, 30 minutes, 1, 2, 4 hours … by a fifth more or less, and never under half an
    /// hour after the second time, as RFC 5321 §4.5.4.1 asks.
    private func pauseBeforeRetry(after attempts: Int) -> Double {
        let minutes: [Double] = [1, 5, 30, 60, 120]
        let step = attempts <= minutes.count ? minutes[max(1, attempts) - 1] : 240
        let jittered = step * (0.8 + 0.4 * office.chance.fraction())
        return 60 * (attempts > 2 ? max(30, jittered) : jittered)
    }

    /// A mail that may have arrived is sent once more with the same Message-ID, by which receivers
    /// know it again (ENV-2, BOX-4). When that ends unknown too, a person decides.
    func settleUnknown(_ message: Message, _ reply: String) throws {
        let unknown = try ledger.attempts(of: message.id).count {
            $0.delivery?.outcome == .unknown || ($0.delivery == nil && $0.dataStartedAt != nil)
        }
        guard unknown <= 1 else { return try end(message, as: .unknown, reply) }
        try postpone(message, reply, orElse: .unknown)
    }
}

extension MessageAttempt {
    /// Whether the server had its say about this mail, or may have taken it.
    fileprivate var mayHaveLeft: Bool {
        switch delivery?.outcome {
        case .sent, .retry, .failed, .unknown: true
        case .unreachable, .refusedUs, .notStarted, nil: false
        }
    }
}
