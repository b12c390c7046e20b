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
        var straight = names(one, other, swapped: false)
        if straight?.first == .spelledAlike {
            if one.spelling == other.spelling, one.script == other.script {
                straight?[0] = .sameName
            } else if one.script != other.script {
                straight?[0] = .otherScript
            }
        }
        guard one.family != other.family else { return straight }
        let swapped = names(one.swapped, other, swapped: true)
        guard let straight, let swapped else { return straight ?? swapped }
        return straight.total < swapped.total ? swapped : straight
    }

    private static func names(_ one: NameParts, _ other: NameParts, swapped: Bool) -> [Reason]? {
        guard let families = Closeness(families: one, other),
            let givens = Closeness(givens: one, other)
        else { return nil }
        var reasons: [Reason]
        switch (families, givens) {
        case (.same, .same): reasons = [.spelledAlike]
        case (.near, .same): reasons = [.familyAlike]
        case (.same, .near): reasons = [.givenAlike]
        case (.near, .near): reasons = [.bothAlike]
        case (.same, .initial): reasons = [.initial]
        case (.near, .initial): reasons = [.initialAlike]
        case (.same, .oneOfSeveral): reasons = [.oneOfSeveralNames]
        case (.near, .oneOfSeveral): reasons = [.oneOfSeveralAlike]
        case (.oneOfSeveral, .same): reasons = [.partOfFamily]
        default: return nil
        }
        if swapped { reasons.append(.swapped) }
        if [one, other].contains(where: { CommonNames.contains(family: $0.family) }) {
            reasons.append(.commonName)
        }
        return reasons
    }

    /// How close two parts of a name are.
    private enum Closeness {
        case same, near, initial, oneOfSeveral

        init?(families one: NameParts, _ other: NameParts) {
            let (first, second) = (one.family, other.family)
            guard !first.isEmpty, !second.isEmpty else { return nil }
            if first == second || one.script != other.script && first.breathed == second.breathed {
                self = .same
            } else if first.nearly(second, halves: min(first.count, second.count) > 6 ? 3 : 2)
                || first.withoutBreath == second.withoutBreath
            {
                self = .near
            } else if one.severalFamily.contains(second) || other.severalFamily.contains(first) {
                self = .oneOfSeveral
            } else {
                return nil
            }
        }

        init?(givens one: NameParts, _ other: NameParts) {
            let (first, second) = (one.given, other.given)
            guard let letter = first.first, let otherLetter = second.first else { return nil }
            let shorter = min(first.count, second.count)
            if first == second {
                self = shorter == 1 ? .initial : .same
            } else if shorter == 1 {
                guard letter == otherLetter else { return nil }
                self = .initial
            } else if shorter > 4, first.nearly(second, halves: shorter > 6 ? 2 : 1) {
                self = .near
            } else if one.severalGiven.contains(second) || other.severalGiven.contains(first) {
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

    /// With every г as the h that it is in Kyiv and Minsk.
    fileprivate var breathed: [UInt8] { map { $0 == UInt8(ascii: "g") ? UInt8(ascii: "h") : $0 } }

    /// Without an h that Russian leaves out: Sahakyan is Саакян, Hovsepyan Овсепян.
    fileprivate var withoutBreath: [UInt8] {
        var sounds: [UInt8] = []
        for sound in self where sound != UInt8(ascii: "h") && sounds.last != sound {
            sounds.append(sound)
        }
        return sounds
    }
}

extension [Likeness.Reason] {
    var total: Double { reduce(0) { $0 + $1.weight } }
}
