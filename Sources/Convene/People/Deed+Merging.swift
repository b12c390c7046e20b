extension PersonDesk {
    /// What merging the second into the first would do.
    ///
    /// - Throws: `person.unknown`, `person.ambiguous`, `merge.same`, `merge.event`.
    package func mergePlan(
        _ first: PersonMention, _ second: PersonMention,
        taking sides: [PersonMerge.Field: MergeSide] = [:]
    ) async throws -> MergePlan {
        try await office.read(as: actor) { inquiry in
            try inquiry.require(.lists)
            return try inquiry.plan(
                try inquiry.person(first), try inquiry.person(second), taking: sides)
        }
    }

    /// Makes two people one: the second goes into the first.
    ///
    /// - Throws: `person.unknown`, `person.ambiguous`, `merge.same`, `merge.event`.
    package func merge(
        _ first: PersonMention, _ second: PersonMention,
        taking sides: [PersonMerge.Field: MergeSide] = [:]
    ) async throws -> MergePlan {
        try await office.write(as: actor) { deed in
            let plan = try deed.inquiry.plan(
                try deed.inquiry.person(first), try deed.inquiry.person(second), taking: sides)
            try deed.carryOut(plan.merge)
            return plan
        }
    }

    /// Makes two of one again, as they were.
    ///
    /// - Parameter number: the number of the one who went, such as `P7`.
    /// - Throws: `merge.unknown`, `merge.changed`.
    package func unmerge(_ number: PersonMention) async throws -> (kept: Person, back: Person) {
        try await office.write(as: actor) { deed in
            let merge = try deed.inquiry.merge(undoing: number)
            try deed.undo(merge)
            return (merge.before, merge.gone)
        }
    }

    /// Remembers that two people are not one: they are not proposed again.
    ///
    /// - Throws: `person.unknown`, `person.ambiguous`, `merge.same`.
    package func tellApart(_ first: PersonMention, _ second: PersonMention) async throws
        -> (Person, Person)
    {
        try await office.write(as: actor) { deed in
            let pair = (try deed.inquiry.person(first), try deed.inquiry.person(second))
            guard pair.0.id != pair.1.id else { throw Problem.mergeSame(pair.0.id.text) }
            try deed.ledger.insertNotSame(pair.0.id, pair.1.id, at: deed.now, actor: deed.actor)
            try deed.log(.tellApart, .person(pair.0.id), ["from": pair.1.id.text])
            return pair
        }
    }
}

extension Inquiry {
    fileprivate func merge(undoing mention: PersonMention) throws -> PersonMerge {
        guard let number = numbered(mention.text, "P"),
            let merge = try ledger.merge(of: Person.ID(number))
        else {
            let kept = try? person(mention)
            let others = try kept.map { try ledger.merged(into: $0.id) } ?? []
            throw Problem.mergeUnknown(mention.text, others.map(\.text))
        }
        return merge
    }
}

extension Deed {
    fileprivate func carryOut(_ merge: PersonMerge) throws {
        let (kept, gone) = (merge.before.id, merge.gone.id)
        try moveMessages(of: merge)
        for aside in merge.setAside { try setAside(aside) }
        for id in merge.moved {
            guard var registration = try ledger.registration(id) else { continue }
            registration.person = kept
            try ledger.update(registration)
        }
        for aside in merge.setAside { try freeSeat(of: aside.registration) }
        var emptied = merge.gone
        emptied.addresses = []
        try ledger.update(emptied, keys: PersonKeys(emptied))
        try ledger.update(merge.after, keys: PersonKeys(merge.after))
        try ledger.set(gone, mergedInto: kept)
        try ledger.insert(merge, at: now, actor: actor)
        try log(
            .merge, .person(kept),
            ["merged": gone.text, "registrations": String(merge.moved.count)])
        try log(.merge, .person(gone), ["into": kept.text])
        for id in merge.moved { try log(.merge, .registration(id), ["person": kept.text]) }
        for aside in merge.setAside {
            try log(.remove, .registration(aside.registration.id), ["merge": gone.text])
        }
    }

