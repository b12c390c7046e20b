/// A refusal that was foreseen: what is wrong, and what would be right, in a sentence for a person.
///
/// Anything else that is thrown is a fault of ours: it is logged in full and shown as one sentence.
/// Each refusal has one factory, in the file of the area that it belongs to.
package struct Problem: Error, Equatable, Sendable {
    /// The stable name of the refusal, for programs.
    package let code: Code
    /// What is wrong and what to do, in one sentence or two.
    package let message: String
    /// What the sentence speaks of, a line each: the candidates, the faults of a file.
    package let details: [String]

    package init(_ code: Code, _ message: String, details: [String] = []) {
        self.code = code
        self.message = message
        self.details = details
    }

    package var kind: Kind { code.kind }
}

extension Problem {
    /// The families of refusals, which each front end maps to its own codes in one exhaustive switch.
    package enum Kind: Sendable, CaseIterable {
        /// What was asked can't be done as it was asked.
        case refused
        /// What was named is not in the register.
        case notFound
        /// What was asked contradicts what the register holds.
        case conflict
        /// Some of it was done; `details` lists what was not.
        case partly
    }
}

extension Problem: CustomStringConvertible {
    package var description: String { ([message] + details).joined(separator: "\n") }
}
