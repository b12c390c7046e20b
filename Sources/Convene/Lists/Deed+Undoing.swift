extension Deed {
    /// Takes out what a list brought, and puts back what it changed.
    ///
    /// - Throws: `import.unknown`, `import.undone`, `import.kept`.
    func undo(_ id: ImportBatch.ID, reason: String) throws -> ImportUndoing {
        var undoing = try inquiry.undoing(of: id)
        for change in undoing.restoring { try restore(change, of: id) }
        try remove(undoing)
        try unmark(undoing)
        try ledger.close(id, undoneAt: now, by: actor)
        try log(.undo, .list(id), ["reason": reason.isEmpty ? nil : reason])
        if !undoing.registrations.isEmpty,
            let event = try inquiry.batch(id).event.flatMap({ try ledger.event($0) })
        {
            undoing.movedUp = try moveUp(at: event)
        }
        return undoing
    }

    private func remove(_ undoing: ImportUndoing) throws {
        let details: AuditDetails = ["import": String(undoing.batch.rawValue)]
        for registration in undoing.registrations {
            try ledger.remove(registration)
            try log(.remove, .registration(registration), details)
        }
        for person in undoing.people {
            try ledger.remove(person)
            try log(.remove, .person(person), details)
        }
        for activity in undoing.activities {
            try ledger.remove(activity)
            try log(.remove, .activity(activity), details)
        }
        for event in undoing.events {
            try ledger.remove(event)
            try log(.remove, .event(event), details)
        }
        // A stage may go before its programme or behind it.
        for case var programme? in try undoing.programmes.map(ledger.programme) {
            programme.parent = nil
            try ledger.update(programme)
        }
        for programme in undoing.programmes {
            try ledger.remove(programme)
            try log(.remove, .programme(programme), details)
        }
    }

    private func unmark(_ undoing: ImportUndoing) throws {
        guard !undoing.marks.isEmpty else { return }
        for (id, places) in Dictionary(grouping: undoing.marks, by: \.registration) {
            for place in places { try ledger.remove(place) }
            guard let registration = try ledger.registration(id),
                let event = try ledger.event(registration.event)
            else { continue }
            _ = try recount(registration, at: event)
            try log(
                .unmark, .registration(id),
                ["import": String(undoing.batch.rawValue), "marks": String(places.count)])
        }
    }
}

/// Going back.
extension Deed {
    private func restore(_ change: ImportChange, of batch: ImportBatch.ID) throws {
        let details: AuditDetails = ["import": String(batch.rawValue)]
        switch change {
        case .programme(let versions):
            guard let before = versions.before else { return }
            try check(before)
            try ledger.update(before)
            try log(.edit, .programme(before.id), details)
        case .event(let versions):
            guard let before = versions.before else { return }
            try restore(before, from: versions.after)
            try log(.edit, .event(before.event.id), details)
        case .activity(let versions):
            guard let before = versions.before else { return }
            try ledger.update(before)
            try log(.edit, .activity(before.id), details)
        case .marks: break
        }
    }

    private func restore(_ before: EventState, from after: EventState) throws {
        let event = before.event
        _ = try changing(event.id, telling: false) {
            try ledger.update(event)
            if event.dates != after.event.dates {
                try arrangeSessions(of: event, from: after.event.dates)
            }
        }
        if before.organisers != after.organisers {
            try ledger.set(
                before.organisers.map {
                    Participation(organisation: $0.organisation, name: "", part: $0.part)
                }, of: event.id)
        }
        if event.capacity != after.event.capacity { _ = try moveUp(at: event) }
    }
}
