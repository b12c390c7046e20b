import Convene
import ConveneBootstrap
import ConveneSQLite
import ConveneSheets
import Foundation

/// Finding and matching among a million people: how long a search takes within the process, and
/// what matching costs an import of 100,000 rows.
struct FindComparison {
    let bench: Bench

    private static let people = 1_000_000
    private static let rows = 100_000

    func findings() async throws -> [Finding] {
        let register = bench.path("million.db")
        if !FileManager.default.fileExists(atPath: register) {
            try await Million.found(register, people: Self.people)
        }
        let times = try await Million.searches(register)
        let ratio = try await matching(register)
        return [
            Finding(
                name: "find by a beginning, 1,000,000", value: times.beginnings, unit: "ms",
                places: 3, target: .atMost(1)),
            Finding(
                name: "find by any part, 1,000,000", value: times.parts, unit: "ms", places: 3,
                target: .atMost(5)),
            Finding(
                name: "import of 100,000 with matching to without", value: ratio, unit: "times",
                places: 2, target: .atMost(2)),
        ]
    }

    private func matching(_ register: String) async throws -> Double {
        let list = bench.path("newcomers.csv")
        try Million.list(from: Self.people, count: Self.rows).write(
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

/// A register of a million people, and what is asked of it.
enum Million {
    static func found(_ register: String, people: Int) async throws {
        try await BenchOffice(register).found(organisations: Nominees.organisations)
        let premises = try await open(register)
        for start in stride(from: 0, to: people, by: 100_000) {
            _ = try await premises.office.personDesk(premises.actor).enter(
                sheet(from: start, count: min(100_000, people - start)), options(matching: false))
        }
        try premises.store.close()
    }

    /// The slowest of several searches, in milliseconds, each the median of many.
    static func searches(_ register: String) async throws -> (beginnings: Double, parts: Double) {
        let premises = try await open(register)
        let desk = premises.office.personDesk(premises.actor)
        let people = try await desk.list(country: nil, offset: 500_000, limit: 5)
        var beginnings = [0.0]
        var parts = [0.0]
        for line in people {
            let name = line.person.name
            for text in [
                name.family, String(name.family.prefix(4)), String(name.given.prefix(3)),
                String(name.given.prefix(1)),
            ] {
                beginnings.append(try await time { _ = try await desk.find(text) })
            }
            for text in [
                String(name.family.dropFirst(2)), String(name.family.dropFirst(3).prefix(3)),
                "\(name.given) \(name.family.dropFirst(2))", String(name.given.dropFirst(1)),
            ] {
                parts.append(try await time { _ = try await desk.find(text) })
            }
        }
        try premises.store.close()
        return (beginnings.max() ?? 0, parts.max() ?? 0)
    }

    static func enter(_ list: String, into register: String, matching: Bool) async throws
        -> Double
    {
        let premises = try await open(register)
        let clock = ContinuousClock()
        let start = clock.now
        _ = try await premises.office.personDesk(premises.actor).enter(
            try SheetReader().read(list), options(matching: matching))
        let seconds = (clock.now - start) / .seconds(1)
        try premises.store.close()
        return seconds
    }

    /// The lines of people with these numbers, whose addresses nobody else has.
    static func list(from start: Int, count: Int) throws -> String {
        var text = "given_name,family_name,gender,country,email,organisation\n"
        for number in start..<(start + count) {
            let draft = try Nominees.draft(number)
            let person = draft.person
            text +=
                [
                    person.name.given, person.name.family, person.gender.rawValue,
                    person.country?.code ?? "", "person.\(number)@example.net",
                    draft.organisation,
                ].joined(separator: ",") + "\n"
        }
        return text
    }

    private static func sheet(from start: Int, count: Int) throws -> Sheet {
        try SheetReader().read(
            bytes: Array(try list(from: start, count: count).utf8), file: "people-\(start).csv")
    }

    private static func options(matching: Bool) -> ListOptions {
        var options = ListOptions()
        options.matching = matching
        return options
    }

    private static func open(_ register: String) async throws -> Premises {
        try await Premises.open(try await Settings(database: register, environment: [:]))
    }

    private static func time(_ work: () async throws -> Void) async throws -> Double {
        let clock = ContinuousClock()
        var times: [Double] = []
        for _ in 0..<20 {
            let start = clock.now
            try await work()
            times.append((clock.now - start) / .milliseconds(1))
        }
        return times.sorted()[times.count / 2]
    }
}
