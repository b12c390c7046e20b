package import Convene
import Foundation

/// Pairs of invented people who are one or two, and what the register says of each: how often what
/// it proposes is right, and how many of those that are one it finds.
package struct LabelledPairs: Sendable {
    package struct Pair: Sendable {
        package let isOne: Bool
        /// What makes it hard.
        package let difficulty: String
        package let first: PersonDraft
        package let second: PersonDraft
        /// Nothing where their keys would not bring them together.
        package let likeness: Likeness?

        package var isProposed: Bool { (likeness?.score ?? 0) >= Likeness.threshold }
    }

    package let pairs: [Pair]

    /// The pairs by which the weights of likeness were set.
    package static func settled() throws -> LabelledPairs { try LabelledPairs(file: "settled.tsv") }

    /// Pairs that were written and labelled before anybody looked how the rules score them: what
    /// the register may be expected to do with names it has not seen.
    package static func heldOut() throws -> LabelledPairs {
        try LabelledPairs(file: "held-out.tsv")
    }

    private init(file: String) throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: file)
        try self.init(String(contentsOf: path, encoding: .utf8))
    }

    /// Reads a row for each pair: the verdict, what makes it hard, and seven cells for each person.
    private init(_ text: String) throws {
        pairs = try text.split(separator: "\n").dropFirst().map { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
                .map(String.init)
            guard cells.count == 16 else {
                throw Problem(.listUnreadable, "Not 16 cells: \(line)")
            }
            let first = try PersonDraft(cells[2..<9])
            let second = try PersonDraft(cells[9..<16])
            return Pair(
                isOne: cells[0] == "same", difficulty: cells[1], first: first, second: second,
                likeness: Likeness.between(first, second))
        }
    }

    /// Those that are proposed though they are two.
    package var wrong: [Pair] { pairs.filter { $0.isProposed && !$0.isOne } }

    /// Those that are one and not proposed.
    package var missed: [Pair] { pairs.filter { !$0.isProposed && $0.isOne } }

    /// How many of the proposed pairs are one person.
    package var precision: Double {
        let proposed = pairs.filter(\.isProposed)
        return Double(proposed.count(where: \.isOne)) / Double(max(1, proposed.count))
    }

    /// How many of the pairs that are one person are proposed.
    package var recall: Double {
        let ones = pairs.filter(\.isOne)
        return Double(ones.count(where: \.isProposed)) / Double(max(1, ones.count))
    }
}

extension PersonDraft {
    fileprivate init(_ cells: ArraySlice<String>) throws {
        let cells = Array(cells)
        self.init(
            person: Person(
                name: try PersonName(given: cells[0], family: cells[1], patronymic: cells[2]),
                gender: Gender(rawValue: cells[3]) ?? .undisclosed,
                country: Country(code: cells[4]),
                addresses: cells[5].isEmpty ? [] : [try EmailAddress(cells[5])]),
            organisation: cells[6])
    }
}

extension LabelledPairs.Pair {
    /// Both names, what makes the pair hard, and the score with its reasons.
    package var line: String {
        let names = [first, second].map { $0.person.name.full }.joined(separator: " / ")
        return "\(names) (\(difficulty)): \(likeness?.percent ?? "–") \(likeness?.words ?? "")"
    }
}
