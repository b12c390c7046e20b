import FoundationEssentials

/// Finding and matching among a million people: how long a search takes within the process that has
/// the register open, and what matching costs an import of 100,000 rows.
struct FindComparison {
    let bench: Bench

    private static let rows = 100_000

    func findings() async throws -> [Finding] {
        let register = try await bench.keeping("million.db") {
            try await Million.found($0)
        }
        let searches = try await Million.searches(register)
        let ratio = try await matching(register)
        return searches.findings + [
            Finding(
                name: "import of 100,000 with matching to without", value: ratio, unit: "times",
                places: 2, target: .atMost(2))
        ]
    }

    private func matching(_ register: String) async throws -> Double {
        let list = bench.path("newcomers.csv")
        try Million.list(from: Million.people, count: Self.rows).write(
            toFile: list, atomically: true, encoding: .utf8)
        var ratios: [Double] = []
        for _ in 0..<min(3, bench.rounds) {
            var seconds: [Double] = []
            for matching in [false, true] {
                let copy = try bench.copy(of: register, as: "matched.db")
                seconds.append(try await Million.enter(list, into: copy, matching: matching))
            }
            ratios.append(seconds[1] / seconds[0])
        }
        return ratios.sorted()[ratios.count / 2]
    }
}
