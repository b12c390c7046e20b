/// What an officer has written to several people: a subject and a text with the same fields that the
/// templates have, such as `{{name}}`. The salutation and the closing are put around it.
package struct LetterText: Sendable, Hashable {
    package var subject: String
    package var body: String
    /// The name of the file that the text came from, for sentences about its faults.
    package var source: String

    /// - Throws: `value.invalid` where there is nothing to read in one of the two.
    package init(subject: String, body: String, source: String) throws(Problem) {
        guard !subject.trimmed.isEmpty else {
            throw Problem(.valueInvalid, "A letter needs a subject: say it with --subject.")
        }
        guard body.contains(where: { !$0.isWhitespace }) else {
            throw Problem(
                .valueInvalid, "\(source) has no text in it: write what the letter is to say.")
        }
        self.subject = subject
        self.body = body
        self.source = source
    }
}
