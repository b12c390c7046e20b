import Convene
import ConvenePairs
import Testing

@Suite struct LikenessTests {
    /// The pairs that set the weights, and those that were held out.
    private enum Source: CaseIterable {
        case settled, heldOut

        func read() throws -> LabelledPairs {
            switch self {
            case .settled: try .settled()
            case .heldOut: try .heldOut()
            }
        }
    }

    @Test(arguments: Source.allCases)
    private func `there are at least 300 pairs, of both kinds, from all countries of the cases`(
        source: Source
    ) throws {
        let pairs = try source.read().pairs

        #expect(pairs.count >= 300)
        #expect(pairs.count(where: \.isOne) > 100)
        #expect(pairs.count { !$0.isOne } > 100)
        let countries = Set(pairs.compactMap { $0.first.person.country?.code })
        #expect(
            countries.isSuperset(
                of: ["KZ", "KG", "TJ", "UZ", "AZ", "AM", "GE", "UA", "BY", "MD", "RU"]
                    + (source == .settled ? ["TM"] : [])))
    }

    @Test(arguments: Source.allCases)
    private func `of 100 proposals 98 are right`(source: Source) throws {
        let pairs = try source.read()

        let wrong = pairs.wrong.map(\.line)
        #expect(pairs.precision >= 0.98, "\(wrong.joined(separator: "\n"))")
    }

    @Test(arguments: Source.allCases)
    private func `of 100 people who stand twice 95 are proposed`(source: Source) throws {
        let pairs = try source.read()

        let missed = pairs.missed.map(\.line)
        #expect(pairs.recall >= 0.95, "\(missed.joined(separator: "\n"))")
    }

    @Test func `no pair that was held out had set the weights`() throws {
        let settled = Set(try LabelledPairs.settled().pairs.map(\.names))

        let both = try LabelledPairs.heldOut().pairs.map(\.names).filter(settled.contains)

        #expect(both.isEmpty)
    }
}

extension LabelledPairs.Pair {
    fileprivate var names: [String] { [first, second].map { $0.person.name.full }.sorted() }
}
