extension UndoingSearch {
    mutating func lookAtPeople(_ entries: [ImportBatch.Entry]) throws {
        let leaving = Set(try ledger.sendingMessages().compactMap(\.message.registration))
        let made = entries.filter(\.made)
        for entry in made where entry.subject.kind == .registration {
            guard let registration = try ledger.registration(.init(entry.subject.number)) else {
                continue
            }
            if leaving.contains(registration.id) { reasons.append("A mail is on its way.") }
            if let reason = try reasonToKeep(registration) { reasons.append(reason) }
            undoing.registrations.append(registration.id)
        }
        for entry in made where entry.subject.kind == .person {
            if let reason = try reasonToKeep(Person.ID(entry.subject.number)) {
                reasons.append(reason)
            }
        }
        for entry in made where entry.subject.kind == .person {
            try take(.init(entry.subject.number))
        }
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

    private mutating func take(_ id: Person.ID) throws {
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
