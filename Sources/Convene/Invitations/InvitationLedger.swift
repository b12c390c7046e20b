package import struct FoundationEssentials.Date

/// The book of invitations, their links and answers.
package protocol InvitationLedger {
    func invitation(_ id: Invitation.ID) throws -> Invitation?
    func invitation(of registration: Registration.ID) throws -> Invitation?
    /// The invitation that a link leads to, by the hash of its token.
    func invitation(linkHash: [UInt8]) throws -> Invitation?
    /// The invitations of an event, by registration.
    func invitations(to event: Event.ID) throws -> [Registration.ID: Invitation]
    func insert(_ invitation: Invitation) throws -> Invitation.ID
    func update(_ invitation: Invitation) throws
    /// Has the calendar entries of all invitations to an event rise by one revision.
    func raiseRevisions(of event: Event.ID) throws
    /// Those to whom a mail about an event was sent, or may have got: one whose end is not known.
    func peopleReached(about event: Event.ID) throws -> Set<Person.ID>
    /// Notes when the invitation of a registration was first sent; whether this was the first time.
    func markSent(invitationOf registration: Registration.ID, at instant: Date) throws -> Bool
    func insert(linkHash: [UInt8], of invitation: Invitation.ID, at: Date) throws
    func insert(_ answer: InvitationAnswer) throws
    /// The answers to an invitation, oldest first.
    func answers(to invitation: Invitation.ID) throws -> [InvitationAnswer]
}
