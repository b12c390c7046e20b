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
    /// In how many texts that others wrote they are named, and are not any more.
    package var texts: [FreeText: Int] = [:]
    /// Where else they are named, and stay: names of events, programmes and institutions, and mail
    /// that waits.
    package var remains: [String] = []
}

extension PersonDesk {
    /// What forgetting somebody would take out, without doing it.
    ///
    /// - Throws: `person.unknown`, `person.ambiguous`, `erase.sending`.
    package func erasing(_ mention: PersonMention) async throws -> Erasure {
        try await office.read(as: actor) { inquiry in
            try inquiry.require(.audit)
            let person = try inquiry.person(mention)
            var erasure = try inquiry.erasure(of: person)
            let all = try inquiry.all(of: [person])
            let names = try inquiry.namesToForget(all)
            for kind in FreeText.allCases {
                let entries = try inquiry.ledger.texts(of: kind, besides: all.map(\.id)) {
                    names.areIn($0)
                }
                if !entries.isEmpty { erasure.texts[kind] = entries.count }
            }
            erasure.remains = try inquiry.ledger.publicTexts { names.areIn($0) }
            return erasure
        }
    }

    /// Forgets somebody: names, addresses, notes, answers and what mails said go, from the audit and
    /// the history too. What remains says that somebody of this country and gender took part, so
    /// that the figures of every past event stay as they were. From events still to come they go.
    ///
    /// It can't be undone. Backups made before still hold what was forgotten.
    ///
    /// - Throws: `person.unknown`, `person.ambiguous`, `erase.sending`.
    package func erase(_ mention: PersonMention) async throws -> Erasure {
        try await office.write(as: actor) { deed in
            try deed.erase([deed.inquiry.person(mention)])[0]
        }
    }

    /// Those whom nothing has happened to since: no event of theirs ended later or is still to come,
    /// and they were neither entered nor changed later.
    package func idle(since day: Day) async throws -> [PersonLine] {
        try await office.read(as: actor) { inquiry in
            try inquiry.require(.audit)
            return try inquiry.lines(
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
            try deed.erase(
                try deed.ledger.personsIdle(since: day).compactMap { try deed.ledger.person($0) })
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

extension Inquiry {
    /// People with those who turned out to be the same, under all their names and addresses.
    fileprivate func all(of people: [Person]) throws -> [Person] {
        try people.flatMap { [$0] + (try merges(into: $0.id).map(\.gone)) }
    }

    /// A family name may stand alone in a text that means them where nobody else bears it.
    fileprivate func namesToForget(_ people: [Person]) throws -> NamesToForget {
        let ids = Set(people.map(\.id))
        return try NamesToForget(people) { key in
            let stem = String(key.reversed().drop { "aeiou".contains($0) }.reversed())
            return try ledger.personIDs(nameBeginning: stem.count > 2 ? stem : key, limit: 50)
                .allSatisfy(ids.contains)
        }
    }
}

extension Deed {
    fileprivate func erase(_ people: [Person]) throws -> [Erasure] {
        // Whom others call them is known only until they are forgotten.
        let all = try inquiry.all(of: people)
        let names = try inquiry.namesToForget(all)
        var erasures = try people.map { try erase($0) }
        let texts = try forget(names, of: all.map(\.id))
        let remains = try ledger.publicTexts { names.areIn($0) }
        if !erasures.isEmpty { (erasures[0].texts, erasures[0].remains) = (texts, remains) }
        return erasures
    }

    private func erase(_ person: Person) throws -> Erasure {
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

    /// Takes names out of what others wrote: entries of the audit and mails lose all they say, the
    /// rest only the names.
    private func forget(_ names: NamesToForget, of people: [Person.ID]) throws -> [FreeText: Int] {
        var counts: [FreeText: Int] = [:]
        for kind in FreeText.allCases {
            let entries = try ledger.texts(of: kind, besides: people) { names.areIn($0) }
            for entry in entries {
                let isWhole = kind == .history || kind == .mails
                try ledger.rewrite(
                    kind, at: entry.place, as: isWhole ? "" : names.rewriting(entry.text) ?? "")
            }
            if !entries.isEmpty { counts[kind] = entries.count }
        }
        return counts
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
    /// The free texts of a kind for which the condition holds, but for those about these people,
    /// which ``forget(_:at:)`` takes out. Mail that may still leave is not among them.
    func texts(
        of kind: FreeText, besides people: [Person.ID], where holds: (String) -> Bool
    ) throws -> [FreeTextEntry]
    /// Writes a free text anew; the text of a mail is removed.
    func rewrite(_ kind: FreeText, at place: FreeTextEntry.Place, as text: String) throws
    /// The names of events, programmes and institutions, and the mail that waits, for which the
    /// condition holds: `the title of kyiv-2011`.
    func publicTexts(where holds: (String) -> Bool) throws -> [String]
    /// Those who are neither on the list of an event that ended on this day or later, or has not
    /// ended, nor were entered or changed on this day or later.
    func personsIdle(since day: Day) throws -> [Person.ID]
    /// All mails to somebody, the oldest first.
    func messages(to person: Person.ID) throws -> [Message]
}
