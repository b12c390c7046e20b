/// The fields of a list of events.
package enum EventField: String, ListField {
    case code, programme, kind, title, when, city, country, timezone, mode, capacity
    case organisers, partners, languages, venue, description

    package static let list = ImportBatch.List.events
    package var isNeeded: Bool { self == .code || self == .title || self == .kind }
    package var ordinal: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    package var synonyms: [String] { self == .timezone ? ["time_zone", "zone"] : [] }
}

/// One event of a list; its programme by code.
private struct EventRow {
    var line: Int
    var event: Event
    var programme: Code?
    var organisations: [OrganisationMention]
    /// The fields that the list has a column for; of the others it says nothing.
    var said: [EventField]

    init?(_ row: Sheet.Row, _ columns: Columns<EventField>, sheet: String?, faults: inout [Fault]) {
        var reader = RowReader(columns, row, sheet: sheet)
        for field in [EventField.code, .title, .kind] where reader.text(field).isEmpty {
            reader.note("The \(field.rawValue) is missing.", at: field)
        }
        let code = reader.value(.code) { try Code($0) }
        programme = reader.value(.programme) { try Code($0) }
        let kind = reader.value(.kind, Event.Kind.reading)
        let term = reader.value(.when) { try Term($0) }
        let zone = reader.value(.timezone) { try Zone($0) }
        let mode = reader.value(.mode, Event.Mode.reading)
        let capacity = reader.value(.capacity, Event.capacity)
        let country = reader.value(.country, Country.reading)
        let languages = reader.values(.languages, Language.reading)
        said = EventField.allCases.filter(columns.has)
        organisations =
            reader.values(.organisers) { OrganisationMention(name: $0, part: .organiser) }
            + reader.values(.partners) { OrganisationMention(name: $0, part: .coOrganiser) }
        faults += reader.faults
        guard let code, let kind, reader.faults.isEmpty else { return nil }
        line = row.line
        event = Event(
            code: code, kind: kind, title: reader.text(.title), term: term, dates: term?.days,
            city: reader.text(.city), country: country, venue: reader.text(.venue),
            zone: zone ?? .utc, mode: mode ?? .inPerson, capacity: capacity,
            languages: languages, description: reader.text(.description))
    }
}

extension EventRow {
    /// The event as the list says; what it has no column for, and dates that were agreed since,
    /// stay as they are known.
    fileprivate func listed(_ event: Event, over known: Event) -> Event {
        var listed = event
        listed.id = known.id
        listed.status = known.status
        listed.completionPercent = known.completionPercent
        listed.mailText = known.mailText
        listed.contact = known.contact
        listed.answerBy = known.answerBy
        listed.dates = event.dates ?? known.dates
        func keep<Value>(_ field: EventField, _ path: WritableKeyPath<Event, Value>) {
            if !said.contains(field) { listed[keyPath: path] = known[keyPath: path] }
        }
        keep(.programme, \.programme)
        keep(.when, \.term)
        keep(.city, \.city)
        keep(.country, \.country)
        keep(.venue, \.venue)
        keep(.timezone, \.zone)
        keep(.mode, \.mode)
        keep(.capacity, \.capacity)
        keep(.languages, \.languages)
        keep(.description, \.description)
        return listed
    }
}

extension Event.Kind {
    /// - Throws: `value.invalid`.
    package static func reading(_ text: String) throws(Problem) -> Event.Kind {
        guard let kind = Event.Kind(rawValue: text.lowercased()) else {
            throw Problem(
                .valueInvalid,
                "\(text.excerpt) is not a kind of event: use "
                    + allCases.map(\.rawValue).joined(separator: ", ") + ".")
        }
        return kind
    }
}

extension Event.Mode {
    /// - Throws: `value.invalid`.
    package static func reading(_ text: String) throws(Problem) -> Event.Mode {
        guard let mode = Event.Mode(rawValue: text.lowercased()) else {
            throw Problem(
                .valueInvalid,
                "\(text.excerpt) is not a mode: use in-person, online or hybrid.")
        }
        return mode
    }
}

