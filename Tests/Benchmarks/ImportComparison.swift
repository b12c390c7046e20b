import Foundation

/// A list of 100,000 nominees, from its file to the commit, beside plain SQLite that writes the same
/// rows of every table in one transaction.
struct ImportComparison {
    let bench: Bench

    func findings() async throws -> [Finding] {
        let small = try await turns(10_000)
        let large = try await turns(100_000)
        let growth =
            large.oursSeconds / Double(large.rounds[0].ours.count)
            / (small.oursSeconds / Double(small.rounds[0].ours.count))
        return [
            Finding(name: "import 10,000", rates: small, of: "rows", target: .atLeast(0.25)),
            Finding(name: "import 100,000", rates: large, of: "rows", target: .atLeast(0.25)),
            Finding(
                name: "  time a row, 100,000 to 10,000", value: growth, unit: "times", places: 2,
                target: .atMost(1.3)),
            Finding(
                name: "  memory", value: large.oursPeak, unit: "MB", target: .atMost(200)),
        ]
    }

    private func turns(_ count: Int) async throws -> Turns {
        let list = bench.path("nominees.csv")
        try Nominees.list(count).write(toFile: list, atomically: true, encoding: .utf8)
        bench.remove("empty.db")
        try await BenchOffice(bench.path("empty.db")).found()
        // The rows that the baseline is to write.
        let done = try bench.copy(of: bench.path("empty.db"), as: "done.db")
        _ = try bench.part(.list, [done, list])
        return try await Turns(
            bench.rounds,
            ours: {
                let register = try bench.copy(of: bench.path("empty.db"), as: "ours.db")
                return try bench.part(.list, [register, list])
            },
            baseline: {
                let register = try bench.copy(of: bench.path("empty.db"), as: "baseline.db")
                var written = try bench.part(.replay, [done, register, "1"])
                written.count = count
                return written
            })
    }
}
