import Foundation

/// A command that shows one row, process and all, beside sqlite3's shell that selects one.
struct StartComparison {
    let bench: Bench

    func findings() async throws -> [Finding] {
        guard bench.hasConvene else { throw Missing(reason: Bench.howToBuild) }
        bench.remove("small.db")
        let register = bench.path("small.db")
        try await BenchOffice(register).found()
        _ = try bench.part(.register, [register, "1"])
        let turns = try await Turns(
            bench.rounds * 8, warmUp: true,
            ours: {
                try bench.command(
                    bench.convene,
                    ["person", "show", "P1", "--format", "json", "--database", register])
            },
            baseline: {
                try bench.command("sqlite3", [register, "SELECT * FROM person WHERE id = 1"])
            })
        return [
            Finding(name: "start, one row", times: turns, target: .atMost(8)),
            Finding(name: "  memory", value: turns.oursPeak, unit: "MB", target: .atMost(40)),
            Finding(
                name: "  program, stripped", value: try strippedSize(), unit: "MB", target: nil),
        ]
    }

    private func strippedSize() throws -> Double {
        let stripped = bench.path("stripped")
        _ = try Child("strip", ["-o", stripped, bench.convene]).run()
        let size = try FileManager.default.attributesOfItem(atPath: stripped)[.size] as? Int
        return Double(size ?? 0) / 1_000_000
    }
}
