/// What the headings of lists mean: the wordings that every field has, and those that an office has
/// added in its configuration.
package struct HeadingWords<Field: ListField>: Sendable {
    private let fields: [String: Field]
    private let leftOut: Set<String>

    /// - Parameter more: further headings by the name of their field; `-` for those of columns that
    ///   are to be left out. What they say goes before what the fields say.
    package init(adding more: [String: [String]] = [:]) {
        var fields: [String: Field] = [:]
        for field in Field.allCases {
            for wording in [field.rawValue] + field.synonyms {
                fields[HeadingKey.of(wording)] = fields[HeadingKey.of(wording)] ?? field
            }
        }
        for (name, headings) in more {
            guard let field = Field(rawValue: name) else { continue }
            for heading in headings { fields[HeadingKey.of(heading)] = field }
        }
        self.fields = fields
        leftOut = Set((Field.leftOut + (more["-"] ?? [])).map(HeadingKey.of))
            .subtracting(fields.keys)
    }

    /// Whether a heading is one of a list such as this, so that the row it stands in is the one of
    /// the headings.
    package func know(_ heading: String) -> Bool {
        let key = HeadingKey.of(heading)
        return !key.isEmpty && (fields[key] != nil || leftOut.contains(key))
    }

    /// - Parameter said: what the user says of this column: a field's name, or `-`.
    func reading(_ heading: String, said: String?) -> HeadingReading<Field> {
        if said == "-" { return .leftOut }
        if let said { return Field(rawValue: said).map { .field($0) } ?? .unknown }
        let key = HeadingKey.of(heading)
        if key.isEmpty || leftOut.contains(key) { return .leftOut }
        return fields[key].map { .field($0) } ?? .unknown
    }
}

/// What a heading was read as.
enum HeadingReading<Field> {
    case field(Field), leftOut, unknown
}

/// A heading in the form in which headings are compared: plain small letters, one blank for what
/// divides words, nothing in brackets (CSV-4).
enum HeadingKey {
    static func of(_ heading: String) -> String {
        let outside = heading.split(separator: "(", omittingEmptySubsequences: false)[0]
        let key = NameKey.search(String(outside))
        return key.isEmpty ? NameKey.search(heading) : key
    }
}
