import struct FoundationEssentials.Date

extension Deed {
    /// Does what a calendar program says: an answer is followed, a counter-proposal is kept for
    /// somebody to see (ICS-7).
    func follow(calendar arrival: Arrival, _ incoming: inout Incoming) throws {
        incoming.kind = .answer
        let replies = arrival.mail.calendar.filter { ["REPLY", "COUNTER"].contains($0.method) }
        guard !replies.isEmpty else {
            incoming.words = arrival.mail.text
            return keepForSomebody(
                &incoming, .unclassified, "A calendar entry that answers nothing of ours.",
                isOpen: arrival.message != nil || arrival.invitation != nil)
        }
        guard let (reply, invitation) = try lastOfOurs(among: replies, arrival) else {
            return try follow(stray: replies, arrival, &incoming)
        }
        try concern(&incoming, invitation)
        incoming.message = nil
        guard let registration = try ledger.registration(invitation.registration),
            let event = try ledger.event(registration.event)
        else { return }
        keepWords(of: reply, arrival, &incoming)
        if reply.method == "COUNTER" {
            return keepForSomebody(
                &incoming, .counter,
                "Another time is proposed for \(event.code): \(reply.proposal). Nothing was changed.",
                isOpen: true)
        }
        guard let attendee = try attendee(of: reply, registration) else {
            return keepForSomebody(
                &incoming, .answer,
                "Not followed: it answers for somebody else than the invitation to \(event.code) was"
                    + " sent to.", isOpen: true)
        }
        try follow(
            Reading(reply: reply, attendee: attendee), invitation, registration, event,
            mayAnswer: !arrival.mail.traits.contains(.nullReturnPath), &incoming)
    }

    /// Does nothing of what an answer says that came without our token. Its UID, or the address that
    /// it came to, was known to nobody but whoever got our mail, or made in good faith by a program
    /// that lost the other: somebody looks at it, and enters it if it is honest (ICS-7).
    private func follow(
        stray replies: [CalendarReply], _ arrival: Arrival, _ incoming: inout Incoming
    ) throws {
        let known = try replies.compactMap { reply in
            try ledger.invitation(calendarUID: reply.uid).map { (reply, $0) }
        }
        guard
            let (reply, invitation) = known.first
                ?? arrival.invitation.flatMap({ own in replies.first.map { ($0, own) } }),
            let registration = try ledger.registration(invitation.registration),
            let event = try ledger.event(registration.event)
        else {
            incoming.outcome = "Ignored: the answer has no token of ours."
            return
        }
        try concern(&incoming, invitation)
        incoming.message = nil
        keepWords(of: reply, arrival, &incoming)
        let attendee = try attendee(of: reply, registration)
        let entered = attendee.flatMap { Reading(reply: reply, attendee: $0).answer }.map {
            " If it is honest, “convene invitation answer \(event.code)"
                + " \(registration.person.text) --answer \($0.rawValue) --by mail” enters it."
        }
        keepForSomebody(
            &incoming, .answer,
            "Not followed: it came without our token for the invitation to \(event.code)."
                + (entered ?? ""), isOpen: true)
    }

    /// What somebody says beside an answer is kept; their own words are for somebody to read,
    /// whatever becomes of the answer.
    private func keepWords(
        of reply: CalendarReply, _ arrival: Arrival, _ incoming: inout Incoming
    ) {
        incoming.words = reply.words(in: arrival.mail)
        incoming.isOpen = reply.hasOwnWords(in: arrival.mail)
    }

    /// A mail may hold several entries. The last in time of those for the guest counts, and where
    /// none is for them the last that has the invitation's token.
    private func lastOfOurs(among replies: [CalendarReply], _ arrival: Arrival) throws
        -> (CalendarReply, Invitation)?
    {
        let ours = try replies.compactMap { reply in
            try invitation(for: reply, arrival).map { (reply, $0) }
        }
        let theirs = try ours.filter { reply, invitation in
            let registration = try ledger.registration(invitation.registration)
            return try registration.flatMap { try attendee(of: reply, $0) } != nil
        }
        return (theirs.isEmpty ? ours : theirs).max { stamp(of: $0) < stamp(of: $1) }
    }

    /// Which version of the invitation an answer is to, and when it was given. Programs that count
    /// revisions of their own, or whose clock is ahead, don't make it later than it is.
    private func stamp(of answer: (reply: CalendarReply, invitation: Invitation)) -> CalendarStamp {
        CalendarStamp(
            sequence: min(answer.reply.sequence, answer.invitation.sequence),
            at: min(answer.reply.stamp ?? now, now))
    }

