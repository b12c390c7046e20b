/// A field that a list may have; its raw value is the name of its column in the import format.
package protocol ListField: RawRepresentable<String>, CaseIterable, Sendable, Hashable {
    /// The kind of list that has it.
    static var list: ImportBatch.List { get }
    var isNeeded: Bool { get }
    /// Its place among all fields.
    var ordinal: Int { get }
    /// Other headings under which it is found; case, accents and punctuation don't matter.
    var synonyms: [String] { get }
    /// Headings of columns that such lists often have and the register has no place for.
    static var leftOut: [String] { get }
    /// The fields whose column may be headed `Name` within a group that bears their heading.
    static var named: Set<Self> { get }
    /// The readings of all headings, seen together: what `Name` means depends on what stands beside
    /// it.
    static func settled(_ fields: [Self?], _ headings: [String]) -> [Self?]
    /// What a list must have and these columns don't.
    static func missing(from fields: Set<Self>) -> [Self]
}

extension ListField {
    package static var leftOut: [String] { [] }

    package static var named: Set<Self> { [] }

    package static func settled(_ fields: [Self?], _ headings: [String]) -> [Self?] { fields }

    package static func missing(from fields: Set<Self>) -> [Self] {
        allCases.filter { $0.isNeeded && !fields.contains($0) }
    }
}
