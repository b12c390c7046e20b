/// The fields of an action plan as a list.
package enum PlanField: String, ListField {
    case year, number, title, steps, term

    package static let list = ImportBatch.List.plan
    package var isNeeded: Bool { self == .year || self == .number || self == .title }
    package var ordinal: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    package var synonyms: [String] {
        switch self {
        case .year: ["год", "année", "annee"]
        case .number: ["no", "nr", "номер", "numéro", "numero"]
        case .title: ["activity", "action", "мероприятие", "наименование", "activité", "titre"]
        case .steps: ["mechanism", "mechanisms", "механизм", "механизмы", "шаги", "étapes"]
        case .term: ["when", "timeframe", "deadline", "срок", "сроки", "délai", "période"]
        }
    }
}

/// A plan on its way in: each readable row as the activity that it speaks of, of no programme yet.
struct PlanList {
    let sheet: Sheet
    let columns: Columns<PlanField>
    let rows: [Row]
    let faults: [Fault]

    init(_ sheet: Sheet, _ columns: Columns<PlanField>) {
        self.sheet = sheet
        self.columns = columns
        var faults = sheet.faults
        var rows: [Row] = []
        var lines: [String: Int] = [:]
        for row in sheet.rows {
            guard let read = Row(row, columns, sheet: sheet.name, faults: &faults) else { continue }
            if let first = lines[read.activity.code] {
                faults.append(
                    Fault(
                        sheet: sheet.name, line: row.line, column: columns.heading(.number),
                        value: String(read.activity.number),
                        message: "\(read.activity.code) stands on line \(first) already: give each"
                            + " activity of a year its own number."))
            }
            lines[read.activity.code] = lines[read.activity.code] ?? row.line
            rows.append(read)
        }
        self.rows = rows
        self.faults = faults.sorted { $0.line < $1.line }
    }

    /// The years that the plan speaks of.
    var years: ClosedRange<Int>? {
        let years = rows.map(\.activity.year)
        guard let first = years.min(), let last = years.max() else { return nil }
        return first...last
    }

    /// One row of a plan, and what the list has columns for.
    struct Row {
        let line: Int
        let activity: Activity
        let saysSteps: Bool
        let saysTerm: Bool
    }
}

extension PlanList.Row {
    fileprivate init?(
        _ row: Sheet.Row, _ columns: Columns<PlanField>, sheet: String?, faults: inout [Fault]
    ) {
        var reader = RowReader(columns, row, sheet: sheet)
        for field in [PlanField.year, .number, .title] where reader.text(field).isEmpty {
            reader.note("The \(field.rawValue) is missing.", at: field)
        }
        let year = reader.value(.year, Activity.year)
        let number = reader.value(.number, Activity.number)
        let term = reader.value(.term) { try Term($0) }
        let steps = reader.steps()
        faults += reader.faults
        guard let year, let number, reader.faults.isEmpty else { return nil }
        line = row.line
        activity = Activity(
            programme: Programme.ID(0), year: year, number: number,
            title: reader.text(.title).onOneLine, term: term, steps: steps)
        saysSteps = columns.has(.steps)
        saysTerm = columns.has(.term)
    }
}

extension RowReader<PlanField> {
    /// The steps of a mechanism, a line each.
    fileprivate mutating func steps() -> [ActivityStep] {
        var steps: [ActivityStep] = []
        for line in text(.steps).split(whereSeparator: \.isNewline).map(\.trimmed)
        where !line.isEmpty {
            do { steps.append(try ActivityStep.reading(line)) } catch {
                note(error.message, at: .steps, value: line)
            }
        }
        return steps
    }
}

extension Activity {
    /// - Throws: `value.invalid`.
    fileprivate static func year(_ text: String) throws(Problem) -> Int {
        guard let year = Int(text), (1900...2199).contains(year) else {
            throw Problem(
                .valueInvalid, "\(text.excerpt) is not a year of a plan: write it as 2021.")
        }
        return year
    }

    /// - Throws: `value.invalid`.
    fileprivate static func number(_ text: String) throws(Problem) -> Int {
        guard let number = Int(text), (1...100_000).contains(number) else {
            throw Problem(
                .valueInvalid,
                "\(text.excerpt) can't be the number of an activity: write 1, 2, 3 and so on.")
        }
        return number
    }
}

extension String {
    /// The text with one blank for every stretch of white space, line breaks included.
    fileprivate var onOneLine: String {
        split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
