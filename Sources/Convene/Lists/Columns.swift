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
    package init(
        _ sheet: Sheet, map: [String: String] = [:], words: HeadingWords<Field> = HeadingWords()
    ) throws(Problem) {
        var faults = Self.strangers(in: map, to: sheet)
        let fields = Field.settled(
            Self.fields(of: sheet, map: map, words: words) { heading in
                faults.append("“\(heading)” is not understood: say what it is with --map.")
            }, sheet.headings)
        var places = [Int?](repeating: nil, count: Field.allCases.count)
        for (index, field) in fields.enumerated() {
            guard let field else { continue }
            if places[field.ordinal] != nil {
                faults.append(
                    "“\(sheet.headings[index])” is a second column for \(field.rawValue).")
            }
            places[field.ordinal] = index
        }
        faults += Field.missing(from: Set(fields.compactMap { $0 })).map {
            "There is no column for \($0.rawValue)."
        }
        guard faults.isEmpty else { throw .listHeadings(sheet.file, Field.self, faults) }
        self.places = places
        headings = sheet.headings
        reading = Array(zip(sheet.headings, fields))
    }

    /// The headings that nobody has explained yet.
    package static func unclear(
        in sheet: Sheet, map: [String: String] = [:], words: HeadingWords<Field> = HeadingWords()
    ) -> [String] {
        var unclear: [String] = []
        _ = fields(of: sheet, map: map, words: words) { unclear.append($0) }
        return unclear
    }

    /// What is said of columns that the list does not have.
    private static func strangers(in map: [String: String], to sheet: Sheet) -> [String] {
        let known = Set(sheet.headings.map(HeadingKey.of))
        return map.keys.filter { !known.contains(HeadingKey.of($0)) }.sorted().map {
            "--map speaks of a column “\($0)” that the list does not have."
        }
    }

    private static func fields(
        of sheet: Sheet, map: [String: String], words: HeadingWords<Field>,
        unknown: (String) -> Void
    ) -> [Field?] {
        let said = Dictionary(
            map.map { (HeadingKey.of($0.key), $0.value) }, uniquingKeysWith: { _, last in last })
        return sheet.headings.enumerated().map { column, heading in
            switch words.reading(heading, said: said[HeadingKey.of(heading)]) {
            case .field(let field): return field
            case .leftOut: return nil
            case .unknown where sheet.numbering.contains(column): return nil
            case .unknown:
                unknown(heading)
                return nil
            }
        }
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

extension Problem {
    static func listHeadings<Field: ListField>(
        _ file: String, _ list: Field.Type, _ faults: [String]
    ) -> Problem {
        Problem(
            .listHeadings,
            "The headings of \(file) can't be read as they are. The fields are: "
                + list.allCases.map(\.rawValue).joined(separator: ", ")
                + ". --map 'Heading=field' says what a column is, --map 'Heading=-' leaves it out.",
            details: faults)
    }
}
