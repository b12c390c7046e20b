/// What the undoing of a list takes out.
package struct ImportUndoing: Sendable, Equatable {
    package var batch: ImportBatch.ID
    package var file: String
    package var registrations: [Registration.ID] = []
    package var people: [Person.ID] = []
    /// Whoever came by the list and is at another event by now, and stays.
    package var staying: [String] = []
    /// How many came off the waiting list for the seats that were freed.
    package var movedUp = 0
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
        guard [.people, .nominees, .registrations].contains(batch.list) else {
            throw Problem.importKept(
                batch, "only lists of people can be taken back; change what it brought one by one.")
        }
        var undoing = ImportUndoing(batch: id, file: batch.file)
        var reasons: [String] = []
        let leaving = Set(try ledger.sendingMessages().compactMap(\.message.registration))
        let made = try ledger.entries(of: id).filter(\.made)
        for entry in made where entry.subject.kind == "registration" {
            guard let registration = try ledger.registration(.init(entry.subject.number)) else {
                continue
            }
            if leaving.contains(registration.id) { reasons.append("A mail is on its way.") }
            if let reason = try reasonToKeep(registration) { reasons.append(reason) }
            undoing.registrations.append(registration.id)
        }
        for entry in made where entry.subject.kind == "person" {
            if let reason = try reasonToKeep(Person.ID(entry.subject.number)) {
                reasons.append(reason)
            }
        }
        guard reasons.isEmpty else { throw Problem.importKept(batch, reasons: reasons) }
        for entry in made where entry.subject.kind == "person" {
            try take(.init(entry.subject.number), into: &undoing)
        }
        return undoing
    }

    /// Why a registration is more by now than what the list brought.
    private func reasonToKeep(_ registration: Registration) throws -> String? {
        let who = try ledger.person(registration.person)?.name.full ?? registration.person.text
        if registration.attended { return "\(who) has attended." }
        if try !ledger.latestMarks(of: registration.id).isEmpty {
            return "Attendance was taken of \(who)."
        }
        guard let invitation = try ledger.invitation(of: registration.id) else { return nil }
        if let answer = invitation.answer { return "\(who) has answered: \(answer.rawValue)." }
        return registration.invited ? "\(who) has been invited." : nil
    }

    /// Whoever was made one with somebody else can't be taken out alone.
    private func reasonToKeep(_ person: Person.ID) throws -> String? {
        if let kept = try ledger.mergedInto(person) {
            return "\(person.text) was merged into \(kept.text): “convene person merge --undo"
                + " \(person.text)” makes them two again."
        }
        return try ledger.merged(into: person).first.map {
            "\($0.text) was merged into \(person.text): “convene person merge --undo \($0.text)”"
                + " makes them two again."
        }
    }

    private func take(_ id: Person.ID, into undoing: inout ImportUndoing) throws {
        guard let person = try ledger.person(id) else { return }
        let others = try ledger.registrations(of: id).filter {
            !undoing.registrations.contains($0.id)
        }
        if others.isEmpty {
            undoing.people.append(id)
        } else {
            undoing.staying.append("\(person.name.full) (\(id.text))")
        }
    }
}

extension Deed {
    /// Takes out what a list brought.
    ///
    /// - Throws: `import.unknown`, `import.undone`, `import.kept`.
    func undo(_ id: ImportBatch.ID, reason: String) throws -> ImportUndoing {
        var undoing = try inquiry.undoing(of: id)
        for registration in undoing.registrations {
            try ledger.remove(registration)
            try log(.remove, .registration(registration), ["import": String(id.rawValue)])
        }
        for person in undoing.people {
            try ledger.remove(person)
            try log(.remove, .person(person), ["import": String(id.rawValue)])
        }
        try ledger.close(id, undoneAt: now, by: actor)
        try log(.undo, .list(id), ["reason": reason.isEmpty ? nil : reason])
        if let event = try inquiry.batch(id).event.flatMap({ try ledger.event($0) }) {
            undoing.movedUp = try moveUp(at: event)
        }
        return undoing
    }
}

extension Problem {
    fileprivate static func importKept(_ batch: ImportBatch, _ reason: String) -> Problem {
        Problem(.importKept, "Import \(batch.id.rawValue) (\(batch.file)) stays: \(reason)")
    }

    fileprivate static func importKept(_ batch: ImportBatch, reasons: [String]) -> Problem {
        Problem(
            .importKept,
            "Import \(batch.id.rawValue) (\(batch.file)) stays, since what it brought has been built"
                + " upon: withdraw people one by one with “convene registration withdraw”.",
            details: reasons)
    }
}
