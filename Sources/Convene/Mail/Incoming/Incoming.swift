package import struct FoundationEssentials.Date

/// A mail that came, what it was understood as, and what it did.
package struct Incoming: Sendable, Equatable, Identifiable {
    package typealias ID = Identifier<Incoming>

    package var id: ID
    /// The mailbox that it stood in, and where in it.
    package var mailbox: String
    package var place: String
    /// By which it is known when it comes again.
    package var digest: [UInt8]
    package var readAt: Date
    /// When it was written, by its own word.
    package var sentAt: Date?
    package var kind: Kind
    /// What the server reported, for example 5.1.1.
    package var status: String?
    /// What it did, in a sentence that names nobody.
    package var outcome: String
    /// Whether somebody should look at it.
    package var isOpen: Bool
    package var sender: String
    package var senderKey: String
    package var subject: String
    /// The fields of its header by which one judges where it came from.
    package var header: String
    /// What a server or a person says in it, as long as that is needed.
    package var words: String
    package var message: Message.ID?
    package var registration: Registration.ID?
    package var person: Person.ID?

    package init(
        id: ID = ID(0), mailbox: String, place: String, digest: [UInt8], readAt: Date,
        sentAt: Date? = nil, kind: Kind, status: String? = nil, outcome: String = "",
        isOpen: Bool = false, sender: String = "", senderKey: String = "", subject: String = "",
        header: String = "", words: String = "", message: Message.ID? = nil,
        registration: Registration.ID? = nil, person: Person.ID? = nil
    ) {
        self.id = id
        self.mailbox = mailbox
        self.place = place
        self.digest = digest
        self.readAt = readAt
        self.sentAt = sentAt
        self.kind = kind
        self.status = status
        self.outcome = outcome
        self.isOpen = isOpen
        self.sender = sender
        self.senderKey = senderKey
        self.subject = subject
        self.header = header
        self.words = words
        self.message = message
        self.registration = registration
        self.person = person
    }

    package enum Kind: String, Sendable, CaseIterable {
        /// A calendar program's answer to an invitation.
        case answer
        /// Another time proposed in place of an answer.
        case counter
        /// A mail of ours did not arrive.
        case bounce
        /// It has not arrived yet, and is still being tried.
        case delay
        /// It arrived.
        case delivery
        /// Somebody told their provider that it is spam.
        case complaint
        /// Nobody was there to read it: out of office.
        case autoReply = "auto-reply"
        /// A mail was opened, or deleted.
        case receipt
        /// Somebody's own words.
        case reply
        /// It concerns us, and we do not understand it.
        case unclassified
        /// It has nothing to do with our mail.
        case other
    }
}

extension Identifier where Subject == Incoming {
    /// The number as people write it: `I12`.
    package var text: String { "I\(rawValue)" }
}

/// What came, with whom it is about.
package struct IncomingLine: Sendable {
    package var incoming: Incoming
    /// Nothing for what concerns nobody in the register.
    package var person: Person?
    package var event: Code?
}

/// The book of what came, how far the mailboxes were read, and what the tags are sealed with.
package protocol IncomingLedger {
    func tagKey() throws -> [UInt8]?
    func insert(tagKey: [UInt8], at: Date) throws

    func memory(of mailbox: String) throws -> MailboxMemory
    func remember(_ position: MailboxMemory.Position?, of mailbox: String) throws
    /// Takes down that a mail stands there which had come before, from elsewhere.
    func remember(place: String, of mailbox: String) throws

    /// The mail with this digest, if it has come before.
    func incoming(digest: [UInt8]) throws -> Incoming.ID?
    func incoming(_ id: Incoming.ID) throws -> Incoming?
    /// What came, latest first, of these kinds (all if empty), at most so many.
    func incoming(kinds: [Incoming.Kind], open: Bool?, limit: Int) throws -> [Incoming]
    /// What came from somebody or about mail to them, the oldest first.
    func incoming(about person: Person.ID) throws -> [Incoming]
    func insert(_ incoming: Incoming) throws -> Incoming.ID
    /// Writes what it did, whether it is open, and its words.
    func update(_ incoming: Incoming) throws

    func message(headerID: String) throws -> Message?
    func invitation(calendarUID: String) throws -> Invitation?
    /// The revision and time of the answer by calendar that counts.
    func calendarStamp(of invitation: Invitation.ID) throws -> CalendarStamp?
    func set(_ stamp: CalendarStamp, of invitation: Invitation.ID) throws
    /// The addresses to which mail about a registration was sent.
    func addresses(writtenTo registration: Registration.ID) throws -> [EmailAddress]
}

/// The revision of a calendar entry that an answer is about, and when it was made (RFC 5546 §2.1.5).
package struct CalendarStamp: Sendable, Comparable {
    package var sequence: Int
    package var at: Date

    package init(sequence: Int, at: Date) {
        self.sequence = sequence
        self.at = at
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.sequence, left.at) < (right.sequence, right.at)
    }
}

/// The book of whom nothing is sent to.
package protocol SuppressionLedger {
    func suppression(of address: EmailAddress) throws -> Suppression?
    /// All of them, latest first.
    func suppressions() throws -> [Suppression]
    func insert(_ suppression: Suppression) throws -> Suppression.ID
    /// Takes an address out, and its days of bounces with it.
    func removeSuppression(of address: EmailAddress) throws
    func bounceDays(of address: EmailAddress) throws -> [Day]
    /// The same day twice is one.
    func insert(bounceDay: Day, of address: EmailAddress) throws
    /// Those of a person, and of whoever was merged into them.
    func optOuts(of person: Person.ID) throws -> [OptOut]
    /// All of them, latest first.
    func optOuts() throws -> [OptOut]
    func insert(_ optOut: OptOut) throws
    func removeOptOuts(of person: Person.ID, stream: MailStream?) throws
}
