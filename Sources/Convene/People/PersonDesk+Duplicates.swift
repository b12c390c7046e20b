/// Two people of the register who may be one.
package struct Duplicate: Sendable, Equatable {
    package var first: PersonCandidate
    package var second: PersonCandidate
    package var likeness: Likeness
}

extension PersonDesk {
    /// Pairs that may be one person, the likeliest first; those told apart are left out.
    ///
    /// Of a key that more than 500 have, as of the most common names, the first 500 are compared.
    ///
    /// - Parameter country: only pairs of whom one is of this country.
    package func duplicates(
        threshold: Double = Likeness.threshold, country: Country? = nil, limit: Int = 1000
    ) async throws -> [Duplicate] {
        try await office.read(as: actor) { inquiry in
            try inquiry.require(.lists)
            let toldApart = try inquiry.ledger.peopleToldApart()
            var found: [UnorderedPair<Person.ID>: Duplicate] = [:]
            func weigh(_ one: PersonCandidate, _ other: PersonCandidate, _ likeness: Likeness?) {
                let pair = UnorderedPair(one.id, other.id)
                guard let likeness, likeness.score >= threshold, !toldApart.contains(pair),
                    country == nil || one.country == country || other.country == country
                else { return }
                let ordered = one.id < other.id ? (one, other) : (other, one)
                found[pair] = Duplicate(
                    first: ordered.0, second: ordered.1, likeness: likeness)
            }
            for key in try inquiry.ledger.sharedMatchKeys(country: country) {
                let group = try inquiry.ledger.candidates(
                    matchKeys: [key], family: nil, country: country, limit: 500
                ).map { ($0, Portrait($0)) }
                for (index, one) in group.enumerated() {
                    for other in group[(index + 1)...] {
                        weigh(one.0, other.0, Likeness(one.1, other.1))
                    }
                }
            }
            for one in try inquiry.ledger.personsByInitial(country: country) {
                let draft = PersonDraft(
                    person: Person(
                        id: one.id, name: one.name, otherName: one.otherName, gender: one.gender,
                        country: one.country, addresses: one.address.map { [$0] } ?? []),
                    organisation: one.organisation)
                for other in try inquiry.proposals(for: draft, threshold: threshold)
                where other.candidate.id != one.id {
                    weigh(one, other.candidate, other.likeness)
                }
            }
            return found.values.sorted {
                ($1.likeness.score, $0.first.id.rawValue, $0.second.id.rawValue)
                    < ($0.likeness.score, $1.first.id.rawValue, $1.second.id.rawValue)
            }.prefix(limit).map { $0 }
        }
    }
}

extension PersonDesk {
    /// Those in the register who may be this person, the likeliest first; whoever has the same
    /// address is that person for sure.
    package func proposals(for draft: PersonDraft) async throws -> [Proposal] {
        try await office.read(as: actor) { inquiry in
            try inquiry.require(.names)
            return try inquiry.proposals(for: draft).filter {
                try inquiry.admits($0.candidate.country)
            }
        }
    }
}
