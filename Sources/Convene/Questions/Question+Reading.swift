extension Question {
    /// What an answer says, as it is kept; nothing where there is none.
    ///
    /// - Parameter given: the values of a form's field: one, or for several choices any number.
    /// - Throws: `answer.missing` where one is needed, `answer.invalid`.
    package func reading(_ given: [String]) throws(Problem) -> String? {
        let given = given.map(\.trimmed).filter { !$0.isEmpty }
        guard let first = given.first else {
            if isRequired {
                throw Problem(.answerMissing, "“\(wording)” is to be answered.")
            }
            return nil
        }
        switch kind {
        case .text: return try text(first)
        case .number: return try number(first)
        case .date:
            guard let day = Day(first) else {
                throw invalid("is a date, written as 2011-10-03")
            }
            return day.text
        case .choice: return try chosen([first])
        case .several: return try chosen(given)
        case .yesNo:
            guard ["yes", "no"].contains(first) else { throw invalid("is yes or no") }
            return first
        }
    }

    private func text(_ given: String) throws(Problem) -> String {
        guard given.utf8.count <= Question.longestText else {
            throw invalid("has at most \(Question.longestText / 1000) KB")
        }
        return String(
            String.UnicodeScalarView(
                given.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" }))
    }

    /// Digits with one point or comma at most, and a minus before them.
    private func number(_ given: String) throws(Problem) -> String {
        let plain = String(
            given.map { $0 == "," ? "." : $0 }.filter { $0 != " " && $0 != "\u{A0}" })
        let digits = plain.hasPrefix("-") ? plain.dropFirst() : plain[...]
        guard digits.count <= 20, digits.utf8.allSatisfy({ (48...57).contains($0) || $0 == 46 }),
            Double(plain) != nil
        else { throw invalid("is a number") }
        return plain
    }

    private func chosen(_ given: [String]) throws(Problem) -> String {
        guard given.allSatisfy(choices.contains) else {
            throw invalid("is chosen from: \(choices.joined(separator: "; "))")
        }
        return choices.filter(given.contains).joined(separator: "\n")
    }

    private func invalid(_ rule: String) -> Problem {
        Problem(.answerInvalid, "The answer to “\(wording)” \(rule).")
    }

    private static let longestText = 4000
}
