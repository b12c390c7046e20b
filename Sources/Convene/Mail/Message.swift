package import struct FoundationEssentials.Date

/// One mail to one person for one purpose: a row of the outbox.
///
/// At most one for a person, an event, a purpose and a revision (BOX-1).
package struct Message: Sendable, Equatable, Identifiable {
    package typealias ID = Identifier<Message>

    package var id: ID
    package var event: Event.ID
    package var person: Person.ID
    package var registration: Registration.ID?
    package var purpose: Purpose
    package var revision: Int
    package var address: EmailAddress
    /// The Message-ID without angle brackets: made when queued, the same on every attempt (MSG-3).
    package var headerID: String
    package var language: Language
    package var subject: String
    package var state: State
    package var attempts: Int
    /// How many attempts had been made when a person last had it sent: they count no more (BOX-6).
    package var attemptsBefore: Int
    package var madeAt: Date
    /// Not before this instant is it tried.
    package var dueAt: Date
    /// After this instant it is not sent any more (BOX-7).
    package var expiresAt: Date?
    package var endedAt: Date?
    /// The last word on it: the server's reply, or why it was not sent.
    package var reply: String

    package init(
        id: ID = ID(0), event: Event.ID, person: Person.ID, registration: Registration.ID?,
        purpose: Purpose, revision: Int, address: EmailAddress, headerID: String,
        language: Language, subject: String, state: State = .queued, attempts: Int = 0,
        attemptsBefore: Int = 0, madeAt: Date, dueAt: Date, expiresAt: Date? = nil,
        endedAt: Date? = nil, reply: String = ""
    ) {
        self.id = id
        self.event = event
        self.person = person
        self.registration = registration
        self.purpose = purpose
        self.revision = revision
        self.address = address
        self.headerID = headerID
        self.language = language
        self.subject = subject
        self.state = state
        self.attempts = attempts
        self.attemptsBefore = attemptsBefore
        self.madeAt = madeAt
        self.dueAt = dueAt
        self.expiresAt = expiresAt
        self.endedAt = endedAt
        self.reply = reply
    }

    package enum Purpose: String, Sendable, CaseIterable {
        case invitation, reminder, confirmation
        case waitingList = "waiting-list"
        case seatOffered = "seat-offered"
        case change, cancellation, thanks, letter
    }

    package enum State: String, Sendable, CaseIterable {
        case queued, sending, sent, retry, failed, unknown
        case held, suppressed, cancelled, expired
    }
}

extension Message {
    /// Takes the mail to another state; every act of the outbox goes through here (BOX-2).
    ///
    /// - Throws: a fault of ours where there is no way to it.
    mutating func become(_ next: State) throws {
        guard state == next || state.mayBecome(next) else {
            throw NoWay(from: state, to: next)
        }
        state = next
    }

    private struct NoWay: Error {
        let from: State
        let to: State
    }
}

extension Message.State {
    /// Whether a mail may go from this state to another: the list of all ways that there are
    /// (BOX-2). A server's late word that it has taken a mail is true whatever was thought of it.
    package func mayBecome(_ next: Self) -> Bool {
        switch self {
        case .queued: [.sending, .sent, .held, .suppressed, .cancelled, .expired].contains(next)
        case .sending: [.queued, .sent, .retry, .failed, .unknown].contains(next)
        case .retry:
            [.queued, .sending, .sent, .failed, .held, .suppressed, .cancelled, .expired]
                .contains(next)
        // It came back.
        case .sent: next == .failed
        case .failed: [.queued, .sent].contains(next)
        case .unknown: [.queued, .sent, .failed, .cancelled].contains(next)
        case .held: [.queued, .sent, .cancelled].contains(next)
        // It was taken out for two people who were one, and are two again.
        case .cancelled: [.queued, .retry, .held, .sent].contains(next)
        case .suppressed, .expired: next == .sent
        }
    }
}

extension Identifier where Subject == Message {
    /// The number as people write it: `M12`.
    package var text: String { "M\(rawValue)" }
}
