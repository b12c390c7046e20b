package import struct FoundationEssentials.Date

/// What the register says of itself.
package struct RegisterCard: Sendable, Equatable {
    /// Random, made with the register.
    package var uid: String
    package var createdAt: Date
    /// Begun under a held clock: its mail goes to files or loopback only, for ever.
    package var rehearsal: Bool
    /// Why the outbox is held, or nothing while it is not.
    package var mailHeld: String?
    /// When a person last let the outbox go.
    package var mailReleasedAt: Date?
    /// When a server last asked for less mail in a time.
    package var mailSlowedAt: Date?
    /// Where the register was when mail was last sent from it, as ``RegisterHome/text``.
    package var mailHome: String?

    package init(
        uid: String, createdAt: Date, rehearsal: Bool, mailHeld: String? = nil,
        mailReleasedAt: Date? = nil, mailSlowedAt: Date? = nil, mailHome: String? = nil
    ) {
        self.uid = uid
        self.createdAt = createdAt
        self.rehearsal = rehearsal
        self.mailHeld = mailHeld
        self.mailReleasedAt = mailReleasedAt
        self.mailSlowedAt = mailSlowedAt
        self.mailHome = mailHome
    }
}

/// The book of the register itself.
package protocol RegisterLedger {
    /// The card, or nothing in a register that was never founded.
    func card() throws -> RegisterCard?
    func insert(_ card: RegisterCard) throws
    func update(_ card: RegisterCard) throws
}

/// The audit book.
package protocol AuditLedger {
    /// Adds an entry at the end; the digests are the caller's.
    func append(
        at: Date, actor: Actor, act: AuditEntry.Act, subject: AuditEntry.Subject, details: String,
        detailsDigest: [UInt8], digest: [UInt8]) throws
    /// The digest of the last entry, or nothing when there is none.
    func lastDigest() throws -> [UInt8]?
    /// The entries after this one, oldest first, at most so many.
    func auditEntries(after id: AuditEntry.ID?, limit: Int) throws -> [SealedAuditEntry]
    /// The latest entries, newest first, of one subject or of all, at most so many.
    func latestAuditEntries(of subject: AuditEntry.Subject?, limit: Int) throws -> [AuditEntry]
}

/// An audit entry with the digests that bind it into the chain.
package struct SealedAuditEntry: Sendable, Equatable {
    package var entry: AuditEntry
    package var detailsDigest: [UInt8]
    package var digest: [UInt8]

    package init(entry: AuditEntry, detailsDigest: [UInt8], digest: [UInt8]) {
        self.entry = entry
        self.detailsDigest = detailsDigest
        self.digest = digest
    }
}
