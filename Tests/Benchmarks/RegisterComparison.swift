/// People registered one at a time, each durable before the next begins, beside plain SQLite that
/// commits the same rows one person at a time.
struct RegisterComparison {
    let bench: Bench

    private static let people = 2000

    func findings() async throws -> [Finding] {
        bench.remove("empty.db")
        // With the organisations there, each registration writes the same number of rows.
        try await BenchOffice(bench.path("empty.db")).found(organisations: Nominees.organisations)
        let done = try bench.copy(of: bench.path("empty.db"), as: "done.db")
        let people = Self.people
        _ = try bench.part(.register, [done, "\(people)"])
        let turns = try await Turns(
            bench.rounds,
            ours: {
                let register = try bench.copy(of: bench.path("empty.db"), as: "ours.db")
                return try bench.part(.register, [register, "\(people)"])
            },
            baseline: {
                let register = try bench.copy(of: bench.path("empty.db"), as: "baseline.db")
                var written = try bench.part(.replay, [done, register, "\(people)"])
                written.count = people
                return written
            })
        return [
            Finding(
                name: "register one at a time", rates: turns, of: "people", target: .atLeast(0.4))
        ]
    }
}
