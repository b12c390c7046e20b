/// What merging two people would do, before it is done.
package struct MergePlan: Sendable {
    package var merge: PersonMerge
    /// Field by field, those that either of them has.
    package var choices: [PersonMerge.Choice]
    /// What goes from the second to the first, in words: `1 registration: kyiv-2011`.
    package var moves: [String]
}

extension Inquiry {
    /// Works out a merge.
    ///
    /// At an event where both are registered, one of the registrations gives way: it must be nothing
    /// but a nomination or a refusal, without attendance or an invitation.
    ///
    /// - Throws: `merge.same`, `merge.event` with each event that stands against it.
    func plan(_ first: Person, _ second: Person, taking sides: [PersonMerge.Field: MergeSide])
        throws -> MergePlan
    {
        guard first.id != second.id else { throw Problem.mergeSame("\(first.id.text)") }
        let (after, chosen) = PersonMerge.person(of: first, and: second, taking: sides)
        var merge = PersonMerge(before: first, after: after, gone: second)
        let events = try settleRegistrations(&merge)
        merge.messages = try messagesToMove(merge)
        return MergePlan(
            merge: merge, choices: try choices(merge, chosen),
            moves: moves(merge, events: events))
    }

    /// Decides for each registration whether it moves or gives way; answers the events' codes.
    private func settleRegistrations(_ merge: inout PersonMerge) throws -> [Code] {
        var against: [String] = []
        var events: [Code] = []
        for registration in try ledger.registrations(of: merge.gone.id) {
            guard let event = try ledger.event(registration.event) else { continue }
            events.append(event.code)
            guard let own = try ledger.registration(of: merge.before.id, at: event.id) else {
                merge.moved.append(registration.id)
                continue
            }
            if try givesWay(registration) {
                merge.setAside.append(try setAside(registration, for: own))
            } else if try givesWay(own) {
                merge.setAside.append(try setAside(own, for: registration))
                merge.moved.append(registration.id)
            } else {
                against.append(
                    "\(event.code): \(try weight(of: own)); \(try weight(of: registration))")
            }
        }
        guard against.isEmpty else {
            throw Problem.mergeEvent(merge.before.id, merge.gone.id, against)
        }
        return events
    }

    private func givesWay(_ registration: Registration) throws -> Bool {
        guard [.nominated, .declined, .withdrawn, .rejected].contains(registration.standing),
            try ledger.invitation(of: registration.id) == nil
        else { return false }
        return try !ledger.isMarked(registration.id)
    }

    private func setAside(_ registration: Registration, for other: Registration) throws
        -> PersonMerge.SetAside
    {
        PersonMerge.SetAside(
            registration: registration, changes: try ledger.standingChanges(of: registration.id),
            stays: other.id)
    }

    /// What a registration has that it can't give way with: `P3 confirmed, attendance taken`.
    private func weight(of registration: Registration) throws -> String {
        let facts = [
            "\(registration.person.text) \(registration.standing.rawValue)",
            try ledger.invitation(of: registration.id) == nil ? nil : "invited",
            try ledger.isMarked(registration.id) ? "attendance taken" : nil,
        ]
        return facts.compactMap { $0 }.joined(separator: ", ")
    }

    private func messagesToMove(_ merge: PersonMerge) throws -> [PersonMerge.MessageOwner] {
        let aside = Set(merge.setAside.map(\.registration.id))
        let own = try ledger.messageOwners(of: merge.before.id).filter { owner in
            owner.registration.map(aside.contains) ?? false
        }
        return own + (try ledger.messageOwners(of: merge.gone.id))
    }

    private func choices(_ merge: PersonMerge, _ sides: [PersonMerge.Field: MergeSide]) throws
        -> [PersonMerge.Choice]
    {
        func name(_ person: Person) throws -> String {
            try person.organisation.flatMap { try ledger.organisation($0)?.name } ?? ""
        }
        let names = (
            try name(merge.before), try name(merge.gone), try name(merge.after)
        )
        return PersonMerge.Field.allCases.compactMap { field in
            guard !field.isEmpty(in: merge.after) || !field.isEmpty(in: merge.gone) else {
                return nil
            }
            let first = field.text(in: merge.before, organisation: names.0)
            let second = field.text(in: merge.gone, organisation: names.1)
            let stays = field.text(in: merge.after, organisation: names.2)
            // A name that becomes the name in the other script is not lost.
            if field == .name, first != second, merge.after.otherName?.full != nil,
                [first, second].contains(merge.after.otherName?.full ?? "")
            {
                return .init(
                    field: field, stays: stays, goes: "", side: sides[field] ?? .first)
            }
            if field == .otherName, first.isEmpty, second.isEmpty {
                let isSecond = stays.hasPrefix(merge.gone.name.full)
                return .init(
                    field: field, stays: stays, goes: "", side: isSecond ? .second : .first)
            }
            let side: MergeSide =
                first == second || field == .email && !first.isEmpty && !second.isEmpty
                ? .both : sides[field] ?? .first
            let lost = side == .both ? "" : side == .first ? second : first
            // Nobody's gender is lost because it was never told.
            let isNothing = field == .gender && lost == Gender.undisclosed.rawValue
            return .init(field: field, stays: stays, goes: isNothing ? "" : lost, side: side)
        }
    }

    private func moves(_ merge: PersonMerge, events: [Code]) -> [String] {
        func counted(_ count: Int, _ noun: String) -> String? {
            count == 0 ? nil : "\(count) \(noun)\(count == 1 ? "" : "s")"
        }
        let codes = events.map(\.text).joined(separator: ", ")
        let aside = merge.setAside.map {
            "\($0.registration.person.text) \($0.registration.standing.rawValue)"
        }
        return [
            counted(merge.moved.count, "registration").map {
                "\($0) with attendance and invitations, of: \(codes)"
            },
            aside.isEmpty
                ? nil
                : "given way to the other's registration: "
                    + aside.joined(separator: ", "),
            counted(merge.gone.addresses.count, "address").map {
                ($0 + ":").replacing("addresss", with: "addresses") + " "
                    + merge.gone.addresses.map(\.text).joined(separator: ", ")
            },
            counted(merge.messages.count, "message"),
        ].compactMap { $0 }
    }
}
