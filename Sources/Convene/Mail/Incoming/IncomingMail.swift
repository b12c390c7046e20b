package import struct FoundationEssentials.Date

/// What a mail that came says, taken out of its octets. None of it is proof of anything: see
/// ``Postmark`` for what is.
///
/// Every text is bounded; what was longer is cut.
package struct IncomingMail: Sendable, Equatable {
    /// Who wrote it, as it says itself.
    package var sender = ""
    /// The sender's address in lower case, or nothing.
    package var senderKey = ""
    package var subject = ""
    package var date: Date?
    /// The fields of its header by which one judges where it came from.
    package var header = ""
    /// What it says in words.
    package var text = ""
    /// The addresses that it was sent to, from every field that a server or a program may have
    /// written them into.
    package var recipients: [String] = []
    /// The Message-IDs that it answers to.
    package var references: [String] = []
    /// What it brings back of a mail of ours.
    package var returned: Returned?
    /// A delivery report (RFC 3464), by its shape.
    package var notice: DeliveryNotice?
    /// What it says of calendar entries (RFC 5546).
    package var calendar: [CalendarReply] = []
    package var traits: Set<Trait> = []
    /// What makes it the same mail when it comes again: header and content without the traces of
    /// its way, to be digested.
    package var identity: [UInt8] = []
    /// What was wrong with it, or more than is read of one mail.
    package var faults: [String] = []

    package init() {}

    /// What the shape and the header of a mail tell.
    package enum Trait: Sendable {
        /// Sent by a program, by its own word (RFC 3834 §5) or by the older signs.
        case automatic
        /// From a mail server: MAILER-DAEMON, postmaster, or with failed recipients in its header.
        case fromServer
        /// Its envelope had no sender, as a bounce's has not.
        case nullReturnPath
        /// A complaint in the Abuse Reporting Format (RFC 5965).
        case complaint
        /// A report in the same format that is no complaint: of a signature, a virus, or another
        /// matter.
        case feedback
        /// A receipt: a mail of ours was opened or deleted (RFC 8098).
        case receipt
        /// The subject says that nobody was there.
        case outOfOffice
    }

    /// What a mail brings back of another one.
    package struct Returned: Sendable, Equatable {
        package var messageIDs: [String]
        /// The addresses of its envelope and header.
        package var addresses: [String]

        package init(messageIDs: [String], addresses: [String]) {
            self.messageIDs = messageIDs
            self.addresses = addresses
        }
    }
}

/// What a mail server says of the delivery of one mail (RFC 3464).
package struct DeliveryNotice: Sendable, Equatable {
    /// The server that speaks.
    package var server: String
    package var recipients: [Recipient]

    package init(server: String, recipients: [Recipient]) {
        self.server = server
        self.recipients = recipients
    }

    package struct Recipient: Sendable, Equatable {
        package var action: Action
        package var status: DeliveryStatus?
        /// The words of the server that refused: Diagnostic-Code without its type.
        package var words: String

        package init(action: Action, status: DeliveryStatus?, words: String) {
            self.action = action
            self.status = status
            self.words = words
        }
    }

    package enum Action: String, Sendable, CaseIterable {
        case failed, delayed, delivered, relayed, expanded
    }
}

/// An answer from a calendar program, or another word of it about an entry of ours (RFC 5546).
package struct CalendarReply: Sendable, Equatable {
    package var method: String
    /// The calendar program that made it, as it says itself: PRODID.
    package var program: String
    package var uid: String
    /// The revision of the entry that it is about.
    package var sequence: Int
    /// When it was made.
    package var stamp: Date?
    package var attendees: [Attendee]
    package var comment: String
    /// The times that a counter-proposal names, as they stand there.
    package var starts: String
    package var ends: String

    package init(
        method: String, program: String = "", uid: String, sequence: Int = 0, stamp: Date? = nil,
        attendees: [Attendee] = [], comment: String = "", starts: String = "", ends: String = ""
    ) {
        self.method = method
        self.program = program
        self.uid = uid
        self.sequence = sequence
        self.stamp = stamp
        self.attendees = attendees
        self.comment = comment
        self.starts = starts
        self.ends = ends
    }

    package struct Attendee: Sendable, Equatable {
        /// In lower case, without `mailto:`.
        package var address: String
        /// ACCEPTED, DECLINED, TENTATIVE, …
        package var status: String

        package init(address: String, status: String) {
            self.address = address
            self.status = status
        }
    }
}
