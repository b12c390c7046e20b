extension Deed {
    /// Takes a registration off its event's list; its answers and secret links go to the one that
    /// stays, so that whoever follows a link from either mail is understood.
    func setAside(_ aside: PersonMerge.SetAside) throws {
        for id in aside.takenBack.keys {
            guard var message = try ledger.message(id) else { continue }
            try message.become(.cancelled)
            message.endedAt = now
            message.reply = Self.takenBack
            // The link's token stays: undoing the merge lets the mail leave after all.
            try ledger.update(message, lease: nil)
        }
        try ledger.move(aside.incoming, to: aside.stays)
        if let aside = aside.invitation, let other = aside.joins {
            try ledger.move(aside.trail, to: other)
            try ledger.remove(aside.invitation.id)
        } else if let invitation = aside.invitation?.invitation {
            try assign(invitation.id, to: aside.stays)
        }
        // What they said of themselves is theirs in either; undoing leaves it with the one that stays.
        try ledger.moveSaid(from: aside.registration.id, to: aside.stays)
        try ledger.remove(aside.registration.id)
    }

    /// Puts a registration back on its event's list with what was its own; what happened to the
    /// other since then stays there.
    func restore(_ aside: PersonMerge.SetAside) throws {
        try ledger.restore(aside.registration, aside.changes)
        try ledger.move(aside.incoming, to: aside.registration.id)
        if let back = aside.invitation {
            if back.joins == nil {
                try assign(back.invitation.id, to: aside.registration.id, from: aside.stays)
            } else {
                try ledger.restore(back.invitation)
                try ledger.move(back.trail, to: back.invitation.id)
                if let stamp = back.trail.stamp { try ledger.set(stamp, of: back.invitation.id) }
            }
        }
        for (id, state) in aside.takenBack {
            guard var message = try ledger.message(id), message.state == .cancelled,
                message.reply == Self.takenBack, try ledger.content(of: id) != nil
            else { continue }
            try message.become(state)
            message.endedAt = nil
            message.reply = ""
            try ledger.update(message, lease: nil)
        }
    }

    /// The seat of a registration that gave way goes to whoever waits for an event to come.
    func freeSeat(of registration: Registration) throws {
        guard registration.standing == .confirmed, registration.role.takesSeat,
            let event = try ledger.event(registration.event), event.status.isToCome
        else { return }
        seats[event.id] = nil
        try moveUp(at: event)
    }

    /// - Throws: `merge.changed` where somebody else has the seat by now.
    func checkSeat(for registration: Registration, of merge: PersonMerge) throws {
        guard registration.standing == .confirmed,
            let event = try ledger.event(registration.event), event.status.isToCome,
            try !hasSeat(at: event, for: registration.role)
        else { return }
        throw Problem.mergeChanged(
            merge.gone.id.text,
            "somebody else has the seat of \(registration.person.text) at \(event.code): raise the"
                + " capacity first, with “convene event edit \(event.code) --capacity …”")
    }

    /// Has an invitation belong to a registration, which was invited when it was sent.
    private func assign(
        _ id: Invitation.ID, to registration: Registration.ID, from other: Registration.ID? = nil
    ) throws {
        guard var invitation = try ledger.invitation(id) else { return }
        invitation.registration = registration
        try ledger.update(invitation)
        for (registration, invited) in [(registration, invitation.sentAt != nil)]
            + (other.map { [($0, false)] } ?? [])
        {
            guard var changed = try ledger.registration(registration) else { continue }
            changed.invited = invited
            try ledger.update(changed)
        }
    }

    private static let takenBack = "taken back, for two of one were made one"
}
