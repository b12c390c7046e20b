import ConvenePairs

/// How often what the register proposes as one person is right, and how many of those that stand
/// twice it proposes, at the default threshold.
struct LikenessComparison {
    func findings() throws -> [Finding] {
        try findings(.settled(), called: "weights set by")
            + findings(.heldOut(), called: "held out")
    }

    private func findings(_ pairs: LabelledPairs, called name: String) throws -> [Finding] {
        let count = pairs.pairs.count
        let ones = pairs.pairs.count(where: \.isOne)
        for pair in pairs.wrong { Bench.say("  \(name), two proposed as one: \(pair.line)") }
        for pair in pairs.missed { Bench.say("  \(name), one not proposed: \(pair.line)") }
        return [
            Finding(
                name: "likeness, \(name), \(count) pairs: precision", value: pairs.precision,
                unit: "", places: 3, target: .atLeast(0.98)),
            Finding(
                name: "  recall, of \(ones) that are one", value: pairs.recall, unit: "",
                places: 3, target: .atLeast(0.95)),
        ]
    }
}
