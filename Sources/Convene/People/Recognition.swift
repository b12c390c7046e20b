/// What is known of somebody who comes with a list.
enum Recognition: Equatable {
    /// In the register, by address.
    case known(Person.ID)
    /// Probably one of these, the likeliest first.
    case probable([Proposal])
    case new
}

/// Somebody in the register who may be the person in question.
package struct Proposal: Sendable, Equatable {
    package var candidate: PersonCandidate
    package var likeness: Likeness
}

extension Inquiry {
    /// Whether somebody is in the register: surely by address, probably by what is alike.
    func recognise(_ draft: PersonDraft, matching: Bool = true) throws -> Recognition {
        if let address = draft.person.address, let id = try ledger.person(addressKey: address.key) {
            return .known(id)
        }
        let proposals = matching ? try proposals(for: draft) : []
        return proposals.isEmpty ? .new : .probable(proposals)
    }

    /// Those in the register who may be this person, the likeliest first.
    ///
    /// They are looked up by keys, so that it takes as long among a million people as among a
    /// hundred; of a name that hundreds have, those of the same country are weighed.
    func proposals(
        for draft: PersonDraft, threshold: Double = Likeness.threshold
    ) throws -> [Proposal] {
        let candidates = try candidates(for: draft.person)
        guard !candidates.isEmpty else { return [] }
        let portrait = Portrait(draft.person, organisation: draft.organisation)
        return candidates.compactMap { candidate in
            Likeness(portrait, Portrait(candidate)).map {
                Proposal(candidate: candidate, likeness: $0)
            }
        }
        .filter { $0.likeness.score >= threshold }
        .sorted {
            ($1.likeness.score, $0.candidate.id.rawValue)
                < ($0.likeness.score, $1.candidate.id.rawValue)
        }
    }

    private func candidates(for person: Person) throws -> [PersonCandidate] {
        let isInitial = NameKey.sounds(of: person.name.given).count == 1
        return try ledger.candidates(
            matchKeys: NameKey.lookupKeys(person.name),
            family: isInitial ? NameKey.lookup(person.name.family) : nil,
            country: person.country, limit: 50)
    }
}

extension ListOptions {
    /// Who a row is that is probably somebody; nothing for somebody new.
    func choice(_ row: PersonRow, _ proposals: [Proposal]) -> Person.ID? {
        switch onProbable {
        case .known: proposals.first?.candidate.id
        case .new: nil
        case .ask: answers[row.line] ?? nil
        }
    }
}
