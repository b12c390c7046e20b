/// The fields of a list of programmes.
package enum ProgrammeField: String, ListField {
    case code, title, parent, start, end, countries, targets, agreement

    package static let list = ImportBatch.List.programmes
    package var isNeeded: Bool { self == .code || self == .title }
    package var ordinal: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    package var synonyms: [String] { [] }
}

/// One programme of a list; its parent by code, which may stand further down.
private struct ProgrammeRow {
    var line: Int
    var programme: Programme
    var parent: Code?
    /// The fields that the list has a column for; of the others it says nothing.
    var said: [ProgrammeField]

    init?(
        _ row: Sheet.Row, _ columns: Columns<ProgrammeField>, sheet: String?, faults: inout [Fault]
    ) {
        var reader = RowReader(columns, row, sheet: sheet)
        for field in [ProgrammeField.code, .title] where reader.text(field).isEmpty {
            reader.note("The \(field.rawValue) is missing.", at: field)
        }
        let code = reader.value(.code) { try Code($0) }
        parent = reader.value(.parent) { try Code($0) }
        said = ProgrammeField.allCases.filter(columns.has)
        let start = reader.value(.start, Self.year)
        let end = reader.value(.end, Self.year)
        let countries = reader.values(.countries, Country.reading)
        let targets = reader.values(.targets, Programme.Target.reading)
        if Set(targets.map(\.measure)).count < targets.count {
            reader.note("A target stands here twice: leave one of the two.", at: .targets)
        }
        if let start, let end, end < start {
            reader.note("The programme would end before it starts: swap the years.", at: .end)
        }
        faults += reader.faults
        guard let code, reader.faults.isEmpty else { return nil }
        line = row.line
        programme = Programme(
            code: code, title: reader.text(.title), startYear: start, endYear: end,
            countries: Set(countries).sorted(), targets: targets, agreement: reader.text(.agreement)
        )
    }

    private static func year(_ text: String) throws -> Int {
        guard let year = Int(text), (1900...2200).contains(year) else {
            throw Problem(.programmeYears, "\(text.excerpt) is not a year: write it as 2011.")
        }
        return year
    }
}

extension ProgrammeRow {
    /// The programme as the list says; what it has no column for stays as it is known.
    fileprivate func listed(over known: Programme) -> Programme {
        var listed = programme
        listed.id = known.id
        listed.parent = known.parent
        func keep<Value>(_ field: ProgrammeField, _ path: WritableKeyPath<Programme, Value>) {
            if !said.contains(field) { listed[keyPath: path] = known[keyPath: path] }
        }
        keep(.start, \.startYear)
        keep(.end, \.endYear)
        keep(.countries, \.countries)
        keep(.targets, \.targets)
        keep(.agreement, \.agreement)
        return listed
    }
}

extension Programme.Target {
    /// A target as people write it: `regional-training=8`.
    ///
    /// - Throws: `value.invalid`.
    package static func reading(_ text: String) throws(Problem) -> Programme.Target {
        let parts = text.split(separator: "=", maxSplits: 1).map(\.trimmed)
        guard parts.count == 2, let measure = Measure(parts[0]), let goal = Int(parts[1]), goal > 0
        else {
            throw Problem(
                .valueInvalid,
                "\(text.excerpt) is not a target: write a kind of event, countries, people or women, and a"
                    + " number, for example regional-training=8;countries=10.")
        }
        return Programme.Target(measure: measure, goal: goal)
    }
}

extension ProgrammeDesk {
    /// What a list of programmes would bring; faults are in the report.
    package func preview(_ sheet: Sheet, map: [String: String] = [:]) async throws -> ListReport {
        try await office.read(as: actor) { inquiry in
            let columns: Columns<ProgrammeField> = try inquiry.columns(of: sheet, map: map)
            var report = ListReport(sheet, columns)
            for row in try inquiry.programmeRows(sheet, columns, &report.faults) {
                if try inquiry.ledger.programme(code: row.programme.code) == nil {
                    report.new += 1
                } else {
                    report.known += 1
                }
            }
            return report
        }
    }

