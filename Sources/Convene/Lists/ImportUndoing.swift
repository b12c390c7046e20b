/// What the undoing of a list takes out, and what goes back to what it was.
package struct ImportUndoing: Sendable, Equatable {
    package var batch: ImportBatch.ID
    package var list: ImportBatch.List
    package var file: String
    package var registrations: [Registration.ID] = []
    package var people: [Person.ID] = []
    package var programmes: [Programme.ID] = []
    package var events: [Event.ID] = []
    package var activities: [Activity.ID] = []
    /// Entries of the attendance log.
    package var marks: [AttendanceMark.Place] = []
    /// What the list changed and nobody since, by its code.
    package var restored: [String] = []
    /// Whoever came by the list and is at another event by now, and stays.
    package var staying: [String] = []
    /// What the list changed and somebody else since, which stays as it is now.
    package var changedSince: [String] = []
    /// How many came off the waiting list for the seats that were freed.
    package var movedUp = 0
    /// The changes behind ``restored``.
    var restoring: [ImportChange] = []

    init(_ batch: ImportBatch) {
        self.batch = batch.id
        list = batch.list
        file = batch.file
    }
}

extension Inquiry {
    /// What undoing a list would take out.
    ///
    /// - Throws: `import.unknown`, `import.undone`, `import.kept`.
    func undoing(of id: ImportBatch.ID) throws -> ImportUndoing {
        let batch = try batch(id)
        guard batch.undoneAt == nil else {
            throw Problem(.importUndone, "Import \(id.rawValue) was undone before.")
        }
        var search = UndoingSearch(self, batch)
        let entries = try ledger.entries(of: id)
        switch batch.list {
        case .people, .nominees, .registrations: try search.lookAtPeople(entries)
        case .programmes, .events, .plan: try search.lookAtThings(entries)
        case .attendance: try search.lookAtMarks(entries)
        }
        guard search.reasons.isEmpty else {
            throw Problem.importKept(batch, reasons: search.reasons)
        }
        return search.undoing
    }
}

/// A look at what a list brought: what can be taken back, and why it can't.
struct UndoingSearch {
    let inquiry: Inquiry
    let batch: ImportBatch
    var undoing: ImportUndoing
    var reasons: [String] = []

    var ledger: any Ledger { inquiry.ledger }

    init(_ inquiry: Inquiry, _ batch: ImportBatch) {
        self.inquiry = inquiry
        self.batch = batch
        undoing = ImportUndoing(batch)
    }
}

extension Problem {
    fileprivate static func importKept(_ batch: ImportBatch, reasons: [String]) -> Problem {
        let remedy =
            switch batch.list {
            case .people, .nominees, .registrations:
                "withdraw people one by one with “convene registration withdraw”"
            case .programmes, .events, .plan, .attendance: "change it back one by one"
            }
        return Problem(
            .importKept,
            "Import \(batch.id.rawValue) (\(batch.file)) stays, since what it brought has been built"
                + " upon: \(remedy).",
            details: reasons)
    }
}
