package import struct FoundationEssentials.Date

/// An address that nothing is sent to, and why.
package struct Suppression: Sendable, Equatable, Identifiable {
    package typealias ID = Identifier<Suppression>

    package var id: ID
    package var address: EmailAddress
    package var cause: Cause
    /// The server's words, or those of whoever entered it.
    package var words: String
    package var at: Date
    package var actor: Actor
    /// The mail that came back.
    package var message: Message.ID?

    package init(
        id: ID = ID(0), address: EmailAddress, cause: Cause, words: String, at: Date, actor: Actor,
        message: Message.ID? = nil
    ) {
        self.id = id
        self.address = address
        self.cause = cause
        self.words = words
        self.at = at
        self.actor = actor
        self.message = message
    }

    package enum Cause: String, Sendable, CaseIterable {
        /// There is no such address.
        case dead
        /// It is closed.
        case disabled
        /// Mail to it came back on five days within thirty.
        case failing
        /// An officer wants it so.
        case officer
    }
}

/// A kind of mail that people may have enough of, and go without.
///
/// What concerns a place that somebody has is in no stream: a confirmation, a change, a cancellation
/// (UNS-7).
package enum MailStream: String, Sendable, CaseIterable {
    case invitations, letters
}

extension Message.Purpose {
    package var stream: MailStream? {
        switch self {
        case .invitation, .reminder: .invitations
        case .letter: .letters
        case .confirmation, .waitingList, .seatOffered, .change, .cancellation, .thanks: nil
        }
    }
}

/// What somebody does not want to get any more.
package struct OptOut: Sendable, Equatable {
    package var person: Person.ID
    /// Nothing means all mail.
    package var stream: MailStream?
    package var cause: Cause
    package var at: Date
    package var actor: Actor

    package init(
        person: Person.ID, stream: MailStream?, cause: Cause, at: Date, actor: Actor
    ) {
        self.person = person
        self.stream = stream
        self.cause = cause
        self.at = at
        self.actor = actor
    }

    package enum Cause: String, Sendable, CaseIterable {
        /// They told their mail provider that it is spam.
        case complaint
        /// They asked for it, or followed the link to unsubscribe.
        case request
    }
}

extension Inquiry {
    /// Why nothing of this stream may be sent to this person at this address, or nothing (BOX-10).
    ///
    /// - Parameter stream: nothing for what concerns a place that they have.
    func restraint(on address: EmailAddress, of person: Person.ID, stream: MailStream?) throws
        -> String?
    {
        if let suppression = try ledger.suppression(of: address) { return suppression.reason }
        let optOuts = try ledger.optOuts(of: person)
        let isOut = optOuts.contains {
            $0.stream == nil || (stream != nil && $0.stream == stream)
        }
        return isOut ? "the person wants no \(stream?.rawValue ?? "mail")" : nil
    }
}

extension Suppression {
    /// The reason as it stands beside a mail that is not sent, or somebody who is not invited.
    package var reason: String {
        let said = words.isEmpty ? "" : ": \(words.prefix(200))"
        return switch cause {
        case .dead: "there is no such address\(said)"
        case .disabled: "the address is closed\(said)"
        case .failing: "mail to the address keeps coming back\(said)"
        case .officer: "nothing is sent to the address\(said)"
        }
    }
}

extension Deed {
    /// Why a mail may not be sent to whom it is to, or nothing; looked up when it is claimed
    /// (BOX-10).
    func restraint(on message: Message) throws -> String? {
        try inquiry.restraint(
            on: message.address, of: message.person, stream: message.purpose.stream)
    }

    /// Takes down what a server's refusal means for the address: it is the same whether it came in
    /// the SMTP reply or in a report afterwards (BNC-6).
    ///
    /// - Parameter day: on which the mail was refused.
    /// - Returns: the suppression that follows from it, if any.
    func note(_ bounce: BounceClass, words: String, of message: Message, on day: Day) throws
        -> Suppression?
    {
        guard !message.address.text.isEmpty else { return nil }
        switch bounce {
        case .dead: return try suppress(message.address, .dead, words, message.id)
        case .disabled: return try suppress(message.address, .disabled, words, message.id)
        case .policy, .ours: return nil
        case .soft:
            try ledger.insert(bounceDay: day, of: message.address)
            let days = try ledger.bounceDays(of: message.address)
            guard BounceScore.isEnough(days) else { return nil }
            return try suppress(message.address, .failing, words, message.id)
        }
    }

    /// The same of a refusal that came in the SMTP reply (BNC-6).
    func noteRefusal(_ delivery: Delivery, of message: Message) throws {
        guard delivery.outcome == .failed, delivery.code != nil else { return }
        let bounce = BounceClass(
            delivery.enhanced.flatMap { DeliveryStatus($0) }, words: delivery.reply)
        _ = try note(bounce, words: delivery.reply, of: message, on: Zone.utc.day(at: now))
    }

    /// Puts an address among those that nothing is sent to; one that is there already stays as it
    /// is.
    @discardableResult
    func suppress(
        _ address: EmailAddress, _ cause: Suppression.Cause, _ words: String,
        _ message: Message.ID?
    ) throws -> Suppression? {
        guard try ledger.suppression(of: address) == nil else { return nil }
        var suppression = Suppression(
            address: address, cause: cause, words: String(words.prefix(500)), at: now,
            actor: actor, message: message)
        suppression.id = try ledger.insert(suppression)
        try log(
            .suppress, .suppression(suppression.id),
            ["cause": cause.rawValue, "message": message?.text])
        return suppression
    }

    /// Takes down that somebody wants no more of a stream.
    func optOut(of person: Person.ID, _ stream: MailStream?, _ cause: OptOut.Cause) throws {
        guard try !ledger.optOuts(of: person).contains(where: { $0.stream == stream }) else {
            return
        }
        try ledger.insert(
            OptOut(person: person, stream: stream, cause: cause, at: now, actor: actor))
        try log(
            .optOut, .person(person),
            ["stream": stream?.rawValue ?? "all", "cause": cause.rawValue])
    }
}

/// When mail that keeps coming back for passing reasons has come back often enough: Mailman 3's
/// rule and its numbers (BNC-5).
enum BounceScore {
    /// Whether there are five days of it within thirty, with no quiet week in between.
    static func isEnough(_ days: [Day]) -> Bool {
        let days = Set(days).sorted()
        guard let last = days.last else { return false }
        var run = 0
        var previous: Day?
        for day in days where last.daysSince1970 - day.daysSince1970 < window {
            let gap = previous.map { day.daysSince1970 - $0.daysSince1970 } ?? 0
            run = gap > quiet ? 1 : run + 1
            previous = day
        }
        return run >= threshold
    }

    private static let threshold = 5
    private static let window = 30
    private static let quiet = 7
}
