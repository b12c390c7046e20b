import FoundationEssentials

/// What a round itself says of mails, where no server does.
extension Delivery {
    /// Of a mail that was claimed ahead, when the one before it showed that the server wants none.
    static let roundStopped = Delivery(
        outcome: .notStarted, reply: "The round was stopped before this mail was its turn.")

    /// Of a mail that was claimed ahead, when the one before it showed that all are to wait.
    static let askedToWait = Delivery(
        outcome: .notStarted, reply: "The word on the mail before it has all mail wait.")

    static let interrupted = Delivery(
        outcome: .notStarted, reply: "The sending was interrupted.")

    static func paused(until end: Date) -> Delivery {
        Delivery(
            outcome: .notStarted,
            reply: "The server's pace allows the next mail at \(end.formatted(.iso8601)).")
    }

    static func held(_ reason: String) -> Delivery {
        Delivery(outcome: .notStarted, reply: "The outbox was held. \(reason)")
    }
}

extension Delivery.Outcome {
    /// Whether the server's word was about us or the line, not about the one mail.
    var stopsTheRound: Bool {
        switch self {
        case .unreachable, .refusedUs, .notStarted: true
        case .sent, .retry, .failed, .unknown: false
        }
    }
}
