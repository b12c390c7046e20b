import struct FoundationEssentials.Date

extension Deed {
    func serve(
        _ request: OutboxClerk.Request, of event: Event?, at pace: Pace, for sender: Sender
    ) throws -> OutboxClerk.Answer {
        if let (claim, delivery) = request.finished { try note(delivery, on: claim) }
        if let claim = request.dataStarted {
            guard try isCurrent(claim) else { return .init(isCurrent: false) }
            var attempt = claim.attempt
            attempt.dataStartedAt = now
            try ledger.update(attempt)
        }
        guard request.claims else { return .init() }
        // Another sender may have found out what this one is about to.
        if let reason = try inquiry.card().mailHeld { return .init(held: reason) }
        if let pause = try pause(by: pace) { return .init(pause: pause) }
        return .init(claim: try claimNext(of: event, for: sender))
    }

    private func claimNext(of event: Event?, for sender: Sender) throws -> Claim? {
        while var message = try ledger.dueMessages(at: now, event: event?.id, limit: 1).first {
            if let expiry = message.expiresAt, expiry <= now {
                try end(message, as: .expired, "the event has begun or is over")
                continue
            }
            guard var content = try ledger.content(of: message.id) else {
                try end(message, as: .cancelled, "its text was removed")
                continue
            }
            if let reason = try restraint(on: message) {
                try end(message, as: .suppressed, reason)
                continue
            }
            if let reason = try obstacle(to: message) {
                try end(message, as: .cancelled, reason)
                continue
            }
            message.state = .sending
            message.attempts += 1
            try ledger.update(
                message,
                lease: Lease(owner: sender.owner, until: now.addingTimeInterval(Self.lease)))
            let attempt = MessageAttempt(
                message: message.id, number: message.attempts, sender: sender.owner, startedAt: now)
            try ledger.insert(attempt)
            content.letter.unsubscription = try unsubscription(of: message)
            let first = message.attempts == 1 ? attempt : try ledger.attempts(of: message.id).first
            return Claim(
                message: message, attempt: attempt, content: content,
                link: content.secret.flatMap { token in
                    office.letterhead?.link(in: message.purpose, token: token)
                },
                date: first?.startedAt ?? now, sender: try envelopeSender(of: message.id))
        }
        return nil
    }

    /// Whether a mail is still with the sender that claimed it: a lease may have lapsed.
    private func isCurrent(_ claim: Claim) throws -> Bool {
        try ledger.isSending(claim.message.id, attempt: claim.attempt.number)
    }

    /// Longer than the longest wait for a server's word, the ten minutes of RFC 5321 §4.5.3.2.6.
    private static let lease: Double = 20 * 60

    private func end(_ message: Message, as state: Message.State, _ reply: String) throws {
        var message = message
        message.state = state
        message.endedAt = now
        message.reply = reply
        try ledger.update(message, lease: nil)
        // What may be sent again needs its link again.
        if state != .failed, state != .unknown { try ledger.forgetSecret(of: message.id) }
    }

    private func note(_ delivery: Delivery, on claim: Claim) throws {
        var attempt = claim.attempt
        attempt.dataStartedAt =
            delivery.outcome == .notStarted ? nil : (attempt.dataStartedAt ?? dataStart(delivery))
        attempt.endedAt = now
        attempt.delivery = delivery
        try ledger.update(attempt)
        try watch(delivery)
        if try isCurrent(claim) {
            try settle(claim.message, delivery)
        } else if delivery.outcome == .sent, var message = try ledger.message(claim.message.id),
            message.state != .sent
        {
            // The word came after the lease had lapsed. It ends what was to be a repeat.
            message.attempts = max(message.attempts, claim.attempt.number)
            try settle(message, delivery)
        }
    }

    /// A reply after the data proves that the data had started, whatever else is known.
    private func dataStart(_ delivery: Delivery) -> Date? {
        delivery.outcome == .sent || delivery.outcome == .unknown ? now : nil
    }

    /// What the server's word means for the mail (ENV-3 to ENV-5, BOX-6).
    private func settle(_ message: Message, _ delivery: Delivery) throws {
        switch delivery.outcome {
        case .sent:
            try end(message, as: .sent, delivery.reply)
            try noteInvited(message)
        case .failed:
            try end(message, as: .failed, delivery.reply)
            try noteRefusal(delivery, of: message)
        case .retry:
            try postpone(message, delivery.reply)
        case .unknown:
            try settleUnknown(message, delivery.reply)
        case .unreachable, .refusedUs, .notStarted:
            // It is about the line, not about this mail: it waits as it did before.
            var waiting = message
            waiting.state = .queued
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
    /// What counts are the attempts that a server answered: a mail that lay in the queue over a
    /// weekend, or in front of a server out of reach, has all its time before it.
    private func postpone(
        _ message: Message, _ reply: String, orElse last: Message.State = .failed
    ) throws {
        let answered = try ledger.attempts(of: message.id).filter { $0.mayHaveLeft }
        let due = now.addingTimeInterval(pauseBeforeRetry(after: answered.count))
        let end = (answered.first?.startedAt ?? now).addingTimeInterval(48 * 3600)
        guard due < min(end, message.expiresAt ?? end) else {
            return try self.end(message, as: last, reply)
        }
        var postponed = message
        postponed.state = .retry
        postponed.dueAt = due
        postponed.reply = reply
        try ledger.update(postponed, lease: nil)
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
    private func settleUnknown(_ message: Message, _ reply: String) throws {
        let unknown = try ledger.attempts(of: message.id).count {
            $0.delivery?.outcome == .unknown || ($0.delivery == nil && $0.dataStartedAt != nil)
        }
        guard unknown > 1 else { return try postpone(message, reply, orElse: .unknown) }
        try end(message, as: .unknown, reply)
    }

    /// Takes back a mail whose sender is gone: its end is unknown if the data had started.
    func recover(_ message: Message, _ attempt: MessageAttempt) throws {
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
            waiting.state = .queued
            try ledger.update(waiting, lease: nil)
        }
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
