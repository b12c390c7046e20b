/// Somebody who holds an invitation to an event, and has an address: its changes concern them.
struct Guest {
    let line: InvitationPlan.Line
    let invitation: Invitation
    /// Whether they know of the event: a mail about it has reached them, or may have, they have
    /// answered, or they have a place that a mail is to confirm. Nobody else needs to hear of a change
    /// of it, or that it is off.
    let hasHeard: Bool
    /// The mails about the event that can be taken out of the outbox, the last of each purpose.
    let waiting: [Message]
}

extension Inquiry {
    /// Those whom a change of an event concerns.
    func guests(of event: Event) throws -> [Guest] {
        let invitations = try ledger.invitations(to: event.id)
        guard !invitations.isEmpty else { return [] }
        let registrations = try ledger.registrations(
            at: event.id, standings: [.nominated, .invited, .applied, .waitlisted, .confirmed])
        let reached = try ledger.peopleReached(about: event.id)
        let waiting = try waitingMail(about: event)
        return try lines(of: registrations).compactMap { line in
            guard let invitation = invitations[line.registration.id], line.person.address != nil
            else { return nil }
            let waiting = waiting[line.person.id] ?? []
            return Guest(
                line: InvitationPlan.Line(
                    person: line.person, registration: line.registration, verdict: .invite),
                invitation: invitation,
                hasHeard: invitation.answer != nil || reached.contains(line.person.id)
                    || waiting.contains { Message.Purpose.tidings.contains($0.purpose) },
                waiting: waiting)
        }
    }

    /// The mails that say how an event and its guests stand and have not left, oldest first.
    private func waitingMail(about event: Event) throws -> [Person.ID: [Message]] {
        let messages = try ledger.messages(
            for: event.id, states: [.queued, .held, .retry, .unknown], limit: .max)
        var waiting: [Person.ID: [Message]] = [:]
        for message in messages where message.purpose.isAnswered {
            let isOlder = waiting[message.person]?.contains { $0.purpose == message.purpose }
            if isOlder != true { waiting[message.person, default: []].insert(message, at: 0) }
        }
        return waiting
    }

    /// Whether an attempt to send a mail ended unknown, so that it may be there.
    func mayHaveArrived(_ message: Message) throws -> Bool {
        try message.attempts > 0
            && ledger.attempts(of: message.id).contains { attempt in
                attempt.delivery?.outcome == .unknown
                    || attempt.delivery == nil && attempt.dataStartedAt != nil
            }
    }
}
