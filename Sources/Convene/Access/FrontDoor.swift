/// Where a register begins.
package struct FrontDoor: Sendable {
    private let office: Office
    private let actor: Actor

    init(office: Office, actor: Actor) {
        self.office = office
        self.actor = actor
    }

    /// Founds the register in an empty store.
    ///
    /// - Parameter rehearsal: begun under a held clock: its mail goes to files or loopback only.
    /// - Throws: `register.exists`.
    package func found(rehearsal: Bool) async throws -> RegisterCard {
        try await office.write(as: actor) { deed in
            guard try deed.ledger.card() == nil else {
                throw Problem(.registerExists, "This register has been founded already.")
            }
            let card = RegisterCard(
                uid: deed.office.chance.hex(16), createdAt: deed.now, rehearsal: rehearsal)
            try deed.ledger.insert(card)
            try deed.log(.found, .register, ["rehearsal": rehearsal ? "yes" : nil])
            return card
        }
    }

    /// The register's card.
    ///
    /// - Throws: `register.missing` where nothing was founded.
    package func card() async throws -> RegisterCard {
        try await office.read { try $0.card() }
    }

    /// Makes the keys of people who were entered under an earlier schema.
    package func renewKeys() async throws {
        while try await renewSomeKeys() {}
    }

    private func renewSomeKeys() async throws -> Bool {
        guard try await office.read({ try !$0.ledger.personsWithoutKeys(limit: 1).isEmpty }) else {
            return false
        }
        try await office.write(as: actor) { deed in
            for person in try deed.ledger.personsWithoutKeys(limit: 10_000) {
                try deed.ledger.update(person, keys: PersonKeys(person))
            }
        }
        return true
    }

    /// Why the outbox of a restored register is held; the store writes it into the copy before that
    /// takes the register's place.
    package static let restored =
        "The register was restored from a copy; mail sent since then is not known to it."

    /// Holds the outbox after a restore: what the copy believes unsent may have been sent (BOX-7).
    package func noteRestored(from file: String) async throws {
        try await office.write(as: actor) { deed in
            var card = try deed.inquiry.card()
            card.mailHeld = Self.restored
            try deed.ledger.update(card)
            try deed.log(.restore, .register, ["file": file])
        }
    }
}

extension Inquiry {
    func card() throws -> RegisterCard {
        guard let card = try ledger.card() else {
            throw Problem(
                .registerMissing, "There is no register here yet: run “convene init” to begin one.")
        }
        return card
    }
}

extension Office {
    package func frontDoor(_ actor: Actor) -> FrontDoor { FrontDoor(office: self, actor: actor) }
}
