/// The desk at which people get their places at an event.
package struct RegistrationDesk: Sendable {
    let office: Office
    let actor: Actor

    /// Registers or nominates people who are in the register, all or none.
    ///
    /// - Throws: `event.unknown`, `event.status`, `person.unknown`, `person.ambiguous`,
    ///   `registration.exists`.
    package func enter(
        _ people: [PersonMention], at event: Code, as entry: Entry, role: Role = .participant,
        reason: String = ""
    ) async throws -> [RegistrationLine] {
        try await office.write(as: actor) { deed in
            let event = try deed.inquiry.event(event)
            let registrations = try people.map { mention in
                let person = try deed.inquiry.person(mention)
                return try deed.enter(
                    person, at: event, as: entry, snapshot: Snapshot(person), role: role,
                    reason: reason)
            }
            return try deed.inquiry.lines(of: registrations)
        }
    }

    /// Enters somebody new and registers or nominates them.
    ///
    /// Somebody with the same address is the same person.
    ///
    /// - Throws: `event.unknown`, `event.status`, `registration.exists`.
    package func enter(
        _ draft: PersonDraft, at event: Code, as entry: Entry, role: Role = .participant,
        reason: String = ""
    ) async throws -> RegistrationLine {
        try await office.write(as: actor) { deed in
            let event = try deed.inquiry.event(event)
            let known = try draft.person.address.flatMap {
                try deed.ledger.person(addressKey: $0.key)
            }.flatMap { try deed.ledger.person($0) }
            let person = try known ?? deed.add(draft)
            let registration = try deed.enter(
                person, at: event, as: entry, snapshot: Snapshot(person), role: role,
                reason: reason)
            return try deed.inquiry.line(of: registration)
        }
    }

    /// Takes registrations to another standing, all or none; a freed seat goes to whoever has
    /// waited longest.
    ///
    /// - Parameter telling: whether those whose standing changes are told by mail.
    /// - Throws: `registration.unknown`, `registration.standing`, `event.full`; `mail.not-set` where
    ///   it is to be told.
    package func move(
        _ people: [PersonMention], at event: Code, to standing: Standing, reason: String,
        telling: Bool = false
    ) async throws -> StandingReport {
        try await office.write(as: actor) { deed in
            let event = try deed.inquiry.event(event)
            var report = StandingReport(changed: [], unchanged: [], movedUp: [])
            for mention in people {
                let registration = try deed.inquiry.registration(of: mention, at: event)
                guard registration.standing != standing else {
                    report.unchanged.append(try deed.inquiry.line(of: registration))
                    continue
                }
                let moved = try deed.move(registration, at: event, to: standing, reason: reason)
                if telling, try deed.tell(.decided, of: moved, at: event) { report.mails += 1 }
                report.changed.append(try deed.inquiry.line(of: moved))
            }
            let before = try deed.waiting(at: event)
            try deed.moveUp(at: event)
            let after = Set(try deed.waiting(at: event).map(\.id))
            report.movedUp = try before.filter { !after.contains($0.id) }
                .map { try deed.inquiry.line(of: $0) }
            return report
        }
    }

    package func list(_ event: Code, standings: [Standing] = []) async throws -> [RegistrationLine]
    {
        try await office.read(as: actor) { inquiry in
            let event = try inquiry.event(event)
            try inquiry.require(.names, at: event)
            return try inquiry.lines(
                of: try inquiry.ledger.registrations(at: event.id, standings: standings))
        }
    }

    /// What those on an event's list have said of themselves, and what they were asked.
    package func said(_ event: Code) async throws -> GuestAnswers {
        try await office.read(as: actor) { inquiry in
            let event = try inquiry.event(event)
            try inquiry.require(.names, at: event)
            let all = try inquiry.ledger.registrations(at: event.id, standings: [])
            return try inquiry.said(at: event, by: try inquiry.admitted(all))
        }
    }

    /// One registration with the history of its standing.
    package func file(_ person: PersonMention, at event: Code) async throws -> RegistrationFile {
        try await office.read(as: actor) { inquiry in
            let event = try inquiry.event(event)
            let registration = try inquiry.registration(of: person, at: event)
            return RegistrationFile(
                line: try inquiry.line(of: registration), event: event,
                history: try inquiry.ledger.standingChanges(of: registration.id),
                marks: try inquiry.ledger.latestMarks(of: registration.id),
                sessions: try inquiry.ledger.sessions(of: event.id),
                invitation: try inquiry.ledger.invitation(of: registration.id),
                setAside: try inquiry.merges(into: registration.person).flatMap(\.setAside)
                    .filter { $0.stays == registration.id },
                needs: try inquiry.ledger.needs(of: registration.id),
                answers: try inquiry.answers(of: registration))
        }
    }

    /// How somebody comes onto an event's list.
    package enum Entry: Sendable {
        /// A seat while there are seats, then the waiting list.
        case registered
        /// The same, and a mail says which of the two.
        case registeredAndTold
        /// The list before the invitations.
        case nominated
    }
}

