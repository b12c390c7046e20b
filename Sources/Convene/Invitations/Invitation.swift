package import struct FoundationEssentials.Date

/// The offer to one person for one event, with a secret link to answer it.
package struct Invitation: Sendable, Equatable, Identifiable {
    package typealias ID = Identifier<Invitation>

    package var id: ID
    package var registration: Registration.ID
    /// The calendar entry's UID, the same over all updates; random, without any user data (ICS-8).
    package var calendarUID: String
    /// The calendar entry's revision, from 0; it rises when dates or status change (ICS-9).
    package var sequence: Int
    /// Whether the organiser of its calendar entry is an address with the invitation's tag. Calendars
    /// know an entry again by its organiser, so it stays as the first mail had it (ICS-6).
    package var tagged: Bool
    package var madeAt: Date
    /// When the mail server first took it, or it was recorded as handed over otherwise.
    package var sentAt: Date?
    package var answer: Answer?
    package var answeredAt: Date?
    package var cancelledAt: Date?

    package init(
        id: ID = ID(0), registration: Registration.ID, calendarUID: String, sequence: Int = 0,
        tagged: Bool = false, madeAt: Date, sentAt: Date? = nil, answer: Answer? = nil,
        answeredAt: Date? = nil,
        cancelledAt: Date? = nil
    ) {
        self.id = id
        self.registration = registration
        self.calendarUID = calendarUID
        self.sequence = sequence
        self.tagged = tagged
        self.madeAt = madeAt
        self.sentAt = sentAt
        self.answer = answer
        self.answeredAt = answeredAt
        self.cancelledAt = cancelledAt
    }

    package enum Answer: String, Sendable, CaseIterable {
        case accepted, declined, tentative
    }

    /// The way by which an answer came.
    package enum Channel: String, Sendable, CaseIterable {
        case link, mail, calendar, telephone, letter

        /// Whether the person answered the register themselves, rather than told an officer.
        package var isOwn: Bool {
            switch self {
            case .link, .mail, .calendar: true
            case .telephone, .letter: false
            }
        }
    }
}

/// One answer to an invitation. All are kept; the last in time counts.
package struct InvitationAnswer: Sendable, Equatable {
    package var invitation: Invitation.ID
    package var answer: Invitation.Answer
    package var channel: Invitation.Channel
    package var at: Date
    package var actor: Actor
    package var note: String

    package init(
        invitation: Invitation.ID, answer: Invitation.Answer, channel: Invitation.Channel,
        at: Date, actor: Actor, note: String = ""
    ) {
        self.invitation = invitation
        self.answer = answer
        self.channel = channel
        self.at = at
        self.actor = actor
        self.note = note
    }
}
