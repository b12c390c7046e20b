import Foundation

/// Country by gender over a million registrations, beside the best SQL known for the same table.
struct FiguresComparison {
    let bench: Bench

    func findings() async throws -> [Finding] {
        let register = try await bench.keeping("figures.db") { path in
            Bench.say("a register of a million registrations …")
            try await BenchOffice(path).found()
            _ = try bench.part(.script, [path, FigureRegister.script])
        }
        let all = try await turns([register], FigureRegister.statementOfAll)
        let one = try await turns(
            [register, FigureRegister.ordinaryEvent.code], FigureRegister.statementOfOne)
        return [
            Finding(name: "figures of all, in process", times: all, target: .atMost(1.3)),
            try await command(register),
            Finding(name: "figures of one event, in process", times: one, target: nil),
            Finding(
                name: "  alone", value: one.oursSeconds * 1000, unit: "ms", places: 2,
                target: .atMost(1)),
        ]
    }

    private func turns(_ asked: [String], _ statement: String) async throws -> Turns {
        try await Turns(
            bench.rounds, warmUp: true,
            ours: { try bench.part(.figures, asked) },
            baseline: { try bench.part(.query, [asked[0], statement]) })
    }

    private func command(_ register: String) async throws -> Finding {
        let name = "figures of all, as a command"
        guard bench.hasConvene else { return Finding(name: name, missing: Bench.howToBuild) }
        let asked = ["stats", "--by", "country,gender", "--format", "json", "--database", register]
        let turns = try await Turns(
            bench.rounds, warmUp: true,
            ours: { try bench.command(bench.convene, asked) },
            baseline: {
                try bench.command("sqlite3", ["-json", register, FigureRegister.statementOfAll])
            })
        return Finding(name: name, times: turns, target: .atMost(1.3))
    }
}
