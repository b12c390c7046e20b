import Convene

/// Asks, line by line, who the people of a list are that are probably in the register.
struct Probables {
    let report: ListReport
    let terminal: Terminal

    /// The person that each line is; nothing for somebody new.
    ///
    /// An empty answer leaves the rest new; so does the end of what is typed.
    func answers() -> [Int: Person.ID?] {
        var answers: [Int: Person.ID?] = [:]
        guard !report.probables.isEmpty else { return answers }
        terminal.remark(
            "\(report.probables.count.of("row is", "rows are")) probably known. For each: y the same,"
                + " n somebody new, or the number of who it is; nothing leaves the rest new.")
        for probable in report.probables {
            terminal.remark("Line \(probable.line): \(probable.sketch)")
            for proposal in probable.proposals.prefix(5) { terminal.remark("  \(proposal.line)") }
            guard let answer = answer(for: probable) else { break }
            answers[probable.line] = answer
        }
        return answers
    }

    private func answer(for probable: ListReport.Probable) -> Person.ID?? {
        while let word = terminal.ask("The same? [y/n/number]")?.lowercased() {
            if ["y", "yes", "да", "oui"].contains(word) {
                return .some(probable.proposals.first?.candidate.id)
            }
            if ["n", "no", "нет", "non"].contains(word) { return .some(nil) }
            let named = probable.proposals.map(\.candidate.id).first {
                $0.text.lowercased() == word || String($0.rawValue) == word
            }
            if let named { return .some(named) }
        }
        return nil
    }
}

extension Proposal {
    /// Somebody in the register, how sure it is and why.
    fileprivate var line: String {
        let facts = [
            "\(candidate.id.text) \(candidate.name.full)", candidate.country?.code,
            candidate.address?.text, candidate.organisation.isEmpty ? nil : candidate.organisation,
        ].compactMap { $0 }.joined(separator: ", ")
        return "\(likeness.percent)  \(facts): \(likeness.words)"
    }
}

extension PeopleListOptions {
    /// - Throws: `list.nobody-to-ask` where nobody can answer.
    func checkAsking(on terminal: Terminal) throws {
        guard onProbable == .ask, !terminal.canAsk else { return }
        throw Problem(
            .listNobodyToAsk,
            "--on-probable ask needs somebody at a terminal to answer: say --on-probable known or"
                + " --on-probable new, or look first with --dry-run.")
    }
}