    /// Brings a list of programmes in, all or none: new codes are added, known ones changed to what
    /// the list says.
    ///
    /// - Throws: `list.headings`, `list.faults`.
    package func enter(_ sheet: Sheet, map: [String: String] = [:]) async throws -> ListReport {
        try await office.write(as: actor) { deed in
            let columns: Columns<ProgrammeField> = try deed.inquiry.columns(of: sheet, map: map)
            var report = ListReport(sheet, columns)
            let rows = try deed.inquiry.programmeRows(sheet, columns, &report.faults)
            guard report.faults.isEmpty else {
                throw Problem.listFaults(report.faults, in: sheet.file)
            }
            let batch = try deed.ledger.insert(
                ImportBatch(
                    list: .programmes, file: sheet.file,
                    digest: sheet.digest(by: deed.office.digest), rows: rows.count, at: deed.now,
                    actor: deed.actor))
            let before = try rows.map { try deed.ledger.programme(code: $0.programme.code) }
            for row in rows { try deed.enter(row, &report) }
            // Parents may stand below their stages, so they are set when all are there.
            for row in rows { try deed.setParent(row) }
            for (row, before) in zip(rows, before) { try deed.note(row, before, batch) }
            try deed.remember(map, of: sheet, ProgrammeField.self)
            try deed.log(
                .importList, .list(batch), ["list": "programmes", "rows": String(rows.count)])
            report.batch = batch
            return report
        }
    }
}

extension Inquiry {
    fileprivate func programmeRows(
        _ sheet: Sheet, _ columns: Columns<ProgrammeField>, _ faults: inout [Fault]
    ) throws -> [ProgrammeRow] {
        let rows = sheet.rows.compactMap {
            ProgrammeRow($0, columns, sheet: sheet.name, faults: &faults)
        }
        var lines: [Code: Int] = [:]
        for row in rows {
            if let first = lines[row.programme.code] {
                faults.append(
                    Fault(
                        sheet: sheet.name, line: row.line, column: columns.heading(.code),
                        value: row.programme.code.text,
                        message: "The same code stands on line \(first): give each its own."))
            }
            lines[row.programme.code] = row.line
        }
        for row in rows {
            guard let parent = row.parent, lines[parent] == nil,
                try ledger.programme(code: parent) == nil
            else { continue }
            faults.append(
                Fault(
                    sheet: sheet.name, line: row.line, column: columns.heading(.parent),
                    value: parent.text,
                    message: "There is no programme “\(parent)”, here or in the register."))
        }
        faults.sort { $0.line < $1.line }
        return rows
    }
}

extension Deed {
    fileprivate func enter(_ row: ProgrammeRow, _ report: inout ListReport) throws {
        guard let known = try ledger.programme(code: row.programme.code) else {
            _ = try add(row.programme)
            report.new += 1
            return
        }
        let changed = row.listed(over: known)
        report.known += 1
        if changed == known {
            report.unchanged += 1
        } else {
            try check(changed)
            try ledger.update(changed)
            try log(.edit, .programme(known.id), ["code": known.code.text])
        }
    }

    /// Writes down what became of a row.
    fileprivate func note(
        _ row: ProgrammeRow, _ before: Programme?, _ batch: ImportBatch.ID
    ) throws {
        let after = try inquiry.programme(row.programme.code)
        try ledger.insert(
            .init(
                line: row.line, subject: .programme(after.id), made: before == nil,
                change: .programme(.init(before: before, after: after))), of: batch)
    }

    fileprivate func setParent(_ row: ProgrammeRow) throws {
        guard row.said.contains(.parent),
            var programme = try ledger.programme(code: row.programme.code)
        else { return }
        let parent = try row.parent.flatMap { try ledger.programme(code: $0)?.id }
        guard programme.parent != parent else { return }
        programme.parent = parent
        try check(programme)
        try ledger.update(programme)
        try log(.edit, .programme(programme.id), ["code": programme.code.text])
    }
}
