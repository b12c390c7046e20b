import Convene

/// What is wrong with a form, field by field; the rest of it was right.
struct FormFaults: Error {
    private(set) var faults: [String: String] = [:]

    var isEmpty: Bool { faults.isEmpty }

    /// A field's fault: a key of the words, after `fault.`.
    mutating func add(_ key: String, to field: String) { faults[field] = key }

    /// Reads one field, and keeps what is wrong with it.
    mutating func reading<T>(_ field: String, _ read: () throws(Problem) -> T) -> T? {
        do {
            return try read()
        } catch {
            faults[field] = error.code.rawValue
            return nil
        }
    }

    /// The fields with what is wrong beside them.
    func marked(_ fields: [FormField], in words: PageWords) -> [FormField] {
        fields.map { field in
            var field = field
            field.fault = faults[field.id].map {
                words.text("fault.\($0)") ?? words["fault.other"]
            }
            return field
        }
    }
}
