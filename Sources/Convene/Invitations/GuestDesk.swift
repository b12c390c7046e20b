import struct FoundationEssentials.Date

/// The desk for whoever holds the secret link of a mail: they see what is held on them, answer,
/// correct and withdraw.
///
/// Every function takes the link's token. Looking changes nothing (LNK-1); a link is good until the
/// event is over (LNK-2), and one that never was is refused like one that is no more.
package struct GuestDesk: Sendable {
    let office: Office

    /// What is held on the holder of a link, and what they are asked.
    ///
    /// - Throws: `invitation.unknown`.
    package func sheet(_ token: String) async throws -> GuestSheet {
        try await office.read { inquiry in
            let (invitation, registration, event) = try inquiry.guest(token, office)
            return GuestSheet(
                notice: try inquiry.notice(of: event, in: try inquiry.card(), by: office),
                line: try inquiry.line(of: registration), invitation: invitation,
                hasNoSeat: try !inquiry.hasSeat(at: event, for: registration.role),
                needs: try inquiry.ledger.needs(of: registration.id),
                answers: try inquiry.answers(of: registration))
        }
    }

    /// Takes the answer to an invitation. What somebody says of themselves is kept with a promise
    /// to come or perhaps to come, and needs their consent.
    ///
    /// - Throws: `invitation.unknown`, `event.status`, `registration.standing`, `consent.missing`,
    ///   `answer.missing`, `answer.invalid`.
    package func answer(
        _ answer: Invitation.Answer, _ particulars: Particulars?, token: String
    ) async throws -> AnswerReport {
        try await write(token) { deed in
            let (invitation, registration, event) = try deed.inquiry.guest(token, office)
            if answer != .declined, let particulars {
                try deed.keep(particulars, of: registration)
            }
            return try deed.answer(
                answer, to: invitation, of: registration, at: event, by: .link, note: "",
                telling: true)
        }
    }

    /// Corrects what the register holds on the holder of a link. Registrations keep what was true
    /// when they were made.
    ///
    /// - Throws: `invitation.unknown`, `name.invalid`.
    package func correct(
        token: String, organisation: String?, _ change: @Sendable (inout Person) throws -> Void
    ) async throws {
        let person = try await holder(of: token)
        _ = try await office.personDesk(Actor(person)).edit(
            PersonMention(person), organisation: organisation, change)
    }

    /// Takes the holder of a link from the event's list; the seat goes to whoever has waited longest.
    ///
    /// - Throws: `invitation.unknown`, `registration.standing`, `event.status`.
    package func withdraw(token: String) async throws {
        try await write(token) { deed in
            let (_, registration, event) = try deed.inquiry.guest(token, office)
            guard registration.standing != .withdrawn else { return }
            _ = try deed.move(
                registration, at: event, to: .withdrawn, reason: "withdrawn by themselves")
            try deed.moveUp(at: event)
        }
    }

    private func holder(of token: String) async throws -> Person.ID {
        try await office.read { try $0.guest(token, office).1.person }
    }

    /// Writes in the name of whoever holds the link.
    private func write<T: Sendable>(
        _ token: String, _ body: @Sendable (Deed) throws -> T
    ) async throws -> T {
        try await office.write(as: Actor(try await holder(of: token)), body)
    }
}

/// What somebody sees who comes by a secret link.
package struct GuestSheet: Sendable {
    package var notice: Notice
    package var line: RegistrationLine
    package var invitation: Invitation
    /// Whether all seats are taken for somebody in this role.
    package var hasNoSeat: Bool
    package var needs: Needs?
    package var answers: [QuestionAnswer]

    /// Whether an answer is still taken.
    package var canAnswer: Bool {
        notice.event.status != .cancelled
            && ![.rejected, .withdrawn].contains(line.registration.standing)
    }

    /// Whether there is anything to withdraw from.
    package var canWithdraw: Bool {
        notice.event.status != .cancelled && Standing.withdrawn.follows(line.registration.standing)
            && line.registration.standing != .withdrawn
            && line.registration.standing != .declined
    }

    /// Whether whoever says yes now has to wait for a seat.
    package var isFull: Bool {
        hasNoSeat && line.registration.standing != .confirmed
    }
}

extension Actor {
    /// The holder of a secret link.
    fileprivate init(_ person: Person.ID) { self.init(kind: .link, name: person.text) }
}

extension Inquiry {
    /// Whom a link leads to.
    ///
    /// - Throws: `invitation.unknown`.
    func guest(_ token: String, _ office: Office) throws -> (Invitation, Registration, Event) {
        guard let invitation = try ledger.invitation(linkHash: office.digest(Array(token.utf8))),
            let registration = try ledger.registration(invitation.registration),
            let event = try ledger.event(registration.event),
            event.status == .cancelled || !event.isOver(at: office.clock())
        else {
            throw Problem(
                .invitationUnknown,
                "This link leads to no invitation: copy the whole link from the mail.")
        }
        return (invitation, registration, event)
    }
}

extension Office {
    package var guestDesk: GuestDesk { GuestDesk(office: self) }
}
