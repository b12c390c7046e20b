extension UndoingSearch {
    /// Programmes, events and activities: what the list made goes unless something depends on it, what
    /// it changed goes back to what it was unless somebody has changed it since.
    mutating func lookAtThings(_ entries: [ImportBatch.Entry]) throws {
        for entry in entries {
            switch entry.change {
            case .programme(let versions): try look(at: versions)
            case .event(let versions): try look(at: versions)
            case .activity(let versions): try look(at: versions)
            case .marks: break
            case nil:
                reasons = ["Convene did not write down yet what a list changes when it came in."]
                return
            }
        }
        try lookAtDependentsOfProgrammes()
    }

    /// What becomes of something that a list made or changed.
    private enum Verdict {
        case gone, untouched, changedSince, toRemove, toRestore
    }

    private func verdict<Thing>(_ versions: ImportChange.Versions<Thing>, now: Thing?) -> Verdict {
        guard let now else { return .gone }
        if versions.before == versions.after || now == versions.before { return .untouched }
        guard now == versions.after else { return .changedSince }
        return versions.before == nil ? .toRemove : .toRestore
    }

    /// - Returns: whether the list made it, and it can go.
    private mutating func settle(
        _ verdict: Verdict, made: Bool, _ code: String, _ change: ImportChange
    ) -> Bool {
        switch verdict {
        case .gone, .untouched: break
        case .changedSince:
            if made {
                reasons.append("\(code) was changed since.")
            } else {
                undoing.changedSince.append(code)
            }
        case .toRestore:
            undoing.restored.append(code)
            undoing.restoring.append(change)
        case .toRemove: return true
        }
        return false
    }
}

/// Programmes.
extension UndoingSearch {
    private mutating func look(at versions: ImportChange.Versions<Programme>) throws {
        let programme = try ledger.programme(versions.after.id)
        let goes = settle(
            verdict(versions, now: programme), made: versions.before == nil,
            versions.after.code.text, .programme(versions))
        if goes { undoing.programmes.append(versions.after.id) }
    }

    /// When all is seen that goes: stages may go with their programme.
    private mutating func lookAtDependentsOfProgrammes() throws {
        let going = Set(undoing.programmes)
        let restored = undoing.restoring.compactMap { change -> Programme.ID? in
            if case .programme(let versions) = change { versions.after.id } else { nil }
        }
        let staying = try ledger.programmes().filter {
            !going.contains($0.id) && !restored.contains($0.id)
        }
        for id in undoing.programmes {
            guard let programme = try ledger.programme(id) else { continue }
            let events = try ledger.events(of: [id]).map(\.code.text)
            let stages = staying.filter { $0.parent == id }.map(\.code.text)
            let activities = try ledger.activities(of: [id])
                .filter { !undoing.activities.contains($0.id) }.map(\.code)
            keep(programme.code, for: events, called: "events")
            keep(programme.code, for: stages, called: "stages")
            keep(programme.code, for: activities, called: "activities")
        }
    }

    private mutating func keep(_ code: Code, for dependents: [String], called name: String) {
        guard !dependents.isEmpty else { return }
        let more = dependents.count > 5 ? " and \(dependents.count - 5) more" : ""
        let shown = dependents.prefix(5).joined(separator: ", ") + more
        reasons.append("\(code) has \(name) by now: \(shown).")
    }
}

/// Events.
extension UndoingSearch {
    private mutating func look(at versions: ImportChange.Versions<EventState>) throws {
        let code = versions.after.event.code
        let now = try ledger.event(versions.after.event.id).map(inquiry.state)
        let change = ImportChange.event(versions)
        guard versions.before != nil else {
            if settle(verdict(versions, now: now), made: true, code.text, change) {
                undoing.events.append(versions.after.event.id)
            }
            return try lookAtDependents(of: versions.after.event)
        }
        // What no list says does not stand in the way of what one said.
        let living = now.map { now in
            ImportChange.Versions(
                before: versions.before?.living(as: now.event),
                after: versions.after.living(as: now.event))
        }
        let verdict = verdict(living ?? versions, now: now)
        _ = settle(verdict, made: false, code.text, living.map { .event($0) } ?? change)
        if verdict == .toRestore, let now, let before = living?.before {
            try lookAtGuests(of: now.event, going: before.event)
            if let programme = before.event.programme, try ledger.programme(programme) == nil {
                reasons.append("\(code) was in a programme that was taken back since.")
            }
            do { try before.event.check() } catch { reasons.append("\(code): \(error.message)") }
        }
    }

