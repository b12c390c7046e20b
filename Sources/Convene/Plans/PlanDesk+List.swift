extension PlanDesk {
    /// What a plan would bring and change; faults are in the report.
    ///
    /// - Throws: `list.headings`, `programme.unknown`, `plan.programme`.
    package func preview(
        _ sheet: Sheet, of programme: Code? = nil, map: [String: String] = [:]
    ) async throws -> ListReport {
        try await office.read(as: actor) { inquiry in
            let list = PlanList(sheet, try inquiry.columns(of: sheet, map: map))
            var report = ListReport(list)
            guard list.faults.isEmpty else { return report }
            let holder = try inquiry.holder(of: list, named: programme)
            for row in list.rows {
                report.count(try inquiry.entry(of: row, for: holder))
                if report.sample.count < 3 { report.sample.append(row.sketch) }
            }
            report.notes = try inquiry.notes(on: list, for: holder) + report.notes
            return report
        }
    }

    /// Brings a plan in, all of it or nothing: new activities are added, known ones changed to what
    /// the list says; what is done stays done. The same plan once more changes nothing.
    ///
    /// - Parameter programme: whose plan it is; nothing means the programme that the plan fits by
    ///   its activities or its years, or a new one where none comes near.
    /// - Throws: `list.headings`, `list.faults`, `programme.unknown`, `plan.programme`.
    package func enter(
        _ sheet: Sheet, of programme: Code? = nil, map: [String: String] = [:]
    ) async throws -> ListReport {
        try await office.write(as: actor) { deed in
            let list = PlanList(sheet, try deed.inquiry.columns(of: sheet, map: map))
            guard list.faults.isEmpty else {
                throw Problem.listFaults(list.faults, in: sheet.file)
            }
            let holder = try deed.inquiry.holder(of: list, named: programme)
            let report = try deed.enter(list, for: holder)
            if report.batch != nil { try deed.remember(map, of: sheet, PlanField.self) }
            return report
        }
    }
}

extension ListReport {
    fileprivate init(_ list: PlanList) {
        self.init(list.sheet, list.columns)
        faults = list.faults
    }

    fileprivate mutating func count(_ entry: PlanEntry) {
        switch entry {
        case .new: new += 1
        case .known(_, let becomes, let notes):
            known += 1
            if becomes == nil { unchanged += 1 }
            self.notes += notes
        }
    }
}

/// What a row of a plan is to the register.
private enum PlanEntry {
    case new(Activity)
    /// An activity that is known, as it becomes if it changes, and sentences about that.
    case known(Activity, becomes: Activity?, notes: [String])
}

extension Inquiry {
    fileprivate func entry(of row: PlanList.Row, for holder: PlanHolder) throws -> PlanEntry {
        guard case .known(let programme) = holder,
            let known = try ledger.activities(year: row.activity.year, number: row.activity.number)
                .first(where: { $0.programme == programme.id })
        else { return .new(row.activity) }
        let (listed, kept) = row.listed(over: known)
        let changes = listed.changes(from: known)
        return .known(
            known, becomes: listed == known ? nil : listed,
            notes: kept.map { "\(known.code): “\($0)” is done and not in the list; it stays." }
                + (changes.isEmpty ? [] : ["\(known.code): \(changes.joined(separator: "; "))."]))
    }

    /// What is to be said of the list as a whole.
    fileprivate func notes(on list: PlanList, for holder: PlanHolder) throws -> [String] {
        let outside = list.rows.compactMap(\.termOutside)
        guard case .known(let programme) = holder else {
            return [holder.sentence] + outside
        }
        let listed = Set(list.rows.map(\.activity.code))
        let missing = try ledger.activities(of: [programme.id]).filter { activity in
            list.years?.contains(activity.year) == true && !listed.contains(activity.code)
        }
        return [holder.sentence] + outside
            + missing.map { "\($0.code) is in the register and not in the list; it stays." }
    }
}

extension Deed {
    fileprivate func enter(_ list: PlanList, for holder: PlanHolder) throws -> ListReport {
        var report = ListReport(list)
        let entries = try list.rows.map { try inquiry.entry(of: $0, for: holder) }
        for entry in entries { report.count(entry) }
        report.notes = try inquiry.notes(on: list, for: holder) + report.notes
        // What says nothing new leaves no trace.
        guard report.unchanged < report.rows else { return report }
        let programme = try settle(holder)
        let batch = try ledger.insert(
            ImportBatch(
                list: .plan, file: list.sheet.file, digest: list.sheet.digest(by: office.digest),
                rows: list.rows.count, at: now, actor: actor))
        if case .new = holder, let first = list.rows.first {
            try ledger.insert(
                .init(
                    line: first.line, subject: .programme(programme.id), made: true,
                    change: .programme(.init(before: nil, after: programme))), of: batch)
        }
        for (row, entry) in zip(list.rows, entries) {
            let (id, before) = try enter(entry, programme)
            guard let after = try ledger.activity(id) else { continue }
            try ledger.insert(
                .init(
                    line: row.line, subject: .activity(id), made: before == nil,
                    change: .activity(.init(before: before, after: after))), of: batch)
        }
        try log(
            .importList, .list(batch),
            ["list": "plan", "programme": programme.code.text, "rows": String(list.rows.count)])
        report.batch = batch
        return report
    }

    private func settle(_ holder: PlanHolder) throws -> Programme {
        switch holder {
        case .known(let programme): programme
        case .new(let programme): try add(programme)
        }
    }

    private func enter(_ entry: PlanEntry, _ programme: Programme) throws
        -> (id: Activity.ID, before: Activity?)
    {
        switch entry {
        case .new(var activity):
            activity.programme = programme.id
            let id = try ledger.insert(activity)
            try log(.add, .activity(id), ["code": activity.code, "title": activity.title])
            return (id, nil)
        case .known(let known, let becomes, _):
            if let becomes {
                try ledger.update(becomes)
                try log(
                    .edit, .activity(known.id),
                    [
                        "code": known.code,
                        "changes": becomes.changes(from: known).joined(separator: "; "),
                    ])
            }
            return (known.id, known)
        }
    }
}
