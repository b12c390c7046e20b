import ArgumentParser

/// What Convene does beside what plain SQLite and plain libcurl do with the same work on the same
/// machine.
///
/// Other work on the machine disturbs both sides: they take turns, and what counts is the median of
/// the rounds' ratios. Nothing here is a test; the tests never look at a clock.
@main
struct Benchmarks: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmarks",
        abstract: "Measures Convene beside plain SQLite and plain libcurl.",
        subcommands: [Comparisons.self, Part.self], defaultSubcommand: Comparisons.self)
}

/// Runs the comparisons that are named, or all.
struct Comparisons: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "Runs the comparisons that are named, or all.")

    @Argument(
        help:
            "import, reading, figures, start, register, mail, delivery, find, likeness or service.")
    var names: [Comparison] = []
    @Option(name: .customLong("part"), help: "The same, by a name. Repeatable.")
    var parts: [Comparison] = []
    @Option(help: "How often both sides take their turn.")
    var rounds = 5
    @Option(help: "A folder in which the large register is kept for the next run.")
    var keep: String?
    @Option(help: "The program whose commands are measured; the one built beside this otherwise.")
    var convene: String?
    @Option(help: "The service that is measured; the one built beside this otherwise.")
    var convened: String?

    func run() async throws {
        let bench = try Bench(
            rounds: max(1, rounds), keep: keep, convene: convene, convened: convened)
        defer { bench.clear() }
        var findings: [Finding] = []
        for comparison in (names + parts).isEmpty ? Comparison.allCases : names + parts {
            Bench.say("\(comparison.rawValue) …")
            do { findings += try await comparison.run(on: bench) } catch {
                findings.append(Finding(name: comparison.rawValue, missing: "\(error)"))
            }
        }
        print(Findings(findings).text)
        // What could not be measured was not met either.
        guard findings.allSatisfy(\.isMet) else { throw ExitCode.failure }
    }
}

/// What can be compared.
enum Comparison: String, CaseIterable, ExpressibleByArgument {
    case `import`, reading, figures, start, register, mail, delivery, find, likeness, service

    func run(on bench: Bench) async throws -> [Finding] {
        switch self {
        case .import: try await ImportComparison(bench: bench).findings()
        case .reading: try await ReadingComparison(bench: bench).findings()
        case .figures: try await FiguresComparison(bench: bench).findings()
        case .start: try await StartComparison(bench: bench).findings()
        case .register: try await RegisterComparison(bench: bench).findings()
        case .find: try await FindComparison(bench: bench).findings()
        case .likeness: try LikenessComparison().findings()
        case .mail: try await MailComparison(bench: bench).findings()
        case .service: try await ServiceComparison(bench: bench).findings()
        case .delivery: try await DeliveryComparison(bench: bench).findings()
        }
    }
}
