/// Two people who turned out to be one: which value stays, what moves, and what is needed to make
/// them two again.
package struct PersonMerge: Sendable, Equatable {
    /// The one who stays, as they were before and as they will be.
    package var before: Person
    package var after: Person
    /// The one who goes into the other, as they were.
    package var gone: Person
    /// The registrations that move to the one who stays.
    package var moved: [Registration.ID]
    /// Registrations at an event where both were, that give way to the other's.
    package var setAside: [SetAside]
    /// The messages that change hands, as they were.
    package var messages: [MessageOwner]

    package init(
        before: Person, after: Person, gone: Person, moved: [Registration.ID] = [],
        setAside: [SetAside] = [], messages: [MessageOwner] = []
    ) {
        self.before = before
        self.after = after
        self.gone = gone
        self.moved = moved
        self.setAside = setAside
        self.messages = messages
    }

    /// A registration that gives way, with its history and the one that it gives way to.
    package struct SetAside: Sendable, Equatable {
        package var registration: Registration
        package var changes: [StandingChange]
        package var stays: Registration.ID
        package var invitation: SetAsideInvitation?
        /// Its mails that had not left, which are taken back, with the state that they were in.
        package var takenBack: [Message.ID: Message.State]
        /// What came about it.
        package var incoming: [Incoming.ID]

        package init(
            registration: Registration, changes: [StandingChange], stays: Registration.ID,
            invitation: SetAsideInvitation? = nil, takenBack: [Message.ID: Message.State] = [:],
            incoming: [Incoming.ID] = []
        ) {
            self.registration = registration
            self.changes = changes
            self.stays = stays
            self.invitation = invitation
            self.takenBack = takenBack
            self.incoming = incoming
        }
    }

    /// The invitation of a registration that gives way, as it was.
    package struct SetAsideInvitation: Sendable, Equatable {
        package var invitation: Invitation
        /// The other registration's invitation, to which its answers and links go; where there is
        /// none, it goes over whole.
        package var joins: Invitation.ID?
        package var trail: InvitationTrail

        package init(invitation: Invitation, joins: Invitation.ID?, trail: InvitationTrail) {
            self.invitation = invitation
            self.joins = joins
            self.trail = trail
        }
    }

    /// Whose a message is.
    package struct MessageOwner: Sendable, Equatable {
        package var message: Message.ID
        package var event: Event.ID
        package var purpose: Message.Purpose
        package var person: Person.ID
        package var registration: Registration.ID?
        package var revision: Int

        package init(
            message: Message.ID, event: Event.ID, purpose: Message.Purpose, person: Person.ID,
            registration: Registration.ID?, revision: Int
        ) {
            self.message = message
            self.event = event
            self.purpose = purpose
            self.person = person
            self.registration = registration
            self.revision = revision
        }
    }
}

/// Which answers an invitation has, which secret links lead to it, and which answer by calendar counts.
package struct InvitationTrail: Sendable, Equatable {
    package var answers: [Int64]
    package var links: [[UInt8]]
    package var stamp: CalendarStamp?

    package init(answers: [Int64] = [], links: [[UInt8]] = [], stamp: CalendarStamp? = nil) {
        self.answers = answers
        self.links = links
        self.stamp = stamp
    }
}

/// The two sides of a merge: A stays, B goes into it.
package enum MergeSide: String, Sendable, CaseIterable {
    case first = "A"
    case second = "B"
    /// What both have.
    case both
}
