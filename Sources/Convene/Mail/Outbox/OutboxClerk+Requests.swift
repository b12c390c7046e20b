import struct FoundationEssentials.Date

/// What carriers and the clerk say to each other.
extension OutboxClerk {
    /// What came of the round.
    struct Outcome: Sendable {
        var sent = 0
        var notSent: [Message.ID] = []
        var suppressed = 0
        var stopped: Delivery?
        var faults: [ReminderFault] = []
    }

    struct Request: Sendable {
        var ended: End?
        var dataStarted: Claim?
        var claims = false
        /// Whether the mail that was claimed ahead may leave.
        var asksToGoOn = false
    }

    /// What came of one mail.
    struct End: Sendable {
        var claim: Claim
        var delivery: Delivery
        /// When its data started, as its carrier saw it.
        var dataStart: Date?
        /// Whether it is written that they started.
        var isStartWritten = false
    }

    struct Answer: Sendable {
        /// Whether the mail of the request is still its sender's.
        var isCurrent = true
        var claim: Claim?
        /// How many mails before it were passed over, because nothing is sent there.
        var suppressed = 0
        /// Until when the server gets no mail.
        var pause: Date?
        /// Why the outbox is held.
        var held: String?
    }
}
