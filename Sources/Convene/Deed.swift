import struct FoundationEssentials.Date

/// One look into the books, within one read.
///
/// The rules of each area for finding things are extensions of it.
struct Inquiry {
    let ledger: any Ledger
    let warrant: Warrant

    init(ledger: any Ledger, for actor: Actor? = nil) {
        self.init(ledger: ledger, warrant: Warrant(actor))
    }

    fileprivate init(ledger: any Ledger, warrant: Warrant) {
        self.ledger = ledger
        self.warrant = warrant
    }
}

/// One act in progress: the books, who acts and the moment, which is the same for all of it.
///
/// The rules of each area are extensions of it, so that one transaction can hold several: an answer
/// that frees a seat moves the waiting list up. Whatever changes the register goes through
/// ``log(_:_:_:)``.
struct Deed {
    let office: Office
    let ledger: any Ledger
    let actor: Actor
    let now: Date
    let seats = SeatTally()
    let hooks = HookBoard()
    private let pen: AuditPen
    private let warrant: Warrant

    init(office: Office, ledger: any Ledger, actor: Actor) {
        self.office = office
        self.ledger = ledger
        self.actor = actor
        now = office.clock()
        pen = AuditPen()
        warrant = Warrant(actor)
    }

    var inquiry: Inquiry { Inquiry(ledger: ledger, warrant: warrant) }

    /// Writes down in the audit what was done to what, if the actor may do it: nothing is written
    /// without its entry, so this is the one door for all acts, and webhooks are told from here.
    ///
    /// - Throws: `access.denied`, which takes everything of the deed back.
    func log(
        _ act: AuditEntry.Act, _ subject: AuditEntry.Subject, _ details: AuditDetails = [:]
    ) throws {
        try inquiry.require(act, on: subject)
        let text = details.json
        let detailsDigest = office.digest(Array(text.utf8))
        let previous = try pen.last ?? ledger.lastDigest() ?? []
        let digest = AuditChain.digest(
            after: previous, at: now, actor: actor, act: act, subject: subject,
            detailsDigest: detailsDigest, by: office.digest)
        try ledger.append(
            at: now, actor: actor, act: act, subject: subject, details: text,
            detailsDigest: detailsDigest, digest: digest)
        pen.last = digest
        try announce(act, subject, details)
    }
}

/// Remembers the digest of the entry written last, so that a list of 100,000 rows does not ask for
/// it 100,000 times. It lives as long as its deed's transaction.
private final class AuditPen {
    var last: [UInt8]?
}
