extension Deed {
    /// Why a mail that was queued is not wanted any more, or nothing (BOX-10).
    func obstacle(to due: DueMessage) throws -> String? {
        let (message, bearings) = (due.message, due.bearings)
        guard message.purpose.dependsOnStanding else { return nil }
        if bearings.event == .cancelled { return "the event was cancelled" }
        if let standing = bearings.standing, !message.purpose.isTrue(of: standing) {
            return "the person is \(standing.rawValue)"
        }
        guard message.purpose == .reminder else { return nil }
        if bearings.hasAnswered { return "the person has answered" }
        let beginning = try ledger.event(message.event)?.beginning
        return beginning.map { $0 <= now } == true ? "the event has begun" : nil
    }
}

extension Message.Purpose {
    fileprivate var dependsOnStanding: Bool {
        switch self {
        case .invitation, .reminder, .change, .confirmation, .waitingList, .seatOffered: true
        case .cancellation, .thanks, .letter: false
        }
    }

    /// Why a mail that waited past its end is not sent.
    var whyExpired: String {
        dependsOnStanding ? "the event has begun or is over" : "it waited too long to be of use"
    }

    /// Whether what the mail says still holds for somebody who stands so.
    fileprivate func isTrue(of standing: Standing) -> Bool {
        switch self {
        case .confirmation, .seatOffered: standing == .confirmed
        case .waitingList: standing == .waitlisted
        case .invitation, .reminder, .change, .cancellation, .thanks, .letter:
            ![.declined, .withdrawn, .rejected].contains(standing)
        }
    }
}
