/// The desk from which people are invited, and to which their answers come.
package struct InvitationDesk: Sendable {
    let office: Office
    let actor: Actor

    /// Who would get an invitation, and who would not and why.
    ///
    /// - Throws: `event.unknown`, `event.status`, `event.no-term`, `person.unknown`.
    package func plan(_ selection: Selection, to event: Code) async throws -> InvitationPlan {
        try await office.postRoom(actor).plan(Circular(plain: .invitation(selection)), at: event)
    }

    /// Queues an invitation for everybody in the selection who has none; inviting twice is no
    /// different from inviting once (BOX-1).
    ///
    /// - Parameter note: a word of the organiser's own for this mail.
    /// - Throws: as ``plan(_:to:)``; `mail.not-set`, `template.faulty`.
    package func invite(_ selection: Selection, to event: Code, note: String = "") async throws
        -> InvitationPlan
    {
        try await office.postRoom(actor).queue(
            Circular(plain: .invitation(selection), note: note), at: event)
    }

    /// Queues a reminder for those who were invited and have not answered.
    ///
    /// - Throws: `event.unknown`, `event.status`, `mail.not-set`.
    package func remind(_ event: Code, only people: [PersonMention]? = nil, note: String = "")
        async throws -> InvitationPlan
    {
        try await office.postRoom(actor).queue(
            Circular(plain: .reminder(people), note: note), at: event)
    }

    /// Who would be reminded, and who would not and why.
    package func planReminders(_ event: Code, only people: [PersonMention]? = nil) async throws
        -> InvitationPlan
    {
        try await office.postRoom(actor).plan(Circular(plain: .reminder(people)), at: event)
    }

    /// Records the answers of people who were invited, however they came, all or none. The last in
    /// time counts.
    ///
    /// - Parameter telling: whether those who accept are told by mail that they have a seat, or
    ///   wait for one; nothing means those who answered themselves.
    /// - Throws: `invitation.unknown`, `event.status`, `registration.standing`.
    package func answer(
        _ answer: Invitation.Answer, from people: [PersonMention], to event: Code,
        by channel: Invitation.Channel, note: String = "", telling: Bool? = nil
    ) async throws -> [AnswerReport] {
        try await office.write(as: actor) { deed in
            let event = try deed.inquiry.event(event)
            return try people.map { person in
                let registration = try deed.inquiry.registration(of: person, at: event)
                guard let invitation = try deed.ledger.invitation(of: registration.id) else {
                    throw Problem.invitationUnknown(person, event)
                }
                return try deed.answer(
                    answer, to: invitation, of: registration, at: event, by: channel, note: note,
                    telling: telling ?? channel.isOwn)
            }
        }
    }

    /// Records one answer; as ``answer(_:from:to:by:note:)`` of several.
    package func answer(
        _ answer: Invitation.Answer, from person: PersonMention, to event: Code,
        by channel: Invitation.Channel, note: String = ""
    ) async throws -> AnswerReport {
        try await self.answer(answer, from: [person], to: event, by: channel, note: note)[0]
    }

    /// Records the answer of whoever holds a secret link.
    ///
    /// - Throws: `invitation.unknown`, the same for a link that never was and one that is no more.
    package func answer(
        _ answer: Invitation.Answer, token: String, by channel: Invitation.Channel = .link,
        note: String = ""
    ) async throws -> AnswerReport {
        try await office.write(as: actor) { deed in
            let (invitation, registration, event) = try deed.inquiry.guest(token, deed.office)
            return try deed.answer(
                answer, to: invitation, of: registration, at: event, by: channel, note: note,
                telling: channel.isOwn)
        }
    }

    package func list(_ event: Code) async throws -> [InvitationLine] {
        try await office.read(as: actor) { inquiry in
            let event = try inquiry.event(event)
            try inquiry.require(.names, at: event)
            let invitations = try inquiry.ledger.invitations(to: event.id)
            let registrations = try inquiry.ledger.registrations(at: event.id, standings: [])
            let deliveries = try inquiry.deliveries(ofInvitationsTo: event)
            return try inquiry.lines(of: registrations).compactMap { line in
                invitations[line.registration.id].map {
                    InvitationLine(
                        invitation: $0, line: line, delivery: deliveries[line.person.id])
                }
            }
        }
    }

    /// One invitation with all answers to it.
    package func file(_ person: PersonMention, to event: Code) async throws -> InvitationFile {
        try await office.read(as: actor) { inquiry in
            let event = try inquiry.event(event)
            let registration = try inquiry.registration(of: person, at: event)
            guard let invitation = try inquiry.ledger.invitation(of: registration.id) else {
                throw Problem.invitationUnknown(person, event)
            }
            return InvitationFile(
                line: InvitationLine(
                    invitation: invitation, line: try inquiry.line(of: registration),
                    delivery: try inquiry.deliveries(ofInvitationsTo: event)[registration.person]),
                answers: try inquiry.ledger.answers(to: invitation.id))
        }
    }

    /// Who is to be invited.
    package enum Selection: Sendable, Equatable {
        /// Everybody on the event's list who has not declined, withdrawn or been rejected.
        case all
        case nominated
        /// These; somebody who is not on the list is put there.
        case people([PersonMention])
    }
}

