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
    /// that the list must be wrong (ENV-5, BOX-13). Takes down that a server wants less (BLK-6).
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
        case .retry, .unreachable:
            guard delivery.isAboutPace else { return }
            var card = try inquiry.card()
            card.mailSlowedAt = now
            try ledger.update(card)
        case .sent, .unknown, .notStarted:
            break
        }
    }

    /// Holds the outbox because of a mail that came back for a fault of ours, as all others would:
    /// behind a relay that is where one hears of it (BNC-4, BLK-3).
    ///
    /// - Parameter sentAt: when the mail left; one that left before a person let the outbox go, or
    ///   more than two days ago, tells nothing new.
    /// - Returns: whether it is held by that.
    func hold(because message: Message, sentAt: Date, _ status: DeliveryStatus?) throws -> Bool {
        let released = try inquiry.card().mailReleasedAt ?? .distantPast
        guard sentAt > max(released, now.addingTimeInterval(-2 * 86_400)) else { return false }
        let code = status.map { " with \($0.text)" } ?? ""
        try hold(
            "\(message.id.text) came back\(code): the receiver's server does not believe that the mail is"
                + " ours, and others will not either. Mend what “convene doctor” finds of SPF, DKIM"
                + " and DMARC, or ask whoever keeps the mail server.")
        return true
    }

    private static let watched = 50
}