    /// The invitation that an answer is to: its UID must be the invitation's, and it must have come
    /// to the address with the invitation's tag, if that has one.
    private func invitation(for reply: CalendarReply, _ arrival: Arrival) throws -> Invitation? {
        guard let invitation = try ledger.invitation(calendarUID: reply.uid) else { return nil }
        if invitation.tagged { return arrival.invitation?.id == invitation.id ? invitation : nil }
        return arrival.invitation == nil || arrival.invitation?.id == invitation.id
            ? invitation : nil
    }

    /// The guest whose answer it is: somebody at an address that the invitation was sent to, or
    /// that is theirs. What the mail says of its sender does not count.
    private func attendee(of reply: CalendarReply, _ registration: Registration) throws
        -> CalendarReply.Attendee?
    {
        let theirs =
            try ledger.addresses(writtenTo: registration.id)
            + (ledger.person(registration.person)?.addresses ?? [])
        let keys = Set(theirs.map(\.key))
        return reply.attendees.first { keys.contains($0.address) }
    }

    private struct Reading {
        let reply: CalendarReply
        let attendee: CalendarReply.Attendee

        var answer: Invitation.Answer? {
            switch attendee.status {
            case "ACCEPTED": .accepted
            case "DECLINED": .declined
            case "TENTATIVE": .tentative
            default: nil
            }
        }
    }

    private func follow(
        _ reading: Reading, _ invitation: Invitation, _ registration: Registration, _ event: Event,
        mayAnswer: Bool, _ incoming: inout Incoming
    ) throws {
        guard let answer = reading.answer else {
            return keepForSomebody(
                &incoming, .answer,
                "No answer to \(event.code) yet: its state is \(reading.attendee.status.prefix(40)).",
                isOpen: reading.attendee.status != "NEEDS-ACTION")
        }
        let stamp = stamp(of: (reading.reply, invitation))
        if let hindrance = try hindrance(to: stamp, invitation) {
            return keepForSomebody(
                &incoming, .answer, "Not followed: \(hindrance).",
                isOpen: stamp.sequence < invitation.sequence)
        }
        try checkAnswerable(answer, registration, event)
        // As by the link, which leads nowhere any more (LNK-2).
        guard !event.isOver(at: now) else {
            return keepForSomebody(
                &incoming, .answer, "Not followed: \(event.code) is over.", isOpen: true)
        }
        let report = try self.answer(
            answer, to: invitation, of: registration, at: event, by: .calendar,
            note: String(reading.reply.comment.prefix(500)), telling: mayAnswer)
        try ledger.set(stamp, of: invitation.id)
        incoming.outcome = report.sentence(event.code)
    }

    /// Why an answer does not count: the last in time does, whatever way it came (ICS-18).
    private func hindrance(to stamp: CalendarStamp, _ invitation: Invitation) throws -> String? {
        if stamp.sequence < invitation.sequence {
            return "it answers an earlier version of the invitation"
        }
        if var last = try ledger.calendarStamp(of: invitation.id) {
            last.sequence = min(last.sequence, invitation.sequence)
            if stamp <= last { return "a later answer counts" }
        }
        let other = try ledger.answers(to: invitation.id).last { $0.channel != .calendar }
        if let other, other.at > stamp.at { return "a later answer counts" }
        return nil
    }

    /// Says beforehand what ``answer(_:to:of:at:by:note:)`` would refuse halfway.
    private func checkAnswerable(
        _ answer: Invitation.Answer, _ registration: Registration, _ event: Event
    ) throws {
        guard event.status != .cancelled else {
            throw Problem.eventStatus(event, "be answered any more")
        }
        if answer == .accepted, [.rejected, .withdrawn].contains(registration.standing) {
            throw Problem.standingCannot(registration.standing, .confirmed)
        }
    }

    private func keepForSomebody(
        _ incoming: inout Incoming, _ kind: Incoming.Kind, _ outcome: String, isOpen: Bool
    ) {
        incoming.kind = kind
        incoming.outcome = outcome
        incoming.isOpen = incoming.isOpen || isOpen
    }
}

extension CalendarReply {
    /// The times that are proposed, as far as they are said.
    fileprivate var proposal: String {
        let times = [starts, ends].filter { !$0.isEmpty }.joined(separator: " to ")
        return times.isEmpty ? "without a time" : times
    }
}

extension AnswerReport {
    fileprivate func sentence(_ event: Code) -> String {
        let moved = movedUp > 0 ? " \(movedUp) moved up from the waiting list." : ""
        return
            "Answered \(answer.rawValue) to \(event): now \(line.registration.standing.rawValue)."
            + moved
    }
}
