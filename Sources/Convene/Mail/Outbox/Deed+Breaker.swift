import struct FoundationEssentials.Date

extension Deed {
    /// Stops the outbox until a person has looked at it.
    ///
    /// - Parameter reason: a sentence.
    func hold(_ reason: String) throws {
        var card = try inquiry.card()
        guard card.mailHeld == nil else { return }
        card.mailHeld = reason
        try ledger.update(card)
        try log(.holdMail, .register, ["reason": reason])
    }

    /// Holds the outbox when a server refuses us, or when so many addresses of late were refused
    /// that the list must be wrong (ENV-5, BOX-13).
    func watch(_ delivery: Delivery) throws {
        switch delivery.outcome {
        case .refusedUs:
            try hold("The mail server refused us: “\(delivery.reply)”.")
        case .failed:
            let since = try inquiry.card().mailReleasedAt ?? .distantPast
            let verdicts = try ledger.verdicts(since: since, limit: Self.watched)
            let failed = verdicts.count { $0 == .failed }
            guard failed * 10 > Self.watched else { return }
            try hold(
                "\(failed) of the last \(verdicts.count) mails were refused for good:"
                    + " “convene mail queue --state failed” shows them.")
        case .sent, .retry, .unknown, .unreachable, .notStarted:
            break
        }
    }

    private static let watched = 50
}
