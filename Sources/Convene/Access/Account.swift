package import struct FoundationEssentials.Date

/// Somebody who signs in to the service, under a name that the audit keeps.
package struct Account: Sendable, Equatable {
    package typealias ID = Identifier<Account>

    package var id: ID
    /// By which it signs in and stands in the audit; never changed, never given to another.
    package let name: String
    package var email: EmailAddress?
    package var role: Role
    package var scope: Scope
    package let createdAt: Date
    package var disabledAt: Date?
    /// As ``Locksmith/lock(_:)`` made it; nothing for an account that has tokens only.
    package var passwordHash: String?
    /// The shared secret of one-time codes, RFC 6238; nothing where none is asked for.
    package var codeSecret: [UInt8]?

    package init(
        id: ID = ID(0), name: String, email: EmailAddress? = nil, role: Role,
        scope: Scope = Scope(), createdAt: Date, disabledAt: Date? = nil,
        passwordHash: String? = nil, codeSecret: [UInt8]? = nil
    ) {
        self.id = id
        self.name = name
        self.email = email
        self.role = role
        self.scope = scope
        self.createdAt = createdAt
        self.disabledAt = disabledAt
        self.passwordHash = passwordHash
        self.codeSecret = codeSecret
    }

    /// Who did what it does.
    package var actor: Actor { Actor(kind: .account, name: name) }

    /// What an account is for; what each may do stands in ``AuditEntry/Subject/Kind/roles(for:)``.
    package enum Role: String, Sendable, CaseIterable {
        /// Everything, accounts and forgetting included.
        case admin
        /// Programmes, events and all that belongs to them.
        case organiser
        /// Nominates people of one country, and sees these only.
        case focalPoint = "focal-point"
        /// Takes attendance at given events.
        case desk
        /// Sees figures, and no names.
        case viewer
    }

    /// What an account answers for: these programmes with their stages, and these events; all where
    /// there are none of either. A country narrows it to that country's people.
    package struct Scope: Sendable, Equatable {
        package var programmes: Set<Programme.ID>
        package var events: Set<Event.ID>
        package var country: Country?

        package init(
            programmes: Set<Programme.ID> = [], events: Set<Event.ID> = [],
            country: Country? = nil
        ) {
            self.programmes = programmes
            self.events = events
            self.country = country
        }

        /// Whether it names neither programmes nor events.
        package var isEverywhere: Bool { programmes.isEmpty && events.isEmpty }
    }
}

/// A key with which a program comes in for an account; only its hash is kept.
package struct AccessToken: Sendable, Equatable {
    package typealias ID = Identifier<AccessToken>

    package var id: ID
    package var account: Account.ID
    /// What it is for, in a few words.
    package var label: String
    package var scopes: Set<Scope>
    package var createdAt: Date
    package var expiresAt: Date?
    package var revokedAt: Date?

    package init(
        id: ID = ID(0), account: Account.ID, label: String, scopes: Set<Scope>, createdAt: Date,
        expiresAt: Date? = nil, revokedAt: Date? = nil
    ) {
        self.id = id
        self.account = account
        self.label = label
        self.scopes = scopes
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.revokedAt = revokedAt
    }

    /// What it opens, within what its account may do.
    package enum Scope: String, Sendable, CaseIterable {
        case read, write, attendance
    }

    package func isValid(at now: Date) -> Bool {
        revokedAt == nil && expiresAt.map { $0 > now } != false
    }
}

/// A browser that signed in; only the hash of its secret is kept.
package struct WebSession: Sendable, Equatable {
    package var account: Account.ID
    package var madeAt: Date
    package var seenAt: Date

    package init(account: Account.ID, madeAt: Date, seenAt: Date) {
        self.account = account
        self.madeAt = madeAt
        self.seenAt = seenAt
    }

    /// It ends after half a day without a request, and after a week whatever happens.
    package func isValid(at now: Date) -> Bool {
        now.timeIntervalSince(seenAt) < 12 * 3600 && now.timeIntervalSince(madeAt) < 7 * 86_400
    }
}
