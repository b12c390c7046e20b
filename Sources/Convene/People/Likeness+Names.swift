extension Likeness {
    /// The best that two people's names, in either script and either order, have to say.
    static func names(_ first: Portrait, _ second: Portrait) -> [Reason]? {
        var best: [Reason]?
        for one in first.names {
            for other in second.names {
                guard let reasons = names(one, other) else { continue }
                if best.map({ $0.total < reasons.total }) ?? true { best = reasons }
            }
        }
        return best
    }

    private static func names(_ one: NameParts, _ other: NameParts) -> [Reason]? {
        var straight = names(one.given, one.firstGiven, one.family, other, swapped: false)
        if straight?.first == .spelledAlike {
            if one.spelling == other.spelling, one.script == other.script {
                straight?[0] = .sameName
            } else if one.script != other.script {
                straight?[0] = .otherScript
            }
        }
        guard one.family != other.family else { return straight }
        let swapped = names(one.family, nil, one.given, other, swapped: true)
        guard let straight, let swapped else { return straight ?? swapped }
        return straight.total < swapped.total ? swapped : straight
    }

    private static func names(
        _ given: [UInt8], _ firstGiven: [UInt8]?, _ family: [UInt8], _ other: NameParts,
        swapped: Bool
    ) -> [Reason]? {
        guard let families = Closeness(families: family, other.family),
            let givens = Closeness(givens: given, other.given, firstGiven, other.firstGiven)
        else { return nil }
        var reasons: [Reason]
        switch (families, givens) {
        case (.same, .same): reasons = [.spelledAlike]
        case (.near, .same): reasons = [.familyAlike]
        case (.same, .near): reasons = [.givenAlike]
        case (.near, .near): reasons = [.bothAlike]
        case (.same, .initial): reasons = [.initial]
        case (.same, .oneOfSeveral): reasons = [.oneOfSeveralNames]
        default: return nil
        }
        if swapped { reasons.append(.swapped) }
        if CommonNames.contains(family: family) || CommonNames.contains(family: other.family) {
            reasons.append(.commonName)
        }
        return reasons
    }

    /// How close two parts of a name are.
    private enum Closeness {
        case same, near, initial, oneOfSeveral

        init?(families one: [UInt8], _ other: [UInt8]) {
            guard !one.isEmpty, !other.isEmpty else { return nil }
            if one == other {
                self = .same
            } else if one.nearly(other, halves: min(one.count, other.count) > 6 ? 3 : 2) {
                self = .near
            } else {
                return nil
            }
        }

        init?(
            givens one: [UInt8], _ other: [UInt8], _ first: [UInt8]?, _ otherFirst: [UInt8]?
        ) {
            guard let letter = one.first, let otherLetter = other.first else { return nil }
            let shorter = min(one.count, other.count)
            if one == other {
                self = shorter == 1 ? .initial : .same
            } else if shorter == 1 {
                guard letter == otherLetter else { return nil }
                self = .initial
            } else if shorter > 4, one.nearly(other, halves: shorter > 6 ? 2 : 1) {
                self = .near
            } else if first == other || otherFirst == one {
                self = .oneOfSeveral
            } else {
                return nil
            }
        }
    }
}

extension [UInt8] {
    fileprivate func nearly(_ other: [UInt8], halves: Int) -> Bool {
        SpellingDistance.between(self, other, limit: halves) != nil
    }
}

extension [Likeness.Reason] {
    var total: Double { reduce(0) { $0 + $1.weight } }
}
