/// How likely it is that two organisations are one, and why.
package struct OrganisationResemblance: Sendable, Equatable {
    /// From 0 to 1.
    package var score: Double
    package var reason: Reason

    /// From this score on two organisations are proposed as one.
    package static let threshold = 0.75

    package enum Reason: String, Sendable, CaseIterable {
        case sameWords = "same-words"
        case abbreviation
        case placeLeftOut = "place-left-out"
        case mostWords = "most-words"

        package var words: String {
            switch self {
            case .sameWords: "the same words, in whichever language"
            case .abbreviation: "one is the other's abbreviation"
            case .placeLeftOut: "the same words, but for the country"
            case .mostWords: "most words are the same"
            }
        }
    }
}

extension OrganisationWords {
    /// How much this name is like another; nothing where they have too little in common.
    func resemblance(to other: OrganisationWords) -> OrganisationResemblance? {
        guard !isEmpty, !other.isEmpty else { return nil }
        if meanings == other.meanings { return .init(score: 0.95, reason: .sameWords) }
        if abbreviates(other) || other.abbreviates(self) {
            let letters = max(abbreviation.count, other.abbreviation.count)
            return .init(score: letters > 2 ? 0.88 : 0.78, reason: .abbreviation)
        }
        guard own == other.own else { return partial(other) }
        let apart = Set(meanings).symmetricDifference(other.meanings)
        if apart.allSatisfy(OrganisationTerms.isPlace),
            meanings.count > 1 || other.meanings.count > 1
        {
            return apart.count == 1 ? .init(score: 0.8, reason: .placeLeftOut) : nil
        }
        return partial(other)
    }

    /// Names with an own word in common, such as a founder's, and little else apart.
    private func partial(_ other: OrganisationWords) -> OrganisationResemblance? {
        let common = Set(meanings).intersection(other.meanings)
        guard !own.isDisjoint(with: other.own), common.count > 1 else { return nil }
        let all = Set(meanings).union(other.meanings).count
        let share = Double(common.count) / Double(all)
        return share >= 0.6 ? .init(score: 0.5 + share * 0.4, reason: .mostWords) : nil
    }
}

extension OrganisationTerms {
    /// Whether a meaning is the name of a country.
    static func isPlace(_ meaning: String) -> Bool { placeMeanings.contains(meaning) }
}
