extension Deed {
    /// Puts somebody on an event's list.
    ///
    /// - Throws: `event.status`, `registration.exists`.
    func enter(
        _ person: Person, at event: Event, as entry: RegistrationDesk.Entry, snapshot: Snapshot,
        role: Role, reason: String
    ) throws -> Registration {
        try event.checkOpenForLists()
        if let present = try ledger.registration(of: person.id, at: event.id) {
            throw Problem.registrationExists(person, event, present.standing)
        }
        let standing: Standing =
            switch entry {
            case .nominated: .nominated
            case .registered, .registeredAndTold:
                try hasSeat(at: event, for: role) ? .confirmed : .waitlisted
            }
        let registration = try insert(
            person.id, at: event, standing: standing, snapshot: snapshot, role: role, reason: reason
        )
        if entry == .registeredAndTold { try tell(.decided, of: registration, at: event) }
        return registration
    }

    /// Writes a new registration with the first line of its history.
    func insert(
        _ person: Person.ID, at event: Event, standing: Standing, snapshot: Snapshot, role: Role,
        reason: String
    ) throws -> Registration {
        var registration = Registration(
            event: event.id, person: person, role: role, standing: standing,
            country: snapshot.country, gender: snapshot.gender,
            organisation: snapshot.organisation, stakeholder: snapshot.stakeholder,
            waitingSince: standing == .waitlisted ? now : nil)
        registration.id = try ledger.insert(registration)
        if standing == .confirmed, role.takesSeat { seats.take(at: event.id) }
        try ledger.insert(
            StandingChange(standing: standing, at: now, actor: actor, reason: reason),
            of: registration.id)
        try log(
            standing.act, .registration(registration.id),
            [
                "event": event.code.text, "person": person.text, "standing": standing.rawValue,
                "reason": reason.isEmpty ? nil : reason,
            ])
        return registration
    }

    /// Takes a registration to another standing, by the rules of ``Standing/follows(_:)``.
    ///
    /// - Throws: `registration.standing`, `event.full`, `event.status`.
    func move(_ registration: Registration, at event: Event, to standing: Standing, reason: String)
        throws -> Registration
    {
        guard standing.follows(registration.standing) else {
            throw Problem.standingCannot(registration.standing, standing)
        }
        if standing == .rejected, reason.isEmpty {
            throw Problem(
                .registrationStanding,
                "Say why with --reason: somebody who is rejected may ask, and the history keeps it."
            )
        }
        guard event.status != .cancelled else {
            throw Problem.eventStatus(event, "change its list")
        }
        if standing == .confirmed, !(try hasSeat(at: event, for: registration.role)) {
            throw Problem.eventFull(event)
        }
        return try set(standing, of: registration, at: event, reason: reason)
    }

    /// Writes the standing with its history; the rules have been asked.
    func set(_ standing: Standing, of registration: Registration, at event: Event, reason: String)
        throws -> Registration
    {
        var moved = registration
        moved.standing = standing
        moved.waitingSince = standing == .waitlisted ? now : nil
        try ledger.update(standingOf: moved)
        seats[event.id] = nil
        try ledger.insert(
            StandingChange(standing: standing, at: now, actor: actor, reason: reason), of: moved.id)
        try log(
            standing.act, .registration(moved.id),
            [
                "event": event.code.text, "person": moved.person.text,
                "from": registration.standing.rawValue, "standing": standing.rawValue,
                "reason": reason.isEmpty ? nil : reason,
            ])
        return try recount(moved, at: event)
    }

    /// Whether one more in this role can be confirmed.
    func hasSeat(at event: Event, for role: Role) throws -> Bool {
        guard let capacity = event.capacity, role.takesSeat else { return true }
        let taken = try seats[event.id] ?? ledger.confirmed(at: event.id, roles: Role.seated)
        seats[event.id] = taken
        return taken < capacity
    }

    /// Gives free seats to those who wait, oldest first because the waiting list promises it, and
    /// tells them.
    ///
    /// - Returns: how many moved up.
    @discardableResult
    func moveUp(at event: Event, telling: Bool = true) throws -> Int {
        guard event.status != .cancelled else { return 0 }
        var moved = 0
        while try hasSeat(at: event, for: .participant),
            let next = try ledger.firstWaiting(at: event.id, roles: Role.seated)
        {
            let seated = try set(
                .confirmed, of: next, at: event, reason: "moved up from the waiting list")
            if telling { try tell(.movedUp, of: seated, at: event) }
            moved += 1
        }
        return moved
    }

    func waiting(at event: Event) throws -> [Registration] {
        try ledger.registrations(at: event.id, standings: [.waitlisted])
    }
}

extension Event {
    /// Whether people may be put on the event's list.
    ///
    /// Lists are formed before dates are agreed, and the trainings of past years are entered too:
    /// the status decides, never today's date.
    ///
    /// - Throws: `event.status`.
    func checkOpenForLists() throws(Problem) {
        switch status {
        case .planned, .open, .held, .postponed: return
        case .closed:
            throw Problem(
                .eventStatus,
                "Registration for \(code) is closed: open it again with “convene event open \(code)”."
            )
        case .cancelled: throw .eventStatus(self, "take anybody")
        }
    }
}

extension Standing {
    /// Whether a registration may come here from there.
    func follows(_ before: Standing) -> Bool {
        switch before {
        case .nominated: self != .applied && self != .nominated
        case .invited, .applied: ![.nominated, .applied].contains(self)
        case .waitlisted: [.confirmed, .declined, .withdrawn, .rejected].contains(self)
        case .confirmed: [.waitlisted, .declined, .withdrawn, .rejected].contains(self)
        case .declined, .withdrawn, .rejected:
            [.nominated, .invited, .waitlisted, .confirmed].contains(self)
        }
    }

    /// What the audit calls coming to this standing.
    var act: AuditEntry.Act {
        switch self {
        case .nominated: .nominate
        case .invited: .invite
        case .applied: .register
        case .waitlisted: .waitlist
        case .confirmed: .confirm
        case .declined: .decline
        case .withdrawn: .withdraw
        case .rejected: .reject
        }
    }
}

extension Problem {
    static func registrationExists(_ person: Person, _ event: Event, _ standing: Standing)
        -> Problem
    {
        Problem(
            .registrationExists,
            "\(person.name.full) (\(person.id.text)) is at \(event.code) already:"
                + " \(standing.rawValue). “convene registration confirm”, “withdraw” and so on change that."
        )
    }

    static func standingCannot(_ from: Standing, _ to: Standing) -> Problem {
        Problem(
            .registrationStanding,
            "Somebody who is \(from.rawValue) can't become \(to.rawValue).")
    }

    static func eventFull(_ event: Event) -> Problem {
        let seats = event.capacity ?? 0
        return Problem(
            .eventFull,
            (seats == 1
                ? "The only seat of \(event.code) is taken"
                : "All \(seats) seats of \(event.code) are taken")
                + ": put them on the waiting list with “convene registration waitlist”, or raise the capacity with “convene event"
                + " edit \(event.code) --capacity …”.")
    }

    static func eventStatus(_ event: Event, _ purpose: String) -> Problem {
        Problem(
            .eventStatus, "\(event.code) is \(event.status.rawValue): it can't \(purpose).")
    }
}
