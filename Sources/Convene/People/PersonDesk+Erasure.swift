package import struct FoundationEssentials.Date

/// What forgetting somebody takes out.
package struct Erasure: Sendable, Equatable {
    package var person: Person.ID
    package var name: String
    package var addresses: Int
    /// Registrations, which stay with country, gender, organisation and group as the figures need.
    package var registrations: Int
    package var messages: Int
    /// The events still to come from whose lists they go.
    package var withdrawn: [Code]
}

extension PersonDesk {
    /// What forgetting somebody would take out, without doing it.
    ///
    /// - Throws: `person.unknown`, `person.ambiguous`, `erase.sending`.
    package func erasing(_ mention: PersonMention) async throws -> Erasure {
        try await office.read { try $0.erasure(of: $0.person(mention)) }
    }

    /// Forgets somebody: names, addresses, notes, answers and what mails said go, from the audit and
    /// the history too. What remains says that somebody of this country and gender took part, so
    /// that the figures of every past event stay as they were. From events still to come they go.
    ///
    /// It can't be undone. Backups made before still hold what was forgotten.
    ///
    /// - Throws: `person.unknown`, `person.ambiguous`, `erase.sending`.
    package func erase(_ mention: PersonMention) async throws -> Erasure {
        try await office.write(as: actor) { try $0.erase($0.inquiry.person(mention)) }
    }

    /// Those whom nothing has happened to since: no event of theirs ended later or is still to come,
    /// and they were neither entered nor changed later.
    package func idle(since day: Day) async throws -> [PersonLine] {
        try await office.read { inquiry in
            try inquiry.lines(
                of: try inquiry.ledger.personsIdle(since: day).compactMap {
                    try inquiry.ledger.person($0)
                })
        }
    }

    /// Forgets all whom nothing has happened to since, all or none.
    ///
    /// - Throws: `erase.sending`.
    package func eraseIdle(since day: Day) async throws -> [Erasure] {
        try await office.write(as: actor) { deed in
            try deed.ledger.personsIdle(since: day).compactMap { id in
                try deed.ledger.person(id).map { try deed.erase($0) }
            }
        }
    }

    /// The day before which nothing may have happened for somebody to be forgotten by the rule.
    ///
    /// - Parameter years: 1 or more.
    package func retentionDay(years: Int) -> Day {
        Day(daysSince1970: Int(office.clock().timeIntervalSince1970 / 86_400)).years(earlier: years)
    }
}

extension Inquiry {
    /// - Throws: `erase.sending` while a mail to them is on its way.
    func erasure(of person: Person) throws -> Erasure {
        let registrations = try ledger.registrations(of: person.id)
        let messages = try ledger.messages(to: person.id)
        guard !messages.contains(where: { $0.state == .sending }) else {
            throw Problem(
                .eraseSending,
                "A mail to \(person.id.text) is on its way: try again when “convene mail queue” shows"
                    + " how it ended.")
        }
        return Erasure(
            person: person.id, name: person.name.full, addresses: person.addresses.count,
            registrations: registrations.count, messages: messages.count,
            withdrawn: try registrations.filter(\.standing.isLive).compactMap {
                try ledger.event($0.event).flatMap { $0.status.isToCome ? $0.code : nil }
            })
    }
}

extension Deed {
    func erase(_ person: Person) throws -> Erasure {
        let erasure = try inquiry.erasure(of: person)
        for registration in try ledger.registrations(of: person.id)
        where registration.standing.isLive {
            guard let event = try ledger.event(registration.event), event.status.isToCome else {
                continue
            }
            _ = try set(.withdrawn, of: registration, at: event, reason: "")
            try moveUp(at: event)
        }
        try ledger.forget(person.id, at: now)
        try log(.erase, .person(person.id))
        return erasure
    }
}

extension Standing {
    /// Whether somebody is on the list to come, or may yet be.
    var isLive: Bool {
        switch self {
        case .nominated, .invited, .applied, .waitlisted, .confirmed: true
        case .declined, .withdrawn, .rejected: false
        }
    }
}

extension Event.Status {
    /// Whether the event may still take place.
    var isToCome: Bool {
        switch self {
        case .planned, .open, .closed, .postponed: true
        case .held, .cancelled: false
        }
    }
}

/// What the store does for whoever is to be forgotten.
package protocol ErasureLedger {
    /// Blanks names, addresses, notes, free words and what mails said, wherever they stand, and
    /// overwrites what stood there.
    func forget(_ person: Person.ID, at: Date) throws
    /// Those who are neither on the list of an event that ended on this day or later, or has not
    /// ended, nor were entered or changed on this day or later.
    func personsIdle(since day: Day) throws -> [Person.ID]
    /// All mails to somebody, the oldest first.
    func messages(to person: Person.ID) throws -> [Message]
}
