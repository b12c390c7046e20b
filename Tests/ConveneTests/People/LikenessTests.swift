import Convene
import ConveneTestSupport
import Foundation
import Testing

@Suite struct LikenessTests {
    private let pairs: LabelledPairs

    init() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Pairs/pairs.tsv")
        pairs = try LabelledPairs(String(contentsOf: file, encoding: .utf8))
    }

    @Test func `there are at least 300 pairs, of both kinds, from all countries of the cases`() {
        #expect(pairs.pairs.count >= 300)
        #expect(pairs.pairs.count(where: \.isOne) > 100)
        #expect(pairs.pairs.count { !$0.isOne } > 100)
        let countries = Set(pairs.pairs.compactMap { $0.first.person.country?.code })
        #expect(
            countries.isSuperset(
                of: ["KZ", "KG", "TJ", "UZ", "AZ", "AM", "GE", "UA", "BY", "MD", "RU", "TM"]))
    }

    @Test func `of 100 proposals 98 are right`() {
        let wrong = pairs.pairs.filter { $0.isProposed && !$0.isOne }.map(\.line)

        #expect(pairs.precision >= 0.98, "\(wrong.joined(separator: "\n"))")
    }

    @Test func `of 100 people who stand twice 95 are proposed`() {
        let missed = pairs.pairs.filter { !$0.isProposed && $0.isOne }.map(\.line)

        #expect(pairs.recall >= 0.95, "\(missed.joined(separator: "\n"))")
        if ProcessInfo.processInfo.environment["SHOW_PAIRS"] != nil {
            print("precision", pairs.precision, "recall", pairs.recall)
            for line in missed { print("MISSED", line) }
            for pair in pairs.pairs where pair.isProposed && !pair.isOne {
                print("WRONG", pair.line)
            }
        }
    }
}

extension LabelledPairs.Pair {
    fileprivate var line: String {
        let names = [first, second].map { $0.person.name.full }.joined(separator: " / ")
        return "\(names) (\(difficulty)): \(likeness?.percent ?? "–") \(likeness?.words ?? "")"
    }
}
