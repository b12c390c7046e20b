import struct FoundationEssentials.Date

/// What carriers ask the clerk for, answered in one transaction.
extension Deed {
    /// - Returns: an answer to each request, in their order.
    func serve(
        _ requests: [OutboxClerk.Request], of event: Event?, at pace: Pace, for sender: Sender
    ) throws -> [OutboxClerk.Answer] {
        var answers = try requests.map { try takeDown($0, at: pace) }
        let asking = requests.indices.filter {
            answers[$0].isCurrent && (requests[$0].claims || requests[$0].asksToGoOn)
        }
        guard !asking.isEmpty else { return answers }
        let windows = try slowed(pace)
        var stock = DueStock(
            event: event?.id, wanted: asking.count { requests[$0].claims })
        for index in asking {
            // Another sender may have found out what this one is about to.
            if let reason = try inquiry.card().mailHeld {
                answers[index].held = reason
            } else if let end = try pause(in: windows) {
                answers[index].pause = end
            } else if requests[index].claims {
                let before = stock.suppressed
                answers[index].claim = try claimNext(from: &stock, for: sender)
                answers[index].suppressed = stock.suppressed - before
            }
        }
        return answers
    }

    /// What came of one mail, and that the data of the next have started.
    private func takeDown(_ request: OutboxClerk.Request, at pace: Pace) throws
        -> OutboxClerk.Answer
    {
        if let end = request.ended { try note(end, at: pace) }
        guard let claim = request.dataStarted else { return .init() }
        return .init(isCurrent: try ledger.startData(of: claim.attempt, at: now))
    }

    private func claimNext(from stock: inout DueStock, for sender: Sender) throws -> Claim? {
        while let due = try stock.next(ledger, at: now) {
            if let (state, reason) = try hindrance(to: due) {
                try end(due.message, as: state, reason)
                if state == .suppressed { stock.suppressed += 1 }
            } else if let content = due.content {
                return try claim(due.message, content, for: sender)
            }
        }
        return nil
    }

    /// Why a mail ends before it is tried, and how; looked up when it is claimed, because much may
    /// have happened since it was queued (BOX-7, BOX-10).
    private func hindrance(to due: DueMessage) throws -> (Message.State, String)? {
        if let expiry = due.message.expiresAt, expiry <= now {
            return (.expired, due.message.purpose.whyExpired)
        }
        guard due.content != nil else { return (.cancelled, "its text was removed") }
        if let reason = try restraint(on: due) { return (.suppressed, reason) }
        return try obstacle(to: due).map { (.cancelled, $0) }
    }

    private func claim(_ message: Message, _ content: MessageContent, for sender: Sender) throws
        -> Claim
    {
        var message = message
        try message.become(.sending)
        message.attempts += 1
        let attempt = MessageAttempt(
            message: message.id, number: message.attempts, sender: sender.owner, startedAt: now)
        try ledger.claim(attempt, until: now.addingTimeInterval(Self.lease))
        let first = message.attempts == 1 ? attempt : try ledger.attempts(of: message.id).first
        return Claim(
            message: message, attempt: attempt, content: content,
            link: content.secret.flatMap { token in
                office.letterhead?.link(in: message.purpose, token: token)
            },
            date: first?.startedAt ?? now, postmark: try postmark())
    }

    /// In seconds, from the claim to the start of the data: longer than the mail before it takes to
    /// get through, and the server to take sender and recipient.
    private static let lease: Double = 20 * 60
}

/// The mails that are due, looked up for all who want one at once.
private struct DueStock {
    let event: Event.ID?
    /// For how many it is still to be looked up.
    var wanted: Int
    /// How many were passed over because nothing is sent there.
    var suppressed = 0
    private var found: ArraySlice<DueMessage> = []

    init(event: Event.ID?, wanted: Int) {
        self.event = event
        self.wanted = wanted
    }

    /// The next one, which is to be claimed or to be ended: it is due no more then.
    mutating func next(_ ledger: any Ledger, at now: Date) throws -> DueMessage? {
        if found.isEmpty {
            found = try ledger.dueMessages(at: now, event: event, limit: max(1, wanted))[...]
        }
        wanted -= found.isEmpty ? 0 : 1
        return found.popFirst()
    }
}
