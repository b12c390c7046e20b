package import struct FoundationEssentials.Date

/// The port to a mailbox that the office reads: over IMAP, a Maildir, an mbox file, one mail.
///
/// Reading changes nothing there: no mail is deleted, moved or marked.
package protocol Mailbox: Sendable {
    /// What the register remembers it by; there is no secret in it.
    var name: String { get }

    /// Begins to read what was not read before.
    ///
    /// - Throws: `mailbox.unreadable`, with the server's or the system's words.
    func open(after memory: MailboxMemory) async throws -> any MailboxReading
}

/// A mailbox in the course of being read, oldest mail first.
package protocol MailboxReading: Sendable {
    /// How many mails there were to be read when it was opened.
    var count: Int { get async }

    /// The next mail, or nothing when all are read.
    ///
    /// - Throws: `mailbox.unreadable` when the mailbox went away in between.
    func next() async throws -> RawMail?
}

/// How far a mailbox has been read.
package struct MailboxMemory: Sendable, Equatable {
    /// In a mailbox whose mails are numbered, the last that was read.
    package var position: Position?
    /// The places of the mails that were read, where they have names and not numbers.
    package var places: Set<String>
    /// What came to the mailbox before this cannot be about our mail, and need not be read; nothing
    /// means that all is to be read.
    package var since: Date?

    package init(position: Position? = nil, places: Set<String> = [], since: Date? = nil) {
        self.position = position
        self.places = places
        self.since = since
    }

    /// A mail's number in IMAP: a UID, which means something only together with the mailbox's
    /// UIDVALIDITY (RFC 3501 §2.3.1.1).
    package struct Position: Sendable, Equatable {
        package var validity: UInt32
        package var uid: UInt32

        package init(validity: UInt32, uid: UInt32) {
            self.validity = validity
            self.uid = uid
        }
    }
}

/// One mail as it stood in a mailbox.
package struct RawMail: Sendable, Equatable {
    /// Where it stood: a UID, the name of a file, a number counted from 1.
    package var place: String
    package var position: MailboxMemory.Position?
    /// Its octets; no more than ``limit`` of them.
    package var bytes: [UInt8]
    /// How long it is in its mailbox.
    package var size: Int

    package init(
        place: String, position: MailboxMemory.Position? = nil, bytes: [UInt8], size: Int? = nil
    ) {
        self.place = place
        self.position = position
        self.bytes = bytes
        self.size = size ?? bytes.count
    }

    /// The most that is read of one mail, in octets; what a longer one says after that is not seen.
    package static let limit = 50 << 20
}
