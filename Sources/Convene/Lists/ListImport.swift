/// What a list would bring, or has brought, into the register.
package struct ListReport: Sendable {
    package var file: String
    /// How the file was read: encoding and delimiter.
    package var reading: String
    /// Each heading with the field that it was read as.
    package var columns: [(heading: String, field: String?)]
    package var rows: Int
    package var new: Int
    package var known: Int
    package var probable: Int
    /// On the event's list already, or in the register as the row says.
    package var unchanged: Int
    package var faults: [Fault]
    /// What may be wrong and was read all the same: addresses with a slip in them.
    package var warnings: [Fault]
    /// Sentences for whoever imports: who is probably known, who came onto the waiting list.
    package var notes: [String]
    /// The lines whose people are probably in the register; in a preview, for asking.
    package var probables: [Probable]
    /// The first people of the list, as they were understood.
    package var sample: [String]
    /// The batch under which it was written down; nothing in a preview.
    package var batch: ImportBatch.ID?

    package init<Field: ListField>(_ sheet: Sheet, _ columns: Columns<Field>) {
        file = sheet.file
        reading = sheet.reading
        self.columns = columns.reading.map { ($0.heading, $0.field?.rawValue) }
        rows = sheet.rows.count + Set(sheet.faults.map(\.line)).count
        new = 0
        known = 0
        probable = 0
        unchanged = 0
        faults = sheet.faults
        warnings = []
        notes = sheet.notes.map(\.text)
        probables = []
        sample = []
    }

    mutating func take(_ findings: Findings) {
        faults = findings.faults
        warnings = findings.warnings
    }
}

extension ListReport {
    /// A line whose person is probably somebody in the register, the likeliest first.
    package struct Probable: Sendable {
        package var line: Int
        /// The person as the line says.
        package var sketch: String
        package var proposals: [Proposal]
    }
}

/// What is done with a row of a list whose person is probably, but not certainly, in the register.
package enum OnProbable: String, Sendable, CaseIterable {
    case known, new
    /// As somebody at the terminal answered, row by row.
    case ask
}

/// How a list is to be imported.
package struct ListOptions: Sendable {
    /// Headings as they stand in the file, to the field's name; `-` leaves a column out.
    package var map: [String: String]
    /// Headings that the office has added to those that are understood, by field.
    package var headings: [String: [String]]
    package var onProbable: OnProbable
    package var role: Role
    /// Whether anybody is looked for who is not known by address; turned off to measure what it
    /// costs.
    package var matching = true
    /// What was answered for lines whose person is probably in the register, where it was asked;
    /// nothing stands for new.
    package var answers: [Int: Person.ID?]
    /// Called now and then with how many rows are done and how many there are.
    package var progress: @Sendable (_ done: Int, _ of: Int) -> Void

    package init(
        map: [String: String] = [:], headings: [String: [String]] = [:],
        onProbable: OnProbable = .new, role: Role = .participant,
        answers: [Int: Person.ID?] = [:],
        progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) {
        self.map = map
        self.headings = headings
        self.answers = answers
        self.onProbable = onProbable
        self.role = role
        self.progress = progress
    }
}

extension Sheet {
    /// What the list says, apart from its name: the same list is known again by it.
    func digest(by digest: ([UInt8]) -> [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        for cells in [headings] + rows.map(\.cells) {
            for cell in cells {
                bytes += cell.utf8
                bytes.append(0x1F)
            }
            bytes.append(0x1E)
        }
        return digest(bytes)
    }
}
