/// The desk that keeps the book of lists: what each brought, and its undoing.
package struct ImportDesk: Sendable {
    let office: Office
    let actor: Actor

    /// The lists that were imported, the newest first.
    package func batches() async throws -> [ImportBatch] {
        try await office.read(as: actor) { inquiry in
            try inquiry.require(.lists)
            return try inquiry.ledger.batches()
        }
    }

    /// One list with what each of its lines became.
    ///
    /// - Throws: `import.unknown`.
    package func file(_ id: ImportBatch.ID) async throws -> ImportFile {
        try await office.read(as: actor) { inquiry in
            try inquiry.require(.lists)
            let batch = try inquiry.batch(id)
            let event = try batch.event.flatMap { try inquiry.ledger.event($0) }
            return ImportFile(
                batch: batch, event: event,
                lines: try inquiry.ledger.entries(of: id).map { entry in
                    .init(entry: entry, name: try inquiry.name(of: entry.subject))
                })
        }
    }

    /// The columns of a list that nobody has explained yet, with what stands in them.
    ///
    /// - Parameter map: what is said of the columns now.
    package func unclear<Field: ListField>(
        in sheet: Sheet, of field: Field.Type, map: [String: String] = [:],
        words: HeadingWords<Field> = HeadingWords()
    ) async throws -> [UnclearColumn] {
        try await office.read(as: actor) { inquiry in
            let map = try inquiry.settled(map, for: ListLayout(sheet, of: field))
            return Columns<Field>.unclear(in: sheet, map: map, words: words)
                .map { UnclearColumn($0, in: sheet) }
        }
    }

    /// What would be undone, without undoing it.
    ///
    /// - Throws: `import.unknown`, `import.undone`, `import.kept`.
    package func undoing(_ id: ImportBatch.ID) async throws -> ImportUndoing {
        try await office.read(as: actor) { inquiry in
            try inquiry.require(.lists)
            return try inquiry.undoing(of: id)
        }
    }

    /// Takes out what a list brought. Of people: their registrations, and whoever it was who is at no
    /// other event; organisations stay, for others may have come to name them. Of anything else: what
    /// the list made goes, and what it changed goes back to what it was, unless somebody has changed
    /// it since.
    ///
    /// - Throws: `import.unknown`, `import.undone`, and `import.kept` with everybody who has been
    ///   invited, has answered or attended since, or all that depends on what came in.
    package func undo(_ id: ImportBatch.ID, reason: String = "") async throws -> ImportUndoing {
        try await office.write(as: actor) { try $0.undo(id, reason: reason) }
    }
}

extension Office {
    package func importDesk(_ actor: Actor) -> ImportDesk { ImportDesk(office: self, actor: actor) }
}

/// A list in the book of lists, with its lines.
package struct ImportFile: Sendable {
    package var batch: ImportBatch
    package var event: Event?
    package var lines: [Line]

    package struct Line: Sendable {
        package var entry: ImportBatch.Entry
        /// Who or what it is today; nothing when it is gone.
        package var name: String?
    }
}

/// A column whose heading says nothing to us.
package struct UnclearColumn: Sendable, Equatable {
    package var heading: String
    /// The first three things in it.
    package var examples: [String]

    init(_ heading: String, in sheet: Sheet) {
        self.heading = heading
        let index = sheet.headings.firstIndex(of: heading) ?? 0
        let cells = sheet.rows.prefix(50).compactMap { row in
            index < row.cells.count && !row.cells[index].isEmpty ? row.cells[index] : nil
        }
        examples = Array(cells.prefix(3))
    }
}

extension Inquiry {
    /// - Throws: `import.unknown`.
    func batch(_ id: ImportBatch.ID) throws -> ImportBatch {
        guard let batch = try ledger.batch(id) else {
            throw Problem(
                .importUnknown,
                "There is no import \(id.rawValue): “convene import list” shows them all.")
        }
        return batch
    }

    fileprivate func name(of subject: AuditEntry.Subject) throws -> String? {
        switch subject.kind {
        case .person: try ledger.person(Person.ID(subject.number))?.name.full
        case .registration:
            try ledger.registration(Registration.ID(subject.number)).flatMap {
                try ledger.person($0.person)?.name.full
            }
        case .event: try ledger.event(Event.ID(subject.number))?.title
        case .programme: try ledger.programme(Programme.ID(subject.number))?.title
        case .activity: try ledger.activity(Activity.ID(subject.number))?.title
        default: nil
        }
    }
}
