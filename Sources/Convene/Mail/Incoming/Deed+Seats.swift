extension Deed {
    /// Writes to somebody whether they have a seat, or wait for one.
    func tellSeat(of registration: Registration, at event: Event) throws {
        let purpose: Message.Purpose
        switch registration.standing {
        case .confirmed: purpose = .confirmation
        case .waitlisted: purpose = .waitingList
        case .nominated, .invited, .applied, .declined, .withdrawn, .rejected: return
        }
        guard office.letterhead != nil,
            let invitation = try ledger.invitation(of: registration.id),
            let person = try ledger.person(registration.person), person.address != nil
        else { return }
        let line = InvitationPlan.Line(
            person: person, registration: registration, verdict: .invite)
        let message = try queue(
            purpose, line, invitation, by: try post(for: event), note: "", automatic: true)
        try log(
            .tell, .invitation(invitation.id),
            [
                "event": event.code.text, "purpose": purpose.rawValue, "message": message.text,
            ])
    }

    /// Writes to somebody who has moved up, if they were written to that they wait: that mail
    /// promised another.
    func tellMovedUp(_ registration: Registration, at event: Event) throws {
        let promised = try ledger.lastRevision(
            .waitingList, to: registration.person, for: event.id)
        if promised != nil { try tellSeat(of: registration, at: event) }
    }

    /// Why a mail about a seat says what is not so any more, or nothing.
    func contradiction(to message: Message) throws -> String? {
        let told: Standing
        switch message.purpose {
        case .confirmation: told = .confirmed
        case .waitingList: told = .waitlisted
        case .invitation, .reminder, .seatOffered, .change, .cancellation, .thanks, .letter:
            return nil
        }
        guard let standing = try ledger.bearings(of: message.id)?.standing, standing != told else {
            return nil
        }
        return "the person is \(standing.rawValue) by now"
    }
}
