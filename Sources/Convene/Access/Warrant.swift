/// Under whose name one looks or acts within a transaction: their rights, looked up once.
final class Warrant {
    private let actor: Actor?
    private var known: Rights?

    init(_ actor: Actor?) { self.actor = actor }

    /// - Throws: `access.denied` for an account that is gone or disabled.
    func rights(in ledger: any AccessLedger) throws -> Rights {
        if let known { return known }
        let rights = try lookUp(in: ledger)
        known = rights
        return rights
    }

    private func lookUp(in ledger: any AccessLedger) throws -> Rights {
        guard let actor, actor.kind == .account else { return .unbound }
        guard let account = try ledger.account(named: actor.name), account.disabledAt == nil else {
            throw Problem(.accessDenied, "This account may do nothing any more.")
        }
        return Rights(role: account.role, scope: account.scope)
    }
}

extension Inquiry {
    /// What whoever looks or acts may do and see.
    func rights() throws -> Rights { try warrant.rights(in: ledger) }

    /// - Throws: `access.denied`.
    func require(_ act: AuditEntry.Act, on subject: AuditEntry.Subject) throws {
        let rights = try rights()
        guard rights.role != nil else { return }
        guard rights.allow(act, on: subject.kind, at: try place(of: subject)) else {
            throw Problem.accessDenied
        }
    }

    /// - Throws: `access.denied`.
    func require(_ sight: Sight, at event: Event? = nil) throws {
        let rights = try rights()
        guard rights.role != nil else { return }
        let isAllowed =
            try event.map { rights.allow(sight, at: try place(of: $0)) }
            ?? rights.allowEverywhere(sight)
        guard isAllowed else { throw Problem.accessDenied }
    }

    /// Whether somebody is among the people whom whoever looks may see.
    func admits(_ country: Country?) throws -> Bool {
        let rights = try rights()
        return rights.scope.country == nil || rights.scope.country == country
    }

    /// Those of the registrations that whoever looks may see.
    ///
    /// - Throws: `access.denied` where names of an event are not for them.
    func admitted(_ registrations: [Registration]) throws -> [Registration] {
        guard try rights().role != nil else { return registrations }
        // The second lock: whoever lists an event's people has asked for the event itself.
        for id in Set(registrations.map(\.event)) {
            try require(.names, at: try ledger.event(id))
        }
        return try registrations.filter { try admits($0.country) }
    }

    /// Where an event lies.
    func place(of event: Event) throws -> Place {
        var place = Place(event: event.id == Event.ID(0) ? nil : event.id)
        place.programmes = try event.programme.map(withParents) ?? []
        return place
    }

    /// Where a subject lies.
    func place(of subject: AuditEntry.Subject) throws -> Place {
        var place = Place()
        switch subject.kind {
        case .person:
            place.isSomebodys = true
            place.country = try ledger.person(Person.ID(subject.number))?.country
        case .programme:
            place.programmes = try withParents(Programme.ID(subject.number))
        case .activity:
            place.programmes =
                try ledger.activity(Activity.ID(subject.number)).map {
                    try withParents($0.programme)
                } ?? []
        default:
            if let event = try ledger.event(of: subject).flatMap({ try ledger.event($0) }) {
                place = try self.place(of: event)
            }
        }
        if subject.kind == .registration {
            place.isSomebodys = true
            place.country = try ledger.registration(Registration.ID(subject.number))?.country
        }
        return place
    }

    /// A programme and those that it is a stage of.
    private func withParents(_ programme: Programme.ID) throws -> [Programme.ID] {
        var line = [programme]
        while let last = line.last, let parent = try ledger.programme(last)?.parent,
            !line.contains(parent)
        {
            line.append(parent)
        }
        return line
    }
}

extension Problem {
    static let accessDenied = Problem(
        .accessDenied, "This account may not do that: ask whoever keeps the accounts.")
}
