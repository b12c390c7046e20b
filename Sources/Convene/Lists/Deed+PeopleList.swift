/// Where a list of people goes: onto an event's list, or into the register only.
enum PeopleListTarget {
    case register
    case event(Event, RegistrationDesk.Entry)

    var event: Event? { if case .event(let event, _) = self { event } else { nil } }

    var list: ImportBatch.List {
        switch self {
        case .register: .people
        case .event(_, .nominated): .nominees
        case .event(_, .registered), .event(_, .registeredAndTold): .registrations
        }
    }
}

/// A list of people on its way in: read once to find every fault, and once more to be written, so
/// that a long list is never held as people all at once.
struct PeopleList {
    let sheet: Sheet
    let columns: Columns<PersonField>
    let options: ListOptions

    init(_ sheet: Sheet, _ options: ListOptions) throws {
        self.sheet = sheet
        self.options = options
        columns = try Columns(
            sheet, map: options.map, words: HeadingWords(adding: options.headings))
    }

    /// Walks the readable rows and gathers all that is wrong, or may be; an address that stands twice
    /// is a fault.
    func walk(_ findings: inout Findings, _ body: (PersonRow) throws -> Void) rethrows {
        var seen: [String: Int] = [:]
        for row in sheet.rows {
            guard
                let person = PersonRow(row, columns, sheet: sheet.name, findings: &findings)
            else { continue }
            if let address = person.draft.person.address {
                if let first = seen[address.key] {
                    findings.faults.append(
                        Fault(
                            sheet: sheet.name, line: row.line, column: columns.heading(.email),
                            value: columns.cell(.email, in: row),
                            message:
                                "The same address stands on line \(first): leave one of the two"
                                + " rows out, or give each person their own."))
                    continue
                }
                seen[address.key] = row.line
            }
            try body(person)
        }
        findings.faults.sort { $0.line < $1.line }
    }
}

extension Inquiry {
    /// What the list would bring, without bringing it. It says who is known, so it is for those
    /// only who may bring it.
    ///
    /// - Throws: `access.denied`.
    func preview(_ list: PeopleList, into target: PeopleListTarget) throws -> ListReport {
        try require(.importList, on: .list(ImportBatch.ID(0)))
        if let event = target.event { try event.checkOpenForLists() }
        var report = ListReport(list.sheet, list.columns)
        var findings = Findings(faults: report.faults)
        try list.walk(&findings) { row in
            if report.sample.count < 3 { report.sample.append(row.sketch) }
            switch try recognise(row.draft) {
            case .new: report.new += 1
            case .known(let id):
                report.known += 1
                if let event = target.event, try ledger.registration(of: id, at: event.id) != nil {
                    report.unchanged += 1
                }
            case .probable(let proposals):
                report.probable += 1
                report.notes += proposals.prefix(1).map(row.note)
                report.probables.append(
                    .init(line: row.line, sketch: row.sketch, proposals: proposals))
            }
        }
        report.take(findings)
        return report
    }
}

extension Deed {
    /// Brings the list in, all of it or nothing; the same list a second time changes nothing.
    ///
    /// - Throws: `list.faults`, `list.headings`, `event.status`.
    func enter(_ list: PeopleList, into target: PeopleListTarget) throws -> ListReport {
        if let event = target.event { try event.checkOpenForLists() }
        var report = ListReport(list.sheet, list.columns)
        let digest = list.sheet.digest(by: office.digest)
        if let earlier = try ledger.batch(
            list: target.list, event: target.event?.id, digest: digest)
        {
            report.unchanged = report.rows
            report.batch = earlier.id
            report.notes = [
                "This list was imported before, as import \(earlier.id.rawValue): nothing was changed."
            ]
            return report
        }
        var findings = Findings(faults: report.faults)
        list.walk(&findings) { _ in }
        report.take(findings)
        guard report.faults.isEmpty else {
            throw Problem.listFaults(report.faults, in: list.sheet.file)
        }
        let batch = try ledger.insert(
            ImportBatch(
                list: target.list, event: target.event?.id, file: list.sheet.file, digest: digest,
                rows: list.sheet.rows.count, at: now, actor: actor))
        var done = 0
        // Nothing new can be found: the list has been walked.
        var known = Findings()
        try list.walk(&known) { row in
            try enter(row, of: list, into: target, batch, &report)
            done += 1
            list.options.progress(done, list.sheet.rows.count)
        }
        try log(
            .importList, .list(batch),
            [
                "list": target.list.rawValue, "event": target.event?.code.text,
                "rows": String(list.sheet.rows.count),
            ])
        report.batch = batch
        return report
    }

    private func enter(
        _ row: PersonRow, of list: PeopleList, into target: PeopleListTarget,
        _ batch: ImportBatch.ID, _ report: inout ListReport
    ) throws {
        let (person, made) = try settle(row, list.options, &report)
        try ledger.insert(
            .init(line: row.line, subject: .person(person.id), made: made), of: batch)
        guard case .event(let event, let entry) = target else { return }
        guard try made || ledger.registration(of: person.id, at: event.id) == nil else {
            report.unchanged += 1
            return
        }
        var snapshot = Snapshot(person)
        if !made { try snapshot.take(row.draft, in: self) }
        let registration = try enter(
            person, at: event, as: entry, snapshot: snapshot,
            role: row.role ?? list.options.role, reason: "")
        try ledger.insert(
            .init(line: row.line, subject: .registration(registration.id), made: true), of: batch)
    }

    /// The person that the row speaks of, made if they are new.
    private func settle(
        _ row: PersonRow, _ options: ListOptions, _ report: inout ListReport
    ) throws -> (Person, made: Bool) {
        switch try inquiry.recognise(row.draft, matching: options.matching) {
        case .known(let id):
            report.known += 1
            if let person = try ledger.person(id) { return (person, false) }
        case .probable(let proposals):
            report.probable += 1
            report.notes += proposals.prefix(1).map(row.note)
            if let id = options.choice(row, proposals), let person = try ledger.person(id) {
                return (person, false)
            }
        case .new: report.new += 1
        }
        return (try add(row.draft), true)
    }
}

extension PersonRow {
    /// The person as understood, for the preview.
    var sketch: String {
        let person = draft.person
        return
            ([
                "family name \(person.name.family)", "given name \(person.name.given)",
                person.name.patronymic.isEmpty ? nil : "patronymic \(person.name.patronymic)",
                person.gender.rawValue, person.country?.code, draft.organisation, draft.city,
                person.address?.text,
            ] as [String?]).compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// Who somebody probably is, why, and how sure that is.
    func note(_ proposal: Proposal) -> String {
        "Line \(line): \(draft.person.name.full) is probably \(proposal.candidate.id.text)"
            + " \(proposal.candidate.name.full), \(proposal.likeness.percent) sure:"
            + " \(proposal.likeness.words)."
    }
}

extension Snapshot {
    /// What a list says of somebody known, where it says something.
    mutating func take(_ draft: PersonDraft, in deed: Deed) throws {
        country = draft.person.country ?? country
        if draft.person.gender != .undisclosed { gender = draft.person.gender }
        stakeholder = draft.person.stakeholder ?? stakeholder
        organisation =
            try deed.mention(
                draft.organisation, stakeholder: draft.person.stakeholder, country: country,
                city: draft.city) ?? organisation
    }
}
