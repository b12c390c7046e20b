/// What merging two people would do, before it is done.
package struct MergePlan: Sendable {
    package var merge: PersonMerge
    /// Field by field, those that either of them has.
    package var choices: [PersonMerge.Choice]
    /// What goes from the second to the first, in words: `1 registration: kyiv-2011`.
    package var moves: [String]
    /// The events of the registrations of the one who goes.
    package var events: [Code]
}

extension Inquiry {
    /// Works out a merge.
    ///
    /// At an event where both are registered, one of the registrations gives way, as ``EventClaim``
    /// decides.
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
            moves: moves(merge, events: events), events: events)
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
            let claims = (try claim(of: own), try claim(of: registration))
            guard let stays = EventClaim.prevailing(claims.0, claims.1) else {
                against.append("\(event.code): \(claims.0.words); \(claims.1.words)")
                continue
            }
            let goes = stays.registration.id == own.id ? claims.1 : claims.0
            merge.setAside.append(try setAside(goes, for: stays))
            if stays.registration.id == registration.id { merge.moved.append(registration.id) }
        }
        guard against.isEmpty else {
            throw Problem.mergeEvent(merge.before.id, merge.gone.id, against)
        }
        return events
    }

    private func claim(of registration: Registration) throws -> EventClaim {
        EventClaim(
            registration: registration, invitation: try ledger.invitation(of: registration.id),
            isMarked: try ledger.isMarked(registration.id))
    }

    private func setAside(_ claim: EventClaim, for other: EventClaim) throws
        -> PersonMerge.SetAside
    {
        let id = claim.registration.id
        return PersonMerge.SetAside(
            registration: claim.registration, changes: try ledger.standingChanges(of: id),
            stays: other.registration.id,
            invitation: try claim.invitation.map { invitation in
                PersonMerge.SetAsideInvitation(
                    invitation: invitation, joins: other.invitation?.id,
                    trail: try ledger.trail(of: invitation.id))
            },
            // One invitation is enough: what has not left of the other stays here.
            takenBack: other.invitation == nil ? [:] : try ledger.waitingMessages(about: id),
            incoming: try ledger.incoming(about: id))
    }

    private func messagesToMove(_ merge: PersonMerge) throws -> [PersonMerge.MessageOwner] {
        let aside = Set(merge.setAside.map(\.registration.id))
        let own = try ledger.messageOwners(of: merge.before.id).filter { owner in
            owner.registration.map(aside.contains) ?? false
        }
        return own + (try ledger.messageOwners(of: merge.gone.id))
    }

    private func moves(_ merge: PersonMerge, events: [Code]) -> [String] {
        func counted(_ count: Int, _ noun: String) -> String? {
            count == 0 ? nil : "\(count) \(noun)\(count == 1 ? "" : "s")"
        }
        let codes = events.map(\.text).joined(separator: ", ")
        let aside = merge.setAside.map { aside in
            let standing = aside.registration.standing
            return [
                "\(aside.registration.person.text) \(standing.rawValue)",
                aside.invitation == nil || standing == .invited ? nil : "invited",
                aside.invitation?.invitation.answer?.rawValue,
            ].compactMap { $0 }.joined(separator: ", ")
        }
        let taken = merge.setAside.reduce(0) { $0 + $1.takenBack.count }
        return [
            counted(merge.moved.count, "registration").map {
                "\($0) with attendance and invitations, of: \(codes)"
            },
            aside.isEmpty
                ? nil
                : "given way to the other's registration: "
                    + aside.joined(separator: "; "),
            counted(merge.gone.addresses.count, "address").map {
                ($0 + ":").replacing("addresss", with: "addresses") + " "
                    + merge.gone.addresses.map(\.text).joined(separator: ", ")
            },
            counted(merge.messages.count, "message"),
            counted(taken, "mail").map { "\($0) of a second invitation taken back" },
        ].compactMap { $0 }
    }
}

extension Inquiry {
    /// The merges that made somebody out of several, the first first.
    func merges(into person: Person.ID) throws -> [PersonMerge] {
        try ledger.merged(into: person).flatMap { id in
            try merges(into: id) + [ledger.merge(of: id)].compactMap { $0 }
        }
    }
}