    /// A message whose place is taken, by one to the same person for the same purpose, gets the
    /// next revision.
    private func moveMessages(of merge: PersonMerge) throws {
        let stays = Dictionary(
            merge.setAside.map { ($0.registration.id, $0.stays) }, uniquingKeysWith: { $1 })
        for owner in merge.messages {
            var moved = owner
            moved.registration = owner.registration.map { stays[$0] ?? $0 }
            moved.person = merge.before.id
            if owner.person != moved.person,
                try ledger.message(
                    owner.purpose, revision: owner.revision, to: moved.person, for: owner.event)
                    != nil
            {
                let last = try ledger.lastRevision(
                    owner.purpose, to: moved.person, for: owner.event)
                moved.revision = (last ?? 0) + 1
            }
            try ledger.set(moved)
        }
    }

    fileprivate func undo(_ merge: PersonMerge) throws {
        let (kept, gone) = (merge.before.id, merge.gone.id)
        try checkUnchanged(merge)
        try ledger.set(gone, mergedInto: nil)
        try ledger.update(merge.before, keys: PersonKeys(merge.before))
        try ledger.update(merge.gone, keys: PersonKeys(merge.gone))
        let later = try laterMessages(merge)
        for id in merge.moved {
            guard var registration = try ledger.registration(id) else { continue }
            registration.person = gone
            try ledger.update(registration)
        }
        for aside in merge.setAside { try restore(aside) }
        for owner in merge.messages + later { try ledger.set(owner) }
        try ledger.undoMerge(of: gone, at: now)
        try log(.unmerge, .person(kept), ["back": gone.text])
        try log(.unmerge, .person(gone), ["from": kept.text])
    }

    /// Mail that went out since the merge goes with the registration that it belongs to.
    private func laterMessages(_ merge: PersonMerge) throws -> [PersonMerge.MessageOwner] {
        let known = Set(merge.messages.map(\.message))
        return try ledger.messageOwners(of: merge.before.id).compactMap { owner in
            guard let registration = owner.registration, merge.moved.contains(registration),
                !known.contains(owner.message)
            else { return nil }
            var later = owner
            later.person = merge.gone.id
            return later
        }
    }

    /// - Throws: `merge.changed` where what the merge made is no longer so.
    private func checkUnchanged(_ merge: PersonMerge) throws {
        let kept = merge.before.id
        if let other = try ledger.mergedInto(kept) {
            throw Problem.mergeChanged(
                merge.gone.id.text,
                "\(kept.text) was itself merged into \(other.text): undo that first")
        }
        guard let present = try ledger.person(kept), present == merge.after else {
            throw Problem.mergeChanged(
                merge.gone.id.text,
                "\(kept.text) was changed since (\(try changes(since: merge))): set it back with"
                    + " “convene person edit”, or enter the other anew")
        }
        for id in merge.moved where try ledger.registration(id)?.person != kept {
            throw Problem.mergeChanged(
                merge.gone.id.text, "a registration that moved is no longer with \(kept.text)")
        }
        for aside in merge.setAside {
            guard try ledger.registration(aside.stays) != nil else {
                throw Problem.mergeChanged(
                    merge.gone.id.text, "a registration that stayed is no longer there")
            }
            try checkSeat(for: aside.registration, of: merge)
        }
    }

    private func changes(since merge: PersonMerge) throws -> String {
        guard let present = try ledger.person(merge.before.id) else { return "gone" }
        return PersonMerge.Field.allCases.filter {
            $0.text(in: present, organisation: String(present.organisation?.rawValue ?? 0))
                != $0.text(
                    in: merge.after,
                    organisation: String(merge.after.organisation?.rawValue ?? 0))
        }.map(\.rawValue).joined(separator: ", ")
    }
}

extension Problem {
    static func mergeSame(_ number: String) -> Problem {
        Problem(.mergeSame, "Both are \(number): name two, by number or address.")
    }

    static func mergeEvent(_ kept: Person.ID, _ gone: Person.ID, _ events: [String]) -> Problem {
        Problem(
            .mergeEvent,
            "\(kept.text) and \(gone.text) were both at an event, and one person can't be there"
                + " twice: where one of the two was a mistake, and nobody was marked on it,"
                + " withdraw that one with “convene registration withdraw”, then merge.",
            details: events)
    }

    static func mergeUnknown(_ mention: String, _ others: [String]) -> Problem {
        Problem(
            .mergeUnknown,
            others.isEmpty
                ? "\(mention.excerpt) was not merged into anybody: name who went by number, such as P7."
                : "\(mention.excerpt) is who stayed: undo with the number of who went,"
                    + " \(others.joined(separator: " or ")).")
    }

    static func mergeChanged(_ number: String, _ reason: String) -> Problem {
        Problem(.mergeChanged, "The merge of \(number) can't be undone any more: \(reason).")
    }
}
