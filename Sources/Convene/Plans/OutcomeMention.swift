/// An outcome as somebody names it: `kyiv-2011-meeting/3`, or `3` where only one event has so many.
package struct OutcomeMention: Sendable, Hashable, CustomStringConvertible {
    package let text: String

    package init(_ text: String) { self.text = text.trimmed }

    package init(_ event: Code, _ number: String) { text = "\(event)/\(number.trimmed)" }

    package var description: String { text }
}

extension Inquiry {
    /// The outcome that is meant, with its event.
    ///
    /// - Throws: `outcome.unknown`, `outcome.ambiguous` with the candidates, `event.unknown`.
    func outcome(_ mention: OutcomeMention) throws -> (Outcome, Event) {
        let words = mention.text.split(separator: "/", omittingEmptySubsequences: false)
        guard let last = words.last, let number = Int(last), words.count <= 2 else {
            throw Problem.outcomeUnknown(mention)
        }
        let events = words.count == 2 ? [try event(Code(String(words[0]))).id] : nil
        let found = try ledger.outcomes(of: events).filter { $0.number == number }
        guard let outcome = found.first, let event = try ledger.event(outcome.event) else {
            throw Problem.outcomeUnknown(mention)
        }
        guard found.count == 1 else {
            throw Problem(
                .outcomeAmbiguous,
                "Several events have an outcome \(number): name the event before it.",
                details: try found.map { outcome in
                    let code = try ledger.event(outcome.event)?.code.text ?? ""
                    return "\(code)/\(number)  \(outcome.wording)"
                })
        }
        return (outcome, event)
    }
}

extension Problem {
    static func outcomeUnknown(_ mention: OutcomeMention) -> Problem {
        Problem(
            .outcomeUnknown,
            "There is no outcome \(mention.text.excerpt): “convene outcome list” shows those there"
                + " are, as kyiv-2011-meeting/3.")
    }
}
