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
        guard !HeadingKey.of(heading).isEmpty else { return false }
        if case .unknown = reading(heading, said: nil) { return false }
        return true
    }

    /// - Parameter said: what the user says of this column: a field's name, or `-`.
    func reading(_ heading: String, said: String?) -> HeadingReading<Field> {
        if said == "-" { return .leftOut }
        if let said { return Field(rawValue: said).map { .field($0) } ?? .unknown }
        guard let (group, column) = HeadingKey.grouped(heading) else {
            return reading(key: HeadingKey.of(heading))
        }
        return reading(key: column, in: group)
    }

    private func reading(key: String) -> HeadingReading<Field> {
        if key.isEmpty || leftOut.contains(key) { return .leftOut }
        return fields[key].map { .field($0) } ?? .unknown
    }

    /// A column within a group: what both say together goes before what the column says alone.
    private func reading(key column: String, in group: String) -> HeadingReading<Field> {
        for key in ["\(group) \(column)", "\(column) \(group)"] {
            if let field = fields[key] { return .field(field) }
        }
        if HeadingKey.namings.contains(column), let field = fields[group],
            Field.named.contains(field)
        {
            return .field(field)
        }
        return reading(key: column)
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

    /// The group and the column of a heading such as `Contact: E-mail`, as two rows of headings make
    /// it; nothing for one without a group.
    static func grouped(_ heading: String) -> (group: String, column: String)? {
        guard let colon = heading.firstRange(of: ": "),
            !heading[..<colon.lowerBound].contains("(")
                || heading[..<colon.lowerBound].contains(")")
        else { return nil }
        let group = of(String(heading[..<colon.lowerBound]))
        let column = of(String(heading[colon.upperBound...]))
        return group.isEmpty || column.isEmpty ? nil : (group, column)
    }

    /// Words for the name of whatever the group is.
    static let namings = Set(
        ["name", "title", "название", "наименование", "имя", "назва", "найменування", "nom"]
            .map(of))
}
