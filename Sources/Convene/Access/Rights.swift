/// What an actor may do and see: their role, within what they answer for.
package struct Rights: Sendable, Equatable {
    /// Nothing for the terminal, the office itself and whoever holds a secret link: who sits at the
    /// terminal has the file, and the desks for guests serve nobody but the guest.
    package let role: Account.Role?
    package let scope: Account.Scope

    package static let unbound = Rights(role: nil, scope: Account.Scope())

    package init(role: Account.Role?, scope: Account.Scope) {
        self.role = role
        self.scope = scope
    }

    /// Whether the act on a subject of this kind may be done to what lies there.
    func allow(_ act: AuditEntry.Act, on kind: AuditEntry.Subject.Kind, at place: Place) -> Bool {
        guard let role, role != .admin else { return true }
        guard kind.roles(for: act).contains(role) else { return false }
        return kind.isShared ? coversCountry(place) : covers(place)
    }

    /// Whether it may be looked at, as far as it lies there.
    func allow(_ sight: Sight, at place: Place) -> Bool {
        guard let role, role != .admin else { return true }
        return sight.roles.contains(role) && covers(place)
    }

    /// Whether it may be looked at wherever it lies.
    func allowEverywhere(_ sight: Sight) -> Bool {
        guard let role, role != .admin else { return true }
        return sight.rolesEverywhere.contains(role) && (scope.isEverywhere || sight == .names)
    }

    /// Whether it is seen at all, of whatever place: what pages offer.
    package func see(_ sight: Sight) -> Bool {
        guard let role, role != .admin else { return true }
        return sight.roles.contains(role)
    }

    private func covers(_ place: Place) -> Bool {
        guard coversCountry(place) else { return false }
        if scope.isEverywhere { return true }
        if let event = place.event, scope.events.contains(event) { return true }
        return !scope.programmes.isDisjoint(with: place.programmes)
    }

    /// A place without a country is not somebody's.
    private func coversCountry(_ place: Place) -> Bool {
        guard let country = scope.country, place.isSomebodys else { return true }
        return place.country == country
    }
}

/// Where in the register something lies, as far as rights depend on it.
struct Place {
    var event: Event.ID?
    /// The event's programme, and those that it is a stage of.
    var programmes: [Programme.ID] = []
    var country: Country?
    /// Whether it is a person or a registration, whose country counts.
    var isSomebodys = false
}

/// What can be looked at, apart from programmes, events, organisations and plans, which everybody who
/// signed in may see.
package enum Sight: Sendable, CaseIterable {
    case figures, names, mail, lists, audit, accounts, webhooks

    /// Who may, of what they answer for, beside the admin, who may see everything.
    var roles: Set<Account.Role> {
        switch self {
        case .figures: [.organiser, .viewer]
        case .names: [.organiser, .focalPoint, .desk]
        case .mail, .lists: [.organiser]
        case .audit, .accounts, .webhooks: []
        }
    }

    /// Who may without naming an event: people belong to none, and whoever may register them may
    /// look for them. All else is seen so by those only who answer for everything.
    var rolesEverywhere: Set<Account.Role> { self == .names ? [.organiser, .focalPoint] : roles }
}
