package import struct FoundationEssentials.Date

/// The book of accounts, of their tokens and of the browsers that signed in.
package protocol AccessLedger {
    func accounts() throws -> [Account]
    func account(_ id: Account.ID) throws -> Account?
    func account(named name: String) throws -> Account?
    func insert(_ account: Account) throws -> Account.ID
    func update(_ account: Account) throws

    /// How often in a row an account's password or code was wrong, and until when it stays shut.
    func tries(of account: Account.ID) throws -> SignInTries
    func set(_ tries: SignInTries, of account: Account.ID) throws

    func tokens(of account: Account.ID) throws -> [AccessToken]
    func token(_ id: AccessToken.ID) throws -> AccessToken?
    func token(hash: [UInt8]) throws -> AccessToken?
    func insert(_ token: AccessToken, hash: [UInt8]) throws -> AccessToken.ID
    func update(_ token: AccessToken) throws

    func session(hash: [UInt8]) throws -> WebSession?
    func insert(_ session: WebSession, hash: [UInt8]) throws
    func set(seenAt: Date, ofSession hash: [UInt8]) throws
    func removeSession(hash: [UInt8]) throws
    func removeSessions(of account: Account.ID) throws
    /// Removes the sessions that were not seen since then.
    func removeSessions(notSeenSince: Date) throws

    /// The event that a session, a question, a registration, an invitation, a mail or an outcome is
    /// of, or that is the subject itself.
    func event(of subject: AuditEntry.Subject) throws -> Event.ID?
}

/// What went wrong of late at an account's door.
package struct SignInTries: Sendable, Equatable {
    package var failures: Int
    package var lockedUntil: Date?
    /// The step of the last one-time code that was taken: none opens twice, RFC 6238 §5.2.
    package var lastStep: Int64

    package init(failures: Int = 0, lockedUntil: Date? = nil, lastStep: Int64 = 0) {
        self.failures = failures
        self.lockedUntil = lockedUntil
        self.lastStep = lastStep
    }
}
