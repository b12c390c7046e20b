/// What somebody has at an event where another registration is theirs as well: the register keeps
/// one, and the merge's record the other.
struct EventClaim {
    let registration: Registration
    let invitation: Invitation?
    let isMarked: Bool

    /// The one that stays, or nothing where nobody can say.
    ///
    /// A bare nomination or refusal gives way. Of two invitations the one that was answered stays,
    /// of two answers the later, for it is the person's last word; an invitation without an
    /// acceptance gives way to what an officer wrote down. Attendance never gives way.
    static func prevailing(_ own: EventClaim, _ other: EventClaim) -> EventClaim? {
        if other.isBare { return own }
        if own.isBare { return other }
        if other.givesWay(to: own) { return own }
        return own.givesWay(to: other) ? other : nil
    }

    /// What it has that it can't give way with: `P3 confirmed, attendance taken`.
    var words: String {
        [
            "\(registration.person.text) \(registration.standing.rawValue)",
            invitation == nil ? nil : "invited", isMarked ? "attendance taken" : nil,
        ].compactMap { $0 }.joined(separator: ", ")
    }

    private var isBare: Bool {
        !isMarked && invitation == nil
            && [.nominated, .declined, .withdrawn, .rejected].contains(registration.standing)
    }

    private func givesWay(to other: EventClaim) -> Bool {
        guard !isMarked, let invitation else { return false }
        guard let theirs = other.invitation else {
            return ![.applied, .waitlisted, .confirmed].contains(registration.standing)
        }
        return other.isMarked || !invitation.isFresher(than: theirs)
    }
}

extension Invitation {
    /// Whether it says more, or later, of how things stand.
    fileprivate func isFresher(than other: Invitation) -> Bool {
        switch (answeredAt, other.answeredAt) {
        case (let own?, let theirs?): own > theirs
        case (nil, nil): (sentAt ?? madeAt) > (other.sentAt ?? other.madeAt)
        case (let own, _): own != nil
        }
    }
}
