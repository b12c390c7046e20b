import struct FoundationEssentials.Date

extension Deed {
    func invite(_ line: InvitationPlan.Line, by post: EventPost, note: String) throws {
        var line = line
        let registration =
            try line.registration
            ?? insert(
                line.person.id, at: post.event, standing: .invited, snapshot: Snapshot(line.person),
                role: .participant, reason: "")
        line.registration = registration
        let invitation = try line.invitation ?? offer(to: registration)
        let message = try queue(
            .invitation, line, invitation, by: post, note: note, automatic: false)
        try log(
            .invite, .invitation(invitation.id),
            [
                "event": post.event.code.text, "person": line.person.id.text,
                "message": message.text,
            ])
        if registration.standing == .nominated {
            _ = try set(.invited, of: registration, at: post.event, reason: "invitation queued")
        }
    }

    /// Makes the offer that a registration's links and calendar entry belong to.
    func offer(to registration: Registration) throws -> Invitation {
        var invitation = Invitation(
            registration: registration.id, calendarUID: office.chance.hex(16),
            tagged: office.letterhead?.tags != nil, madeAt: now)
        invitation.id = try ledger.insert(invitation)
        return invitation
    }

    /// - Returns: whether a reminder was queued.
    @discardableResult
    func remind(
        _ line: InvitationPlan.Line, by post: EventPost, note: String, automatic: Bool
    ) throws -> Bool {
        guard let registration = line.registration,
            let invitation = try ledger.invitation(of: registration.id),
            // Reminding twice in a row is no different from reminding once (BOX-1).
            try !isWaiting(.reminder, to: line.person.id, for: post.event.id)
        else { return false }
        let message = try queue(
            .reminder, line, invitation, by: post, note: note, automatic: automatic)
        try log(
            .remind, .invitation(invitation.id),
            [
                "event": post.event.code.text, "person": line.person.id.text,
                "message": message.text,
            ])
        return true
    }

    /// Takes an answer down and does what follows from it.
    ///
    /// - Parameter telling: whether a mail says what became of an acceptance; it does, unless
    ///   somebody else gave the answer for them.
    func answer(
        _ answer: Invitation.Answer, to invitation: Invitation, of registration: Registration,
        at event: Event, by channel: Invitation.Channel, note: String, telling: Bool
    ) throws -> AnswerReport {
        guard event.status != .cancelled else {
            throw Problem.eventStatus(event, "be answered any more")
        }
        let wasAccepted = invitation.answer == .accepted
        var invitation = invitation
        invitation.answer = answer
        invitation.answeredAt = now
        try ledger.update(invitation)
        try ledger.insert(
            InvitationAnswer(
                invitation: invitation.id, answer: answer, channel: channel, at: now, actor: actor,
                note: note))
        try log(
            .answer, .invitation(invitation.id),
            [
                "event": event.code.text, "person": registration.person.text,
                "answer": answer.rawValue, "channel": channel.rawValue,
            ])
        let moved = try follow(answer, registration, at: event, by: channel)
        let hasNews = moved.standing != registration.standing || !wasAccepted
        let isTold =
            try telling && answer == .accepted && hasNews
            && tell(channel.isOwn ? .answered : .decided, of: moved, at: event)
        let movedUp = moved.standing == registration.standing ? 0 : try moveUp(at: event)
        return AnswerReport(
            line: try inquiry.line(of: moved), answer: answer, movedUp: movedUp, isTold: isTold)
    }

    /// An acceptance takes a seat while there is one; a refusal frees it; "perhaps" changes nothing.
    /// Whoever was taken off the list stays off it: their refusal is kept, and no more.
    private func follow(
        _ answer: Invitation.Answer, _ registration: Registration, at event: Event,
        by channel: Invitation.Channel
    ) throws -> Registration {
        let reason = "answered by \(channel.rawValue)"
        switch answer {
        case .tentative: return registration
        case .declined:
            guard Standing.declined.follows(registration.standing) else { return registration }
            return try set(.declined, of: registration, at: event, reason: reason)
        case .accepted:
            guard ![.confirmed, .waitlisted].contains(registration.standing) else {
                return registration
            }
            guard ![.rejected, .withdrawn].contains(registration.standing) else {
                throw Problem.standingCannot(registration.standing, .confirmed)
            }
            let seat = try hasSeat(at: event, for: registration.role)
            return try set(
                seat ? .confirmed : .waitlisted, of: registration, at: event, reason: reason)
        }
    }
}
