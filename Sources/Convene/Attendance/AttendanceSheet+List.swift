extension AttendanceSheet {
    /// Takes back a sheet of ``sheet(_:)`` that was filled in: a row a person, a column a session.
    /// All of it is taken, or nothing. Empty cells say nothing. What says nothing new leaves no trace.
    ///
    /// - Throws: `list.headings`, `list.faults`, `event.no-dates`, `event.status`.
    package func take(_ sheet: Sheet, at event: Code) async throws -> AttendanceReport {
        try await office.write(as: actor) { deed in
            let event = try deed.inquiry.event(event)
            try event.checkOpenForAttendance()
            let filled = try FilledSheet(sheet, try deed.inquiry.sessions(.all, of: event))
            var faults = sheet.faults
            let rows = try filled.rows(&faults) { try deed.attendees([$0], at: event)[0] }
            guard faults.isEmpty else {
                throw Problem.listFaults(faults.sorted { $0.line < $1.line }, in: sheet.file)
            }
            var report = AttendanceReport(sessions: filled.sessions)
            var entries: [ImportBatch.Entry] = []
            for row in rows {
                let before = report.places.count
                for (session, mark) in row.marks {
                    try deed.mark(
                        mark, row.registration, at: [session], of: event, method: .sheet,
                        reason: "", into: &report)
                }
                entries.append(
                    .init(
                        line: row.line, subject: .registration(row.registration.id), made: false,
                        change: .marks(Array(report.places[before...]))))
            }
            if report.marked > 0 { try deed.note(sheet, of: event, entries) }
            return report
        }
    }
}

extension Deed {
    /// Puts a filled-in sheet into the book of lists.
    fileprivate func note(_ sheet: Sheet, of event: Event, _ entries: [ImportBatch.Entry]) throws {
        let batch = try ledger.insert(
            ImportBatch(
                list: .attendance, event: event.id, file: sheet.file,
                digest: sheet.digest(by: office.digest), rows: sheet.rows.count, at: now,
                actor: actor))
        for entry in entries { try ledger.insert(entry, of: batch) }
        try log(
            .importList, .list(batch),
            [
                "list": ImportBatch.List.attendance.rawValue, "event": event.code.text,
                "rows": String(sheet.rows.count),
            ])
    }
}

/// A filled-in attendance sheet with its columns found.
private struct FilledSheet {
    struct Row {
        var line: Int
        var registration: Registration
        var marks: [(Session, AttendanceMark.Mark)]
    }

    let sheet: Sheet
    private let person: Int
    private let columns: [(place: Int, session: Session)]

    var sessions: [Session] { columns.map(\.session) }

    /// - Throws: `list.headings`.
    init(_ sheet: Sheet, _ sessions: [Session]) throws(Problem) {
        self.sheet = sheet
        let keys = sheet.headings.map(HeadingKey.of)
        let person = keys.firstIndex { ["person", "no", "email", "e mail"].contains($0) }
        columns = sessions.compactMap { session in
            keys.firstIndex { key in
                key == "session \(session.number)" || key == "\(session.number)"
                    || key.hasPrefix("\(session.number) ")
            }.map { ($0, session) }
        }
        guard let person, !columns.isEmpty else {
            throw Problem(
                .listHeadings,
                "\(sheet.file) is not an attendance sheet: it needs a column “person” and a column for"
                    + " each session, “session_1” and so on. “convene attendance sheet” writes one."
            )
        }
        self.person = person
    }

    func rows(
        _ faults: inout [Fault], _ find: (PersonMention) throws -> Registration
    ) throws -> [Row] {
        var rows: [Row] = []
        for row in sheet.rows {
            do {
                let marks = marks(of: row, &faults)
                guard !marks.isEmpty else { continue }
                rows.append(
                    Row(
                        line: row.line, registration: try find(PersonMention(row.cells[person])),
                        marks: marks))
            } catch let problem as Problem {
                note(problem.message, row, person, &faults)
            }
        }
        return rows
    }

    private func marks(
        of row: Sheet.Row, _ faults: inout [Fault]
    ) -> [(Session, AttendanceMark.Mark)] {
        columns.compactMap { place, session in
            let cell = row.cells[place].lowercased()
            guard !cell.isEmpty else { return nil }
            guard let mark = AttendanceMark.Mark(cell: cell) else {
                note("Write present, absent or excused, or leave it empty.", row, place, &faults)
                return nil
            }
            return (session, mark)
        }
    }

    private func note(_ message: String, _ row: Sheet.Row, _ place: Int, _ faults: inout [Fault]) {
        faults.append(
            Fault(
                sheet: sheet.name, line: row.line, column: sheet.headings[place],
                value: row.cells[place], message: message))
    }
}

extension AttendanceMark.Mark {
    /// A mark as people write it into a cell.
    fileprivate init?(cell: String) {
        switch cell {
        case "present", "p", "x", "1", "+", "yes": self = .present
        case "absent", "a", "0", "no": self = .absent
        case "excused", "e": self = .excused
        default: return nil
        }
    }
}