/// A registration with whom it is of.
package struct RegistrationLine: Sendable {
    package var registration: Registration
    package var person: Person
    package var organisation: String
}

/// One registration with everything that happened to it.
package struct RegistrationFile: Sendable {
    package var line: RegistrationLine
    package var event: Event
    package var history: [StandingChange]
    package var marks: [Session.ID: AttendanceMark.Mark]
    package var sessions: [Session]
    package var invitation: Invitation?
    /// Those of the same person that gave way to it when two were made one.
    package var setAside: [PersonMerge.SetAside]
    package var needs: Needs?
    package var answers: [QuestionAnswer]
}

/// What those on an event's list have said of themselves.
package struct GuestAnswers: Sendable {
    package var questions: [Question]
    package var answers: [Registration.ID: [Question.ID: String]]
    package var needs: [Registration.ID: Needs]
    /// Whether anybody at the event has said what they need, be it none of these.
    package var someHaveNeeds: Bool
}

/// What became of a change of standings.
package struct StandingReport: Sendable {
    package var changed: [RegistrationLine]
    package var unchanged: [RegistrationLine]
    /// Those whom the freed seats went to.
    package var movedUp: [RegistrationLine]
    /// How many mails about the change were queued, those about freed seats aside.
    package var mails = 0
}

/// What a registration keeps of a person as they are now.
struct Snapshot: Sendable {
    var country: Country?
    var gender: Gender
    var organisation: Organisation.ID?
    var stakeholder: StakeholderGroup?
}

extension Snapshot {
    init(_ person: Person) {
        self.init(
            country: person.country, gender: person.gender, organisation: person.organisation,
            stakeholder: person.stakeholder)
    }
}

extension Inquiry {
    /// - Throws: `registration.unknown`.
    func registration(of mention: PersonMention, at event: Event) throws -> Registration {
        let person = try person(mention, at: event)
        guard let registration = try ledger.registration(of: person.id, at: event.id) else {
            throw Problem(
                .registrationUnknown,
                "\(person.name.full) (\(person.id.text)) is not registered at \(event.code):"
                    + " “convene register \(event.code) \(person.id.text)” registers them.")
        }
        return registration
    }

    func line(of registration: Registration) throws -> RegistrationLine {
        guard let line = try lines(of: [registration]).first else { throw Problem.accessDenied }
        return line
    }

    /// The registrations that whoever looks may see, with their people.
    ///
    /// - Throws: `access.denied`.
    func lines(of registrations: [Registration]) throws -> [RegistrationLine] {
        let registrations = try admitted(registrations)
        let people = Dictionary(
            uniqueKeysWithValues: try ledger.persons(registrations.map(\.person)).map {
                ($0.id, $0)
            })
        let names = try ledger.names(of: Set(registrations.compactMap(\.organisation)))
        return registrations.compactMap { registration in
            guard let person = people[registration.person] else { return nil }
            return RegistrationLine(
                registration: registration, person: person,
                organisation: registration.organisation.flatMap { names[$0] } ?? "")
        }
    }
}

extension Office {
    package func registrationDesk(_ actor: Actor) -> RegistrationDesk {
        RegistrationDesk(office: self, actor: actor)
    }
}
