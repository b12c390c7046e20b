extension AuditEntry.Subject.Kind {
    /// Who may do an act to a subject of this kind, beside the admin, who may do everything: the one
    /// table of it. Each within what they answer for, see ``Rights``.
    func roles(for act: AuditEntry.Act) -> Set<Account.Role> {
        switch self {
        case .register, .token, .webhook, .suppression: []
        // Who else changes an account is at the desk for their own.
        case .account: act == .changeOwn ? Set(Account.Role.allCases) : []
        case .programme, .invitation, .message, .incoming, .activity, .outcome,
            .question:
            [.organiser]
        case .event, .session: act == .count ? [.organiser, .desk] : [.organiser]
        case .organisation: act == .add ? [.organiser, .focalPoint] : [.organiser]
        case .person: Self.rolesForPeople(act)
        case .registration: Self.rolesForRegistrations(act)
        case .list: act == .importList ? [.organiser, .focalPoint] : [.organiser]
        }
    }

    private static func rolesForPeople(_ act: AuditEntry.Act) -> Set<Account.Role> {
        switch act {
        case .add, .edit: [.organiser, .focalPoint]
        case .erase, .optIn: []
        default: [.organiser]
        }
    }

    private static func rolesForRegistrations(_ act: AuditEntry.Act) -> Set<Account.Role> {
        switch act {
        case .nominate, .tellNeeds: [.organiser, .focalPoint]
        case .mark, .unmark: [.organiser, .desk]
        default: [.organiser]
        }
    }

    /// Whether it belongs to the whole register, whatever the event for which it is needed: whoever
    /// registers somebody enters a person and an institution.
    var isShared: Bool {
        switch self {
        case .person, .organisation, .list, .account: true
        case .register, .token, .webhook, .suppression, .programme, .event, .session,
            .registration, .invitation, .message, .incoming, .activity, .outcome, .question:
            false
        }
    }
}
