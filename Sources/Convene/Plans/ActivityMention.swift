/// An activity as somebody names it: `2023-9`, by year and number, or `tm-2021-2023/2023-9` where
/// several plans have such a one.
package struct ActivityMention: Sendable, Hashable, CustomStringConvertible {
    package let text: String

    package init(_ text: String) { self.text = text.trimmed }

    package var description: String { text }

    /// The parts of the name, or nothing when it can't be one.
    var parts: (programme: String?, year: Int, number: Int)? {
        let words = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let last = words.last, (1...3).contains(words.count) else { return nil }
        if let named = numbers(last) {
            let programme = words.dropLast().joined(separator: "/")
            return (words.count > 1 ? programme : nil, named.year, named.number)
        }
        guard words.count > 1, let named = numbers(words[words.count - 2] + "-" + last) else {
            return nil
        }
        return (words.count > 2 ? String(words[0]) : nil, named.year, named.number)
    }

    /// The two numbers of `2023-9`.
    private func numbers(_ text: some StringProtocol) -> (year: Int, number: Int)? {
        let numbers = text.split(
            omittingEmptySubsequences: false, whereSeparator: { $0 == "-" || $0 == "." })
        guard numbers.count == 2, numbers[0].utf8.count == 4, let year = Int(numbers[0]),
            let number = Int(numbers[1]), number > 0
        else { return nil }
        return (year, number)
    }
}

extension Inquiry {
    /// The activity that is meant.
    ///
    /// - Throws: `activity.unknown`, `activity.ambiguous` with the candidates, `programme.unknown`.
    func activity(_ mention: ActivityMention) throws -> Activity {
        guard let parts = mention.parts else { throw Problem.activityUnclear(mention) }
        let programme = try parts.programme.map { try self.programme(Code($0)).id }
        let found = try ledger.activities(year: parts.year, number: parts.number)
            .filter { programme == nil || $0.programme == programme }
        guard let first = found.first else { throw Problem.activityUnknown(mention) }
        guard found.count == 1 else {
            throw Problem(
                .activityAmbiguous,
                "\(mention.text) stands in several plans: name the programme before it.",
                details: try found.map { activity in
                    let code = try ledger.programme(activity.programme)?.code.text ?? ""
                    return "\(code)/\(activity.code)  \(activity.title)"
                })
        }
        return first
    }
}

extension Problem {
    static func activityUnclear(_ mention: ActivityMention) -> Problem {
        Problem(
            .activityUnknown,
            "\(mention.text.excerpt) names no activity: write its year and number, as 2023-9.")
    }

    static func activityUnknown(_ mention: ActivityMention) -> Problem {
        Problem(
            .activityUnknown,
            "There is no activity \(mention.text): “convene plan list” shows those there are.")
    }
}
