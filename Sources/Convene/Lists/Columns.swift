/// Which column of a sheet holds which field of a list.
package struct Columns<Field: ListField>: Sendable {
    /// For each field in the order of its declaration, the column, or nothing.
    private let places: [Int?]
    private let headings: [String]
    /// Each heading with the field that it was read as; nothing for one that is left out.
    package let reading: [(heading: String, field: Field?)]

    /// Reads the headings, by the names and synonyms of the fields and by what the user says.
    ///
    /// - Parameter map: headings as they stand in the file, to the field's name; `-` leaves a
    ///   column out.
    /// - Throws: `list.headings` with every heading that is not understood or stands twice, and
    ///   every field that is needed and missing.
    package init(_ sheet: Sheet, map: [String: String] = [:]) throws(Problem) {
        var places = [Int?](repeating: nil, count: Field.allCases.count)
        var reading: [(heading: String, field: Field?)] = []
        var faults: [String] = []
        let said = Dictionary(
            map.map { (HeadingKey.of($0.key), $0.value) }, uniquingKeysWith: { _, last in last })
        for key in said.keys where !sheet.headings.contains(where: { HeadingKey.of($0) == key }) {
            faults.append("--map speaks of a column “\(key)” that the list does not have.")
        }
        for (index, heading) in sheet.headings.enumerated() {
            switch Field.reading(heading, said: said[HeadingKey.of(heading)]) {
            case .field(let field):
                if places[field.ordinal] != nil {
                    faults.append("“\(heading)” is a second column for \(field.rawValue).")
                }
                places[field.ordinal] = index
                reading.append((heading, field))
            case .leftOut: reading.append((heading, nil))
            case .unknown where sheet.numbering.contains(index): reading.append((heading, nil))
            case .unknown:
                faults.append("“\(heading)” is not understood: say what it is with --map.")
            }
        }
        for field in Field.allCases where field.isNeeded && places[field.ordinal] == nil {
            faults.append("There is no column for \(field.rawValue).")
        }
        guard faults.isEmpty else {
            throw Problem(
                .listHeadings,
                "The headings of \(sheet.file) can't be read as they are. The fields are: "
                    + Field.allCases.map(\.rawValue).joined(separator: ", ")
                    + ". --map 'Heading=field' says what a column is, --map 'Heading=-' leaves it out.",
                details: faults)
        }
        self.places = places
        self.reading = reading
        headings = sheet.headings
    }

    func cell(_ field: Field, in row: Sheet.Row) -> String {
        guard let place = places[field.ordinal], place < row.cells.count else { return "" }
        return row.cells[place]
    }

    func has(_ field: Field) -> Bool { places[field.ordinal] != nil }

    func heading(_ field: Field) -> String {
        places[field.ordinal].map { headings[$0] } ?? field.rawValue
    }
}

/// A field that a list may have; its raw value is the name of its column in the import format.
package protocol ListField: RawRepresentable<String>, CaseIterable, Sendable, Hashable {
    var isNeeded: Bool { get }
    /// Its place among all fields.
    var ordinal: Int { get }
    /// Other headings under which it is found, as ``HeadingKey`` writes them.
    var synonyms: [String] { get }
}

extension ListField {
    fileprivate static func reading(_ heading: String, said: String?) -> HeadingReading<Self> {
        if said == "-" { return .leftOut }
        if let said { return Self(rawValue: said).map(HeadingReading.field) ?? .unknown }
        let key = HeadingKey.of(heading)
        if key.isEmpty { return .leftOut }
        let field = allCases.first { $0.rawValue == key || $0.synonyms.contains(key) }
        return field.map(HeadingReading.field) ?? .unknown
    }
}

private enum HeadingReading<Field> {
    case field(Field), leftOut, unknown
}

/// A heading in the form in which headings are compared: small letters, `_` for what divides words.
enum HeadingKey {
    static func of(_ heading: String) -> String {
        heading.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "_")
    }
}
