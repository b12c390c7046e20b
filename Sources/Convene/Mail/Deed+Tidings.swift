import struct FoundationEssentials.Date

/// Why somebody's standing has changed: it decides whether and of what a mail tells them.
package enum StandingNews: Sendable {
    /// They answered themselves.
    case answered
    /// A seat was freed, and it was their turn.
    case movedUp
    /// An officer decided, and wants it told.
    case decided
}

extension Deed {
    /// Tells somebody by mail how they stand at an event now; the one place where that is decided.
    ///
    /// Nothing is told of an event that is over or off, nor to somebody without an address. An
    /// office that has not set up its mail tells nobody, unless an officer asks for it.
    ///
    /// - Returns: whether a mail was queued.
    /// - Throws: `mail.not-set` where an officer asked for it; `template.faulty`.
    @discardableResult
    func tell(_ news: StandingNews, of registration: Registration, at event: Event) throws -> Bool {
        guard let purpose = registration.standing.purpose(for: news), !event.isOver(at: now),
            office.letterhead != nil || news == .decided,
            let person = try ledger.person(registration.person), person.address != nil
        else { return false }
        let post = try post(for: event)
        var invitation = try ledger.invitation(of: registration.id)
        if purpose == .cancellation {
            try takeBack(&invitation)
        } else {
            invitation = try offerAgain(invitation) ?? offer(to: registration)
        }
        let isHeld = try overtakeTidings(to: person.id, of: event) && purpose != .cancellation
        let line = InvitationPlan.Line(
            person: person, registration: registration, verdict: .invite)
        let message = try queue(
            purpose, line, invitation, by: post, note: "", automatic: news != .decided,
            isHeld: isHeld)
        try log(
            .tell, .registration(registration.id),
            ["event": event.code.text, "purpose": purpose.rawValue, "message": message.text])
        return true
    }

    /// The entry in the calendar of somebody who comes no more is taken out (ICS-11).
    private func takeBack(_ invitation: inout Invitation?) throws {
        guard var cancelled = invitation else { return }
        cancelled.sequence += 1
        cancelled.cancelledAt = now
        try ledger.update(cancelled)
        invitation = cancelled
    }

    /// An entry that was taken out comes in again under a higher revision (ICS-9).
    private func offerAgain(_ invitation: Invitation?) throws -> Invitation? {
        guard var invitation, invitation.cancelledAt != nil else { return invitation }
        invitation.sequence += 1
        invitation.cancelledAt = nil
        try ledger.update(invitation)
        return invitation
    }

    /// What was to be told of an earlier standing, and has not left, is not true any more.
    ///
    /// - Returns: whether it was held: what takes its place is as well.
    private func overtakeTidings(to person: Person.ID, of event: Event) throws -> Bool {
        var isHeld = false
        for purpose in Message.Purpose.tidings {
            guard
                let waiting = try waitingMessage(purpose, to: person, for: event.id)
            else { continue }
            try takeOut(waiting, because: "overtaken by a change of the standing")
            isHeld = isHeld || waiting.state == .held
        }
        return isHeld
    }
}

extension Message.Purpose {
    /// The mails that tell somebody how they stand.
    static let tidings: [Message.Purpose] = [.confirmation, .waitingList, .seatOffered]
}

extension Standing {
    /// The mail that tells of this standing, where the news are worth one: who declined needs none,
    /// and who withdrew is told only if an officer wants it.
    fileprivate func purpose(for news: StandingNews) -> Message.Purpose? {
        switch (self, news) {
        case (.confirmed, .movedUp): .seatOffered
        case (.confirmed, _): .confirmation
        case (.waitlisted, _): .waitingList
        case (.withdrawn, .decided), (.rejected, .decided): .cancellation
        case (.nominated, _), (.invited, _), (.applied, _), (.declined, _), (.withdrawn, _),
            (.rejected, _):
            nil
        }
    }
}

extension Event {
    /// Whether the event is off, was held, or its last day is past: nobody awaits mail about it.
    func isOver(at now: Date) -> Bool {
        if [.held, .cancelled].contains(status) { return true }
        guard let last = dates?.upperBound ?? term?.last else { return false }
        return last < zone.day(at: now)
    }

    /// When it begins: at midnight of its first day.
    var beginning: Date? { dates.map { zone.instant($0.lowerBound, .midnight) } }
}
