extension OrganisationDesk {
    /// What merging the second into the first would do.
    ///
    /// - Throws: `organisation.unknown`, `organisation.ambiguous`, `merge.same`.
    package func mergePlan(
        _ first: String, _ second: String, taking sides: [OrganisationMerge.Field: MergeSide] = [:]
    ) async throws -> OrganisationMergePlan {
        try await office.read(as: actor) { try $0.plan(first, second, taking: sides) }
    }

    /// Makes two organisations one: the second goes into the first, which keeps all names of both.
    ///
    /// - Throws: `organisation.unknown`, `organisation.ambiguous`, `merge.same`.
    package func merge(
        _ first: String, _ second: String, taking sides: [OrganisationMerge.Field: MergeSide] = [:]
    ) async throws -> OrganisationMergePlan {
        try await office.write(as: actor) { deed in
            let plan = try deed.inquiry.plan(first, second, taking: sides)
            try deed.carryOut(plan.merge)
            return plan
        }
    }

    /// Makes two of one again, as they were.
    ///
    /// - Parameter number: the number of the one that went, such as `O7`.
    /// - Throws: `merge.unknown`, `merge.changed`.
    package func unmerge(_ number: String) async throws
        -> (kept: Organisation, back: Organisation)
    {
        try await office.write(as: actor) { deed in
            guard let id = deed.inquiry.numbered(number, "O"),
                let merge = try deed.ledger.merge(of: Organisation.ID(id))
            else {
                let kept = try? deed.inquiry.organisation(number)
                let others = try kept.map { try deed.ledger.merged(into: $0.id) } ?? []
                throw Problem.mergeUnknown(number, others.map { "O\($0.rawValue)" })
            }
            try deed.undo(merge)
            return (merge.before, merge.gone)
        }
    }

    /// Remembers that two organisations are not one: they are not proposed again.
    ///
    /// - Throws: `organisation.unknown`, `organisation.ambiguous`, `merge.same`.
    package func tellApart(_ first: String, _ second: String) async throws
        -> (Organisation, Organisation)
    {
        try await office.write(as: actor) { deed in
            let pair = (
                try deed.inquiry.organisation(first), try deed.inquiry.organisation(second)
            )
            guard pair.0.id != pair.1.id else {
                throw Problem.mergeSame("O\(pair.0.id.rawValue)")
            }
            try deed.ledger.insertNotSame(pair.0.id, pair.1.id, at: deed.now, actor: deed.actor)
            try deed.log(
                .tellApart, .organisation(pair.0.id), ["from": "O\(pair.1.id.rawValue)"])
            return pair
        }
    }
}

extension Inquiry {
    fileprivate func plan(
        _ first: String, _ second: String, taking sides: [OrganisationMerge.Field: MergeSide]
    ) throws -> OrganisationMergePlan {
        let before = try organisation(first)
        let gone = try organisation(second)
        guard before.id != gone.id else { throw Problem.mergeSame("O\(before.id.rawValue)") }
        var after = before
        var choices: [OrganisationMergePlan.Choice] = []
        for field in OrganisationMerge.Field.allCases {
            let (one, other) = (field.text(in: before), field.text(in: gone))
            guard !one.isEmpty || !other.isEmpty else { continue }
            let side = one == other ? .both : sides[field] ?? (one.isEmpty ? .second : .first)
            if side == .second { field.take(from: gone, into: &after) }
            // No name is lost: the one that is not listed stays known.
            let lost = side == .both || field == .name ? "" : side == .first ? other : one
            choices.append(
                .init(
                    field: field.rawValue, stays: field.text(in: after), goes: lost, side: side))
        }
        after.otherNames = names(of: before, gone).filter { $0 != after.name }
        choices.append(
            .init(
                field: "other_names", stays: after.otherNames.joined(separator: "; "), goes: "",
                side: .both))
        let moved = try ledger.references(to: gone.id)
        return OrganisationMergePlan(
            merge: OrganisationMerge(
                before: before, after: after, gone: gone,
                own: try ledger.references(to: before.id), moved: moved),
            choices: choices, moves: moved.words)
    }

    /// The names of both, each key once.
    private func names(of first: Organisation, _ second: Organisation) -> [String] {
        var all = first
        all.otherNames += [second.name] + second.otherNames
        return all.nameKeys.map(\.name)
    }
}

extension OrganisationReferences {
    fileprivate var words: [String] {
        [
            (people.count, "person", "people"),
            (registrations.count, "registration", "registrations"),
            (events.count, "part in an event", "parts in events"),
            (programmes.count, "part in a programme", "parts in programmes"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
    }
}

extension Deed {
    fileprivate func carryOut(_ merge: OrganisationMerge) throws {
        let (kept, gone) = (merge.before.id, merge.gone.id)
        try ledger.update(merge.gone, nameKeys: [])
        try ledger.update(merge.after, nameKeys: merge.after.nameKeys)
        try ledger.move(merge.moved, from: gone, to: kept)
        try ledger.set(gone, mergedInto: kept)
        try ledger.insert(merge, at: now, actor: actor)
        try log(
            .merge, .organisation(kept),
            ["merged": "O\(gone.rawValue)", "people": String(merge.moved.people.count)])
        try log(.merge, .organisation(gone), ["into": "O\(kept.rawValue)"])
    }

    fileprivate func undo(_ merge: OrganisationMerge) throws {
        let (kept, gone) = (merge.before.id, merge.gone.id)
        let number = "O\(gone.rawValue)"
        if let other = try ledger.mergedInto(kept) {
            throw Problem.mergeChanged(
                number,
                "O\(kept.rawValue) was itself merged into O\(other.rawValue): undo that first")
        }
        guard try ledger.organisation(kept) == merge.after else {
            throw Problem.mergeChanged(
                number,
                "O\(kept.rawValue) was changed since: set it back with “convene organisation edit”")
        }
        try ledger.set(gone, mergedInto: nil)
        try ledger.update(merge.before, nameKeys: merge.before.nameKeys)
        try ledger.update(merge.gone, nameKeys: merge.gone.nameKeys)
        try ledger.moveBack(merge.moved, to: gone, from: kept, besides: merge.own)
        try ledger.undoMerge(of: gone, at: now)
        try log(.unmerge, .organisation(kept), ["back": number])
        try log(.unmerge, .organisation(gone), ["from": "O\(kept.rawValue)"])
    }
}
