package import struct FoundationEssentials.Date

/// Where a registration is.
package enum Standing: String, Sendable, CaseIterable {
    case nominated, invited, applied, waitlisted, confirmed, declined, withdrawn, rejected
}

/// One change of a registration's standing: to what, when, by whom and why.
package struct StandingChange: Sendable, Equatable {
    package var standing: Standing
    package var at: Date
    package var actor: Actor
    package var reason: String

    package init(standing: Standing, at: Date, actor: Actor, reason: String) {
        self.standing = standing
        self.at = at
        self.actor = actor
        self.reason = reason
    }
}