    private mutating func lookAtDependents(of event: Event) throws {
        guard undoing.events.contains(event.id) else { return }
        let code = event.code
        let people = try ledger.registrations(at: event.id, standings: []).count
        if people > 0 { reasons.append("\(code) has people on its list: \(people).") }
        for later in try ledger.batches() where later.event == event.id && later.undoneAt == nil {
            reasons.append(
                "Import \(later.id.rawValue) (\(later.file)) is one of \(code): undo it first.")
        }
        if try !ledger.reminders(of: event.id).isEmpty {
            reasons.append("\(code) has reminders.")
        }
        if try !ledger.outcomes(of: [event.id]).isEmpty { reasons.append("\(code) has outcomes.") }
        let activities = try ledger.activities(carriedOutBy: event.id).map(\.code)
        keep(code, for: activities, called: "activities that it carries out")
        for session in try ledger.sessions(of: event.id) {
            if try ledger.isMarked(session.id) {
                reasons.append("Attendance was taken at session \(session.number) of \(code).")
            } else if session
                != Session(
                    id: session.id, event: event.id, number: session.number, day: session.day)
            {
                reasons.append("Session \(session.number) of \(code) was worked out since.")
            }
        }
        if try !ledger.messages(for: event.id, states: [], limit: 1).isEmpty {
            reasons.append("Mail was written for \(code).")
        }
    }

    /// Whoever was invited is told of a change by whoever makes it, and nobody of an undoing.
    private mutating func lookAtGuests(of event: Event, going before: Event) throws {
        if ![.held, .cancelled].contains(before.status), before.differsForGuests(from: event),
            try ledger.registrations(at: event.id, standings: []).contains(where: \.invited)
        {
            reasons.append(
                "People have been invited to \(event.code): “convene event edit” changes it back and"
                    + " tells them.")
        }
        for session in try ledger.sessions(of: event.id)
        where before.dates?.contains(session.day) != true {
            guard try ledger.isMarked(session.id) else { continue }
            reasons.append("Attendance was taken at session \(session.number) of \(event.code).")
        }
    }
}

/// Activities.
extension UndoingSearch {
    private mutating func look(at versions: ImportChange.Versions<Activity>) throws {
        let (id, code) = (versions.after.id, versions.after.code)
        let activity = try ledger.activity(id)
        guard
            settle(
                verdict(versions, now: activity), made: versions.before == nil, code,
                .activity(versions))
        else { return }
        let events = try ledger.events(carryingOut: id).map(\.code.text)
        if !events.isEmpty {
            reasons.append("\(code) is carried out by \(events.joined(separator: ", ")).")
        }
        undoing.activities.append(id)
    }
}

/// Attendance.
extension UndoingSearch {
    /// A mark that was corrected since stays in the log below its correction.
    mutating func lookAtMarks(_ entries: [ImportBatch.Entry]) throws {
        for case .marks(let places)? in entries.map(\.change) {
            for place in places {
                let latest = try ledger.latestPlace(of: place.registration, at: place.session)
                guard let latest else { continue }
                if latest == place {
                    undoing.marks.append(place)
                } else {
                    undoing.changedSince.append(try name(of: place))
                }
            }
        }
    }

    private func name(of place: AttendanceMark.Place) throws -> String {
        let person = try ledger.registration(place.registration)
            .flatMap { try ledger.person($0.person)?.name.full }
        let session = try batch.event.flatMap { event in
            try ledger.sessions(of: event).first { $0.id == place.session }?.number
        }
        return "\(person ?? "somebody") at session \(session.map(String.init) ?? "?")"
    }
}
