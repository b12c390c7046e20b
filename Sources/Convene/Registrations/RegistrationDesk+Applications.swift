import struct FoundationEssentials.Date

/// What somebody hands in who registers by themselves.
package struct Application: Sendable {
    package var draft: PersonDraft
    package var particulars: Particulars

    package init(draft: PersonDraft, particulars: Particulars) {
        self.draft = draft
        self.particulars = particulars
    }
}

extension RegistrationDesk {
    /// Takes in somebody who registers by themselves, while the event is open to that.
    ///
    /// What they learn is what anybody would who registered at this moment: it does not tell whether
    /// the address is known. How they stand is told by mail to the address. Whoever is in the
    /// register stays as they are there; whoever has a place, waits or has applied keeps that, and
    /// gets the mail once more, though not twice a day.
    ///
    /// - Throws: `event.unknown`, `admission.closed`, `consent.missing`, `person.no-address`,
    ///   `answer.missing`, `answer.invalid`.
    package func take(_ application: Application, at event: Code) async throws -> Notice.Entrance {
        try await office.write(as: actor) { deed in
            let event = try deed.inquiry.event(event)
            let entrance = try deed.inquiry.entrance(to: event, by: deed.office)
            guard entrance != .closed else {
                throw Problem.admissionClosed(event)
            }
            try deed.take(application, at: event, by: entrance)
            return entrance
        }
    }
}

extension Deed {
    fileprivate func take(
        _ application: Application, at event: Event, by entrance: Notice.Entrance
    ) throws {
        guard let address = application.draft.person.address else {
            throw Problem.personNoAddress(application.draft.person)
        }
        let known = try ledger.person(addressKey: address.key).flatMap { try ledger.person($0) }
        let person = try known ?? add(application.draft)
        guard let present = try ledger.registration(of: person.id, at: event.id) else {
            let registration = try insert(
                person.id, at: event, standing: entrance.standing, snapshot: Snapshot(person),
                role: .participant, reason: "")
            try keep(application.particulars, of: registration)
            return try welcome(registration, at: event)
        }
        // Checked alike, so that a refusal does not tell that the address is known.
        try check(application.particulars, at: event)
        try takeAgain(present, at: event, by: entrance, application.particulars)
    }

    private func takeAgain(
        _ present: Registration, at event: Event, by entrance: Notice.Entrance,
        _ particulars: Particulars
    ) throws {
        switch present.standing {
        case .nominated, .invited, .declined, .withdrawn:
            let moved = try set(
                entrance.standing, of: present, at: event, reason: "registered by themselves")
            try keep(particulars, of: moved)
            try welcome(moved, at: event)
        // Whoever knows an address must not be able to change what somebody else has said.
        case .confirmed, .waitlisted: try welcome(present, at: event)
        case .applied, .rejected: break
        }
    }

    private func welcome(_ registration: Registration, at event: Event) throws {
        let dayAgo = now.addingTimeInterval(-86_400)
        for purpose in Message.Purpose.tidings {
            let last = try inquiry.lastMessage(purpose, to: registration.person, for: event.id)
            if let last, last.madeAt > dayAgo, purpose == registration.standing.tidings { return }
        }
        try tell(.answered, of: registration, at: event)
    }

    private func check(_ particulars: Particulars, at event: Event) throws {
        guard particulars.consents else { throw Problem.consentMissing }
        for question in try ledger.questions(of: event.id) {
            _ = try question.reading(particulars.answers[question.id] ?? [])
        }
    }
}

extension Notice.Entrance {
    /// Where somebody stands who comes in by it.
    fileprivate var standing: Standing {
        switch self {
        case .seat: .confirmed
        case .waitingList, .closed: .waitlisted
        case .application: .applied
        }
    }
}

extension Standing {
    /// The mail that tells of it, unasked.
    fileprivate var tidings: Message.Purpose? {
        switch self {
        case .confirmed: .confirmation
        case .waitlisted: .waitingList
        case .nominated, .invited, .applied, .declined, .withdrawn, .rejected: nil
        }
    }
}

extension Problem {
    static func admissionClosed(_ event: Event) -> Problem {
        Problem(
            .admissionClosed,
            "Nobody can register for \(event.code) by themselves: it is \(event.status.rawValue),"
                + " and admission is by \(event.admission.rawValue).")
    }

    static let consentMissing = Problem(
        .consentMissing, "Nothing can be kept without the person's consent to our keeping it.")
}
