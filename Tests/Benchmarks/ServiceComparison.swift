import Convene
import Foundation

/// The service beside Hummingbird's hello world, and registering by its form beside plain SQLite that
/// commits the same rows one person at a time. The register holds 100,000 people.
struct ServiceComparison {
    let bench: Bench

    func findings() async throws -> [Finding] {
        guard bench.hasConvened else {
            throw Missing(reason: Bench.howToBuild + " and again with --product convened")
        }
        let register = try await register()
        return try await reading(register) + registering(register) + ready(register)
    }

    /// Pages that are only read, with the memory that the service takes.
    private func reading(_ register: String) async throws -> [Finding] {
        let hello = try Served(
            Child.ownProgram, ["part", "hello"], complaints: bench.path("hello.log"))
        let copy = try bench.copy(of: register, as: "read.db")
        let token = try await BenchOffice(copy).token()
        let service = try served(copy)
        try service.awaitAnswer(of: "/ready")
        let rest = try service.memory("VmRSS")
        var findings: [Finding] = []
        for (name, path, target) in [
            ("health", "/health", 0.85),
            ("an event's page", "/events/\(BenchOffice.openEvent)", 0.25),
            (
                "100 registrations as JSON",
                "/api/v1/events/\(BenchOffice.smallEvent)/registrations", 0.2
            ),
        ] {
            let turns = try await Turns(
                bench.rounds, warmUp: true,
                ours: {
                    let isAPI = path.hasPrefix("/api")
                    return try Wrk(header: isAPI ? "Authorization: Bearer \(token)" : nil)
                        .ask(service.address + path)
                },
                baseline: { try Wrk().ask(hello.address + "/") })
            findings.append(
                Finding(name: name, rates: turns, of: "answers", target: .atLeast(target)))
        }
        return findings + [
            Finding(
                name: "  memory at rest", value: Double(rest) / 1_000_000, unit: "MB",
                target: .atMost(60))
        ]
    }

    /// The form, by which each registration is committed and its confirmation queued before the
    /// answer.
    private func registering(_ register: String) async throws -> [Finding] {
        let done = try bench.copy(of: register, as: "done.db")
        let people = try fill(done).count
        var peak = 0
        let turns = try await Turns(
            bench.rounds,
            ours: {
                let measurement = try fill(try bench.copy(of: register, as: "ours.db"))
                peak = max(peak, measurement.peak ?? 0)
                return measurement
            },
            baseline: {
                let target = try bench.copy(of: register, as: "baseline.db")
                var written = try bench.part(.replay, [done, target, "\(people)"])
                written.count = people
                return written
            })
        return [
            Finding(
                name: "register by the form, 8 lines", rates: turns, of: "people",
                target: .atLeast(0.3)),
            Finding(
                name: "  in a second", value: turns.oursRate, unit: "", places: 0,
                target: .atLeast(400)),
            Finding(
                name: "  99 of 100 within",
                value: turns.rounds.compactMap(\.ours.slow).median * 1000, unit: "ms",
                target: .atMost(60)),
            Finding(
                name: "  memory", value: Double(peak) / 1_000_000, unit: "MB", target: .atMost(150)),
        ]
    }

    /// Has people register for some seconds.
    private func fill(_ register: String) throws -> Measurement {
        let service = try served(register)
        defer { service.end() }
        try service.awaitAnswer(of: "/ready")
        var measurement = try Wrk(script: Wrk.registering).ask(
            "\(service.address)/events/\(BenchOffice.openEvent)/register")
        measurement.peak = try service.memory("VmHWM")
        return measurement
    }

    /// How long it takes from the start of the program until it can work.
    private func ready(_ register: String) throws -> [Finding] {
        let copy = try bench.copy(of: register, as: "ready.db")
        let clock = ContinuousClock()
        let times = try (0..<bench.rounds).map { _ in
            let start = clock.now
            let service = try served(copy)
            try service.awaitAnswer(of: "/ready")
            service.end()
            return service.readyAt.map { ($0 - start) / .seconds(1) } ?? .infinity
        }
        return [
            Finding(
                name: "ready after its start", value: times.median * 1000, unit: "ms", places: 0,
                target: .atMost(1000))
        ]
    }

    private func served(_ register: String) throws -> Served {
        try Served(
            bench.convened, ["--database", register],
            [
                "CONVENE_HTTP_ADDRESS": "127.0.0.1:0", "CONVENE_HTTP_FORMS_PER_MINUTE": "0",
                "CONVENE_HTTP_CALLS_PER_MINUTE": "0",
                // Confirmations are queued and not sent: that has a comparison of its own.
                "CONVENE_MAIL_FROM": BenchOffice.sender,
            ], complaints: bench.path("service.log"))
    }

    /// A register of 100,000 people who are nominated for one event, and another one that is open.
    private func register() async throws -> String {
        try await bench.keeping("service-100000.db") { path in
            try await BenchOffice(path).found()
            let list = bench.path("nominated.csv")
            try Nominees.list(100_000).write(toFile: list, atomically: true, encoding: .utf8)
            _ = try bench.part(.list, [path, list])
            try await BenchOffice(path).openDoors()
        }
    }
}