extension Event {
    /// A number of seats as people write it.
    ///
    /// - Throws: `event.capacity`.
    package static func capacity(_ text: String) throws(Problem) -> Int {
        guard let seats = Int(text), (1...1_000_000).contains(seats) else {
            throw Problem(
                .eventCapacity,
                "\(text.excerpt) can't be a capacity: give a number of seats from 1, or leave it out"
                    + " where there is no limit.")
        }
        return seats
    }
}

extension EventDesk {
    /// What a list of events would bring; faults are in the report.
    package func preview(_ sheet: Sheet, map: [String: String] = [:]) async throws -> ListReport {
        try await office.read(as: actor) { inquiry in
            let columns: Columns<EventField> = try inquiry.columns(of: sheet, map: map)
            var report = ListReport(sheet, columns)
            for row in try inquiry.eventRows(sheet, columns, &report.faults) {
                if try inquiry.ledger.event(code: row.event.code) == nil {
                    report.new += 1
                } else {
                    report.known += 1
                }
            }
            return report
        }
    }

    /// Brings a list of events in, all or none: new codes are added, known ones changed to what the
    /// list says, except for dates that were agreed since.
    ///
    /// - Throws: `list.headings`, `list.faults`.
    package func enter(_ sheet: Sheet, map: [String: String] = [:]) async throws -> ListReport {
        try await office.write(as: actor) { deed in
            let columns: Columns<EventField> = try deed.inquiry.columns(of: sheet, map: map)
            var report = ListReport(sheet, columns)
            let rows = try deed.inquiry.eventRows(sheet, columns, &report.faults)
            guard report.faults.isEmpty else {
                throw Problem.listFaults(report.faults, in: sheet.file)
            }
            let batch = try deed.ledger.insert(
                ImportBatch(
                    list: .events, file: sheet.file, digest: sheet.digest(by: deed.office.digest),
                    rows: rows.count, at: deed.now, actor: deed.actor))
            for row in rows { try deed.enter(row, batch, &report) }
            try deed.remember(map, of: sheet, EventField.self)
            try deed.log(.importList, .list(batch), ["list": "events", "rows": String(rows.count)])
            report.batch = batch
            return report
        }
    }
}

extension Inquiry {
    fileprivate func eventRows(
        _ sheet: Sheet, _ columns: Columns<EventField>, _ faults: inout [Fault]
    ) throws -> [EventRow] {
        let rows = sheet.rows.compactMap {
            EventRow($0, columns, sheet: sheet.name, faults: &faults)
        }
        var lines: [Code: Int] = [:]
        for row in rows {
            if let first = lines.updateValue(row.line, forKey: row.event.code) {
                faults.append(
                    Fault(
                        sheet: sheet.name, line: row.line, column: columns.heading(.code),
                        value: row.event.code.text,
                        message: "The same code stands on line \(first): give each its own."))
            }
            if let programme = row.programme, try ledger.programme(code: programme) == nil {
                faults.append(
                    Fault(
                        sheet: sheet.name, line: row.line, column: columns.heading(.programme),
                        value: programme.text,
                        message:
                            "There is no programme “\(programme)”: import the programmes first."))
            }
        }
        faults.sort { $0.line < $1.line }
        return rows
    }
}

extension Deed {
    fileprivate func enter(_ row: EventRow, _ batch: ImportBatch.ID, _ report: inout ListReport)
        throws
    {
        var event = row.event
        event.programme = try row.programme.map { try inquiry.programme($0).id }
        guard let known = try ledger.event(code: event.code) else {
            let added = try add(event, organisations: row.organisations)
            report.new += 1
            return try note(row.line, added.id, nil, batch)
        }
        let before = try inquiry.state(of: known)
        let listed = row.listed(event, over: known)
        report.known += 1
        if listed == known { report.unchanged += 1 }
        let organisers = row.said.contains(.organisers) || row.said.contains(.partners)
        _ = try edit(
            known.code, organisations: organisers ? row.organisations : nil, telling: false
        ) { $0 = listed }
        try note(row.line, known.id, before, batch)
    }

    /// Writes down what became of a row.
    private func note(
        _ line: Int, _ id: Event.ID, _ before: EventState?, _ batch: ImportBatch.ID
    ) throws {
        guard let event = try ledger.event(id) else { return }
        try ledger.insert(
            .init(
                line: line, subject: .event(id), made: before == nil,
                change: .event(.init(before: before, after: inquiry.state(of: event)))),
            of: batch)
    }
}
