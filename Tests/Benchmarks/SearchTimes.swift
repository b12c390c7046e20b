/// What each search takes, in milliseconds.
struct SearchTimes {
    /// The first after the register was opened: its statements are prepared, its pages read.
    var first = 0.0
    var beginnings: [String: Double] = [:]
    var parts: [String: Double] = [:]

    var findings: [Finding] {
        findings(beginnings, called: "find by a beginning, 1,000,000", limit: 1)
            + findings(parts, called: "find by any part, 1,000,000", limit: 5) + [
                Finding(
                    name: "find, the first after opening", value: first, unit: "ms", places: 2,
                    target: nil)
            ]
    }

    private func findings(_ times: [String: Double], called name: String, limit: Double)
        -> [Finding]
    {
        let sorted = times.sorted { $0.value < $1.value }
        guard let typical = sorted.dropFirst(sorted.count / 2).first, let slowest = sorted.last
        else { return [] }
        return [
            Finding(
                name: "\(name): \(sorted.count) searches, typically", value: typical.value,
                unit: "ms", places: 2, target: .atMost(limit)),
            Finding(
                name: "  the slowest, “\(slowest.key)”", value: slowest.value, unit: "ms",
                places: 2, target: .atMost(limit)),
        ]
    }
}
