/// One step of an activity's mechanism: dates agreed, list formed, invitations sent, held.
package struct ActivityStep: Sendable, Equatable {
    package var title: String
    /// When it is planned, where that is said apart from the activity's own term.
    package var term: Term?
    package var done: Tick?

    package init(title: String, term: Term? = nil, done: Tick? = nil) {
        self.title = title
        self.term = term
        self.done = done
    }

    /// A step as people write it, with its own term after a bar: `Dates agreed | January 2023`.
    ///
    /// - Throws: `value.invalid` where there is no title; `term.unclear`.
    package static func reading(_ text: String) throws(Problem) -> ActivityStep {
        guard let bar = text.lastIndex(of: "|") else { return ActivityStep(title: text.trimmed) }
        let title = text[..<bar].trimmed
        let term = text[text.index(after: bar)...].trimmed
        guard !title.isEmpty else {
            throw Problem(
                .valueInvalid,
                "\(text.excerpt) names no step: write what is to be done before the bar, and by"
                    + " when after it, for example Dates agreed | January 2023.")
        }
        return ActivityStep(title: title, term: term.isEmpty ? nil : try Term(term))
    }

    /// The title in the form in which a changed list is held against the one before it.
    var key: String {
        title.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }
}
