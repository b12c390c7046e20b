import struct FoundationEssentials.Date

extension Inquiry {
    /// - Throws: `event.status`, `event.no-term`.
    func plan(_ selection: InvitationDesk.Selection, to event: Event) throws -> InvitationPlan {
        try event.checkOpenForInvitations()
        var lines: [InvitationPlan.Line] = []
        let invitations = try ledger.invitations(to: event.id)
        switch selection {
        case .all, .nominated:
            let standings: [Standing] = selection == .nominated ? [.nominated] : []
            for line in try self.lines(
                of: try ledger.registrations(at: event.id, standings: standings))
            {
                lines.append(
                    .init(
                        person: line.person, registration: line.registration,
                        invitation: invitations[line.registration.id],
                        verdict: try verdict(on: line.person, line.registration, invitations)))
            }
        case .people(let mentions):
            var seen: Set<Person.ID> = []
            for mention in mentions {
                let person = try person(mention, at: event)
                guard seen.insert(person.id).inserted else { continue }
                let registration = try ledger.registration(of: person.id, at: event.id)
                lines.append(
                    .init(
                        person: person, registration: registration,
                        invitation: registration.flatMap { invitations[$0.id] },
                        verdict: try verdict(on: person, registration, invitations)))
            }
        }
        return InvitationPlan(
            event: event, lines: try lines.map { try restrained($0, stream: .invitations) },
            invitedBefore: selection == .nominated && lines.isEmpty ? invitations.count : 0)
    }

    private func verdict(
        on person: Person, _ registration: Registration?,
        _ invitations: [Registration.ID: Invitation]
    ) throws -> InvitationPlan.Verdict {
        if let registration {
            if invitations[registration.id] != nil, !(try neverLeft(person, registration.event)) {
                return .invitedAlready
            }
            switch registration.standing {
            case .declined, .withdrawn, .rejected: return .notWanted
            case .nominated, .invited, .applied, .waitlisted, .confirmed: break
            }
        }
        return person.address == nil ? .noAddress : .invite
    }

    /// The line with why no mail may go to its person, where there is a reason.
    func restrained(_ line: InvitationPlan.Line, stream: MailStream?) throws
        -> InvitationPlan.Line
    {
        guard line.verdict == .invite, let address = line.person.address,
            let reason = try restraint(on: address, of: line.person.id, stream: stream)
        else { return line }
        var line = line
        line.verdict = .suppressed
        line.reason = reason
        return line
    }

    /// Whether the last invitation to somebody came to nothing, so that another one may be made: to
    /// an address that was mended since, or after it was taken back. One that may be there is followed
    /// by a change, and by no second invitation (BOX-1).
    private func neverLeft(_ person: Person, _ event: Event.ID) throws -> Bool {
        guard let last = try lastMessage(.invitation, to: person.id, for: event) else {
            return true
        }
        switch last.state {
        case .failed: return true
        case .cancelled, .expired, .suppressed:
            let change = try lastMessage(.change, to: person.id, for: event)
            return try !mayHaveArrived(last) && change?.isWaiting != true
        case .queued, .sending, .sent, .retry, .unknown, .held: return false
        }
    }

    /// Who was invited and has not answered.
    func reminders(for event: Event, only people: [PersonMention]?) throws -> InvitationPlan {
        try event.checkOpenForInvitations()
        let only = try people.map { Set(try $0.map { try person($0, at: event).id }) }
        let invitations = try ledger.invitations(to: event.id)
        let registrations = try ledger.registrations(at: event.id, standings: [])
        let lines = try self.lines(of: registrations).compactMap { line -> InvitationPlan.Line? in
            guard only?.contains(line.person.id) != false else { return nil }
            let verdict: InvitationPlan.Verdict
            switch (invitations[line.registration.id], line.registration.standing) {
            case (nil, _): verdict = .notInvited
            case (let invitation?, _) where invitation.answer != nil: verdict = .answered
            // Its mail has not left: a reminder would come before what it reminds of.
            case (let invitation?, _) where invitation.sentAt == nil: verdict = .notInvited
            case (_, .declined), (_, .withdrawn), (_, .rejected): verdict = .notWanted
            case (_, .confirmed): verdict = .answered
            default: verdict = line.person.address == nil ? .noAddress : .invite
            }
            return try restrained(
                .init(person: line.person, registration: line.registration, verdict: verdict),
                stream: .invitations)
        }
        return InvitationPlan(event: event, lines: lines)
    }
}

extension Event {
    /// - Throws: `event.status`, `event.no-term`.
    func checkOpenForInvitations() throws(Problem) {
        switch status {
        case .planned, .open: break
        case .closed, .held, .postponed, .cancelled: throw .eventStatus(self, "invite anybody")
        }
        guard dates != nil || term != nil else {
            throw Problem(
                .eventNoTerm,
                "An invitation says when: give \(code) its dates with “convene event edit \(code)"
                    + " --dates …”, or at least its term with “--when 2023”.")
        }
    }
}
