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
