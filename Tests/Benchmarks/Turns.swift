/// What one side did in one round.
struct Measurement: Codable {
    var seconds: Double
    /// How much work it was: rows, mails.
    var count = 1
    /// How long the rest of the work took, where it is told apart.
    var then: Double?
    /// What 99 of 100 took at most, in seconds, where each was timed.
    var slow: Double?
    /// The most memory that its process held at once, in bytes, where it was looked at.
    var peak: Int?

    var rate: Double { Double(count) / seconds }
}

/// Rounds in which both sides took their turn.
struct Turns {
    private(set) var rounds: [(ours: Measurement, baseline: Measurement)] = []

    /// - Parameter warmUp: whether there is a round before the first that does not count.
    init(
        _ count: Int, warmUp: Bool = false, ours: () async throws -> Measurement,
        baseline: () async throws -> Measurement
    ) async throws {
        for round in (warmUp ? -1 : 0)..<count {
            // Whoever goes second finds the machine warmer: they change places.
            let isOursFirst = round.isMultiple(of: 2)
            let first = try await isOursFirst ? ours() : baseline()
            let second = try await isOursFirst ? baseline() : ours()
            guard round >= 0 else { continue }
            rounds.append(isOursFirst ? (first, second) : (second, first))
        }
    }

    func ratio(_ of: (Measurement, Measurement) -> Double) -> Double {
        rounds.map { of($0.ours, $0.baseline) }.median
    }

    var oursSeconds: Double { rounds.map(\.ours.seconds).median }
    var baselineSeconds: Double { rounds.map(\.baseline.seconds).median }
    var oursRate: Double { rounds.map(\.ours.rate).median }
    var baselineRate: Double { rounds.map(\.baseline.rate).median }

    /// The highest peak of ours in any round, in millions of bytes.
    var oursPeak: Double { Double(rounds.compactMap(\.ours.peak).max() ?? 0) / 1_000_000 }
}

extension [Double] {
    var median: Double {
        let sorted = sorted()
        guard let last = sorted.last else { return .nan }
        let middle = sorted.count / 2
        return sorted.count.isMultiple(of: 2)
            ? (sorted[middle - 1] + sorted[middle]) / 2
            : (sorted.count == 1 ? last : sorted[middle])
    }
}
