/// The port to the register's books.
///
/// The store is dumb: it keeps and finds what it is told to. Every rule is in the domain.
package protocol Store: Sendable {
    /// Reads in one transaction: everything that the closure sees is of one moment.
    func read<T: Sendable>(_ body: @Sendable (any Ledger) throws -> T) async throws -> T

    /// Writes in one transaction: all of it is durable when this returns, or none of it happened.
    ///
    /// - Throws: what the closure throws, after everything was rolled back; `register.busy`,
    ///   `register.full`, `register.read-only` when the engine can't write.
    func write<T: Sendable>(_ body: @Sendable (any Ledger) throws -> T) async throws -> T

    /// The same for a thread that may wait, such as one that talks with a mail server: it needs no
    /// other thread for the work, and none to be woken up by.
    func writeWaiting<T>(_ body: (any Ledger) throws -> T) throws -> T

    /// A number that is another one after anybody's commit: what was made of the books holds as long
    /// as it stays. Nothing where the engine can't say so cheaply.
    func edition() throws -> Int?
}

/// The books, by area; usable only within the closure that they were handed to.
package typealias Ledger = RegisterLedger & ProgrammeLedger & EventLedger & OrganisationLedger
    & PersonLedger & RegistrationLedger & AttendanceLedger & CertificateLedger
    & InvitationLedger & MailLedger
    & IncomingLedger & QuestionLedger & SuppressionLedger & PlanLedger & OutcomeLedger
    & ImportLedger & MergeLedger
    & ErasureLedger & FigureLedger
    & AuditLedger & AccessLedger & OnceLedger & WebhookLedger
