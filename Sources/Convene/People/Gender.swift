/// What a person answered when asked for their gender; `undisclosed` is an answer, and is never
/// dropped from a table.
package enum Gender: String, Sendable, CaseIterable {
    case female, male, other, undisclosed
}
