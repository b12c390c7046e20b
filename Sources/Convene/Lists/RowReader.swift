/// Reads the cells of one row into values, and keeps every fault rather than the first.
struct RowReader<Field: ListField> {
    let columns: Columns<Field>
    let row: Sheet.Row
    let sheet: String?
    private(set) var faults: [Fault] = []
    private(set) var warnings: [Fault] = []

    init(_ columns: Columns<Field>, _ row: Sheet.Row, sheet: String?) {
        self.columns = columns
        self.row = row
        self.sheet = sheet
    }

    func text(_ field: Field) -> String { columns.cell(field, in: row) }

    /// The value in a cell, or nothing where it is empty or faulty.
    mutating func value<Value>(_ field: Field, _ read: (String) throws -> Value) -> Value? {
        let cell = text(field)
        guard !cell.isEmpty else { return nil }
        do { return try read(cell) } catch {
            note(error, at: field, value: cell)
            return nil
        }
    }

    /// The values in a cell that holds several, divided by semicolons.
    mutating func values<Value>(_ field: Field, _ read: (String) throws -> Value) -> [Value] {
        let cell = text(field)
        do {
            return try cell.split(separator: ";").map(\.trimmed).filter { !$0.isEmpty }.map(read)
        } catch {
            note(error, at: field, value: cell)
            return []
        }
    }

    mutating func note(_ message: String, at field: Field, value: String? = nil) {
        faults.append(fault(message, at: field, value: value))
    }

    private mutating func note(_ error: any Error, at field: Field, value: String) {
        let problem = error as? Problem
        var fault = fault(problem?.message ?? "This can't be read.", at: field, value: value)
        fault.code = problem?.code ?? .valueInvalid
        faults.append(fault)
    }

    /// Notes what may be wrong, and was read all the same.
    mutating func warn(_ message: String, at field: Field) {
        warnings.append(fault(message, at: field))
    }

    private func fault(_ message: String, at field: Field, value: String? = nil) -> Fault {
        Fault(
            sheet: sheet, line: row.line, column: columns.heading(field),
            value: value ?? text(field), message: message)
    }
}

extension StringProtocol {
    /// The text without spaces at its ends.
    var trimmed: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}

extension Fault {
    /// The fault in one line: `line 4, country: “Atlantis”: …`.
    package var text: String {
        let place = [sheet, "line \(line)", column].compactMap { $0 }.joined(separator: ", ")
        guard let value, !value.isEmpty else { return "\(place): \(message)" }
        return message.contains(value.excerpt)
            ? "\(place): \(message)" : "\(place): \(value.excerpt): \(message)"
    }
}

extension Problem {
    static func listFaults(_ faults: [Fault], in file: String) -> Problem {
        Problem(
            .listFaults,
            faults.count == 1
                ? "\(file) has a fault; nothing was written. Mend it and import it again."
                : "\(file) has \(faults.count) faults; nothing was written. Mend them and import it"
                    + " again.",
            details: faults.map(\.text))
    }
}
