import Convene
import Foundation

/// People at events from whom figures are counted the slow and plain way, for comparison.
struct FigureWorld {
    private var presences: [Presence] = []

    private struct Presence {
        var person: Int
        var keys: [FigureQuery.Dimension: Figures.Key]
        var gender: Gender
        var flags: [Bool]
    }

    /// The same world for the same seed.
    init(seed: UInt64) {
        var chance = SeededChance(seed: seed)
        for _ in 0..<Int.random(in: 0...120, using: &chance) {
            presences.append(Self.presence(using: &chance))
        }
    }

    private static func presence(using chance: inout SeededChance) -> Presence {
        let person = Int.random(in: 1...30, using: &chance)
        let gender = Gender.allCases[person % 4]
        let country = [("KZ", "Kazakhstan"), ("UA", "Ukraine"), (nil, "Unknown")][person % 3]
        let event = "event-\(Int.random(in: 1...4, using: &chance))"
        // Each flag implies the ones before it: completed, so attended, so confirmed.
        let depth = Int.random(in: 0...3, using: &chance)
        return Presence(
            person: person,
            keys: [
                .country: Figures.Key(code: country.0, name: country.1),
                .gender: Figures.Key(
                    code: gender.rawValue, name: gender.rawValue.capitalized),
                .event: Figures.Key(code: event, name: event),
            ],
            gender: gender,
            flags: [Bool.random(using: &chance), depth > 0, depth > 1, depth > 2])
    }

    func figures(by dimensions: [FigureQuery.Dimension]) -> Figures {
        Figures(
            events: [], by: dimensions, rows: rows(by: dimensions),
            margins: dimensions.count == 2 ? dimensions.map { rows(by: [$0]) } : [],
            total: Self.measures(presences), headCounts: [])
    }

    private func rows(by dimensions: [FigureQuery.Dimension]) -> [Figures.Row] {
        let groups = Dictionary(grouping: presences) { presence in
            dimensions.compactMap { presence.keys[$0] }
        }
        return groups.map { Figures.Row(keys: $0.key, measures: Self.measures($0.value)) }
            .sorted { $0.keys.map(\.name).lexicographicallyPrecedes($1.keys.map(\.name)) }
    }

    private static func measures(_ presences: [Presence]) -> Measures {
        let attended = presences.filter { $0.flags[2] }
        var measures = Measures()
        measures.registrations = presences.count
        measures.invited = presences.count { $0.flags[0] }
        measures.confirmed = presences.count { $0.flags[1] }
        measures.attended = attended.count
        measures.completed = presences.count { $0.flags[3] }
        measures.people = Set(attended.map(\.person)).count
        measures.female = attended.count { $0.gender == .female }
        measures.male = attended.count { $0.gender == .male }
        measures.other = attended.count { $0.gender == .other }
        measures.undisclosed = attended.count { $0.gender == .undisclosed }
        return measures
    }
}

/// Chance that can be repeated: SplitMix64.
struct SeededChance: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
