/// The desk that keeps the organisations, each once under all its names.
package struct OrganisationDesk: Sendable {
    let office: Office
    let actor: Actor

    /// Those whose name, or another name of theirs, begins with this text; all for none.
    package func list(matching text: String? = nil, limit: Int = 10_000) async throws
        -> [Organisation]
    {
        try await office.read(as: actor) { inquiry in
            try inquiry.ledger.organisations(prefix: text.map(NameKey.search), limit: limit)
        }
    }

    /// - Throws: `organisation.unknown`, `organisation.ambiguous`.
    package func organisation(_ mention: String) async throws -> Organisation {
        try await office.read(as: actor) { try $0.organisation(mention) }
    }

    /// Adds an organisation.
    ///
    /// - Throws: `organisation.exists` where one of its names is known.
    package func add(_ organisation: Organisation) async throws -> Organisation {
        try await office.write(as: actor) { deed in
            for (name, key) in organisation.nameKeys
            where try deed.ledger.organisation(nameKey: key) != nil {
                throw Problem.organisationExists(name)
            }
            return try deed.add(organisation)
        }
    }

    /// Changes an organisation as the closure says.
    ///
    /// - Throws: `organisation.unknown`, `organisation.ambiguous`, `organisation.exists`.
    package func edit(
        _ mention: String, _ change: @Sendable (inout Organisation) throws -> Void
    ) async throws -> Organisation {
        try await office.write(as: actor) { deed in
            var organisation = try deed.inquiry.organisation(mention)
            let before = organisation
            try change(&organisation)
            guard organisation != before else { return organisation }
            try deed.check(organisation)
            for (name, key) in organisation.nameKeys {
                let owner = try deed.ledger.organisation(nameKey: key)
                guard owner == nil || owner == organisation.id else {
                    throw Problem.organisationExists(name)
                }
            }
            try deed.ledger.update(organisation, nameKeys: organisation.nameKeys)
            try deed.log(.edit, .organisation(organisation.id), ["name": organisation.name])
            return organisation
        }
    }
}

/// An organisation as somebody mentions it: by name, with its part in an event.
package struct OrganisationMention: Sendable, Equatable {
    package var name: String
    package var part: Organisation.Part

    package init(name: String, part: Organisation.Part) {
        self.name = name
        self.part = part
    }
}

extension Organisation {
    /// Every name with the key under which it is found, each key once.
    package var nameKeys: [(name: String, key: String)] {
        var seen: Set<String> = []
        return ([name] + otherNames).map { ($0, NameKey.search($0)) }
            .filter { seen.insert($0.1).inserted }
    }
}

extension Inquiry {
    /// The organisation mentioned by its number (`O3`), one of its names, or the beginning of one.
    func organisation(_ mention: String) throws -> Organisation {
        if let number = numbered(mention, "O") {
            // What was merged into another is that other.
            var id = Organisation.ID(number)
            while let other = try ledger.mergedInto(id) { id = other }
            if let organisation = try ledger.organisation(id) { return organisation }
        }
        let key = NameKey.search(mention)
        if let id = try ledger.organisation(nameKey: key),
            let organisation = try ledger.organisation(id)
        {
            return organisation
        }
        let found = key.isEmpty ? [] : try ledger.organisations(prefix: key, limit: 10)
        guard let only = found.first else {
            throw Problem(
                .organisationUnknown,
                "There is no organisation \(mention.excerpt): “convene organisation list” shows"
                    + " those there are.")
        }
        guard found.count == 1 else {
            throw Problem(
                .organisationAmbiguous,
                "\(mention.excerpt) is the beginning of several names: say which.",
                details: found.map { "O\($0.id.rawValue)  \($0.name)" })
        }
        return only
    }

    /// The number in a mention such as `P12`, or nothing.
    func numbered(_ mention: String, _ letter: Character) -> Int64? {
        guard let first = mention.first, first.uppercased() == String(letter),
            mention.dropFirst().utf8.allSatisfy({ (48...57).contains($0) })
        else { return nil }
        return Int64(mention.dropFirst())
    }
}

extension Deed {
    func add(_ organisation: Organisation) throws -> Organisation {
        try check(organisation)
        var added = organisation
        added.id = try ledger.insert(organisation, nameKeys: organisation.nameKeys)
        try log(.add, .organisation(added.id), ["name": added.name])
        return added
    }

    func check(_ organisation: Organisation) throws {
        guard !NameKey.search(organisation.name).isEmpty else {
            throw Problem(.valueInvalid, "The organisation needs a name with letters in it.")
        }
    }

    /// The organisation of this name, made on first mention. The city is written down where none is
    /// known so far.
    func mention(
        _ name: String, stakeholder: StakeholderGroup? = nil, country: Country? = nil,
        city: String = ""
    ) throws -> Organisation.ID? {
        let name = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let key = NameKey.search(name)
        // A dash in a list stands for none.
        guard !key.isEmpty else { return nil }
        if let known = try ledger.organisation(nameKey: key) {
            if !city.isEmpty { try place(known, in: city) }
            return known
        }
        // The country of whoever mentions it is no proof of the organisation's own.
        return try add(Organisation(name: name, stakeholder: stakeholder, city: city)).id
    }

    private func place(_ id: Organisation.ID, in city: String) throws {
        guard var organisation = try ledger.organisation(id), organisation.city.isEmpty else {
            return
        }
        organisation.city = city
        try ledger.update(organisation, nameKeys: organisation.nameKeys)
        try log(.edit, .organisation(id), ["name": organisation.name, "city": city])
    }

    func participations(_ mentions: [OrganisationMention]) throws -> [Participation] {
        var seen: Set<String> = []
        return try mentions.compactMap { mention in
            guard let id = try self.mention(mention.name),
                seen.insert("\(id.rawValue) \(mention.part.rawValue)").inserted
            else { return nil }
            return Participation(organisation: id, name: mention.name, part: mention.part)
        }
    }
}

extension Problem {
    package static func organisationExists(_ name: String) -> Problem {
        Problem(
            .organisationExists,
            "“\(name)” is the name of an organisation already: “convene organisation show” shows it."
        )
    }
}

extension Office {
    package func organisationDesk(_ actor: Actor) -> OrganisationDesk {
        OrganisationDesk(office: self, actor: actor)
    }
}