/// Who would get a mail, and who would not and why.
package struct InvitationPlan: Sendable {
    package var event: Event
    package var lines: [Line]
    /// How many were invited before, where that is why nobody is left in the selection.
    package var invitedBefore = 0

    package var count: Int { lines.count { $0.verdict == .invite } }

    /// How many have the mail already, where that is why nobody would get it: it is all done then.
    package var doneBefore: Int? {
        guard lines.allSatisfy({ [.invitedAlready, .hadAlready].contains($0.verdict) }) else {
            return nil
        }
        let number = lines.isEmpty ? invitedBefore : lines.count
        return number > 0 ? number : nil
    }

    package struct Line: Sendable {
        package var person: Person
        /// Nothing for somebody who is not on the event's list yet.
        package var registration: Registration?
        /// What they hold already, where its mail never left.
        package var invitation: Invitation?
        package var verdict: Verdict
        /// Why no mail may go to them, where that is the verdict.
        package var reason: String?
    }

    package enum Verdict: String, Sendable, CaseIterable {
        case invite
        case invitedAlready = "invited-already"
        case noAddress = "no-address"
        /// Declined, withdrawn or rejected.
        case notWanted = "not-wanted"
        case answered
        case notInvited = "not-invited"
        case notAttended = "not-attended"
        case notCompleted = "not-completed"
        /// This very mail was sent to them before, or waits.
        case hadAlready = "had-already"
        /// Nothing is sent to the address, or the person wants nothing.
        case suppressed
    }
}

/// An invitation with whom it is to.
package struct InvitationLine: Sendable {
    package var invitation: Invitation
    package var line: RegistrationLine
    /// What became of the last mail about it; nothing where there is none that was not taken back.
    package var delivery: InvitationDelivery?
}

/// One invitation with all answers to it.
package struct InvitationFile: Sendable {
    package var line: InvitationLine
    package var answers: [InvitationAnswer]
}

/// What an answer brought about.
package struct AnswerReport: Sendable {
    package var line: RegistrationLine
    package var answer: Invitation.Answer
    /// How many moved up from the waiting list to the seat that it freed.
    package var movedUp: Int
    /// Whether a mail says that they have a seat, or wait for one.
    package var isTold = false
}

extension Problem {
    static func invitationUnknown(_ person: PersonMention, _ event: Event) -> Problem {
        Problem(
            .invitationUnknown,
            "\(person) has no invitation to \(event.code): “convene invite \(event.code)"
                + " --to \(person)” sends one; without it, use “convene registration confirm”.")
    }
}

extension Office {
    package func invitationDesk(_ actor: Actor) -> InvitationDesk {
        InvitationDesk(office: self, actor: actor)
    }
}
