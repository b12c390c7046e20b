import Convene
import Dispatch

import struct FoundationEssentials.Date

/// A folder in the course of being read, on a thread of its own: libcurl waits where it is called.
actor IMAPReading: MailboxReading {
    /// How many there were to be fetched.
    private(set) var count = 0
    private let mailbox: IMAPMailbox
    private let executor = QueueExecutor(label: "imap")
    private var talk: IMAPTalk?
    private var validity: UInt32 = 0
    /// The mails that are still to be fetched, oldest first.
    private var listed: ArraySlice<IMAPTalk.Listed> = []
    private var fetched: ArraySlice<RawMail> = []

    init(_ mailbox: IMAPMailbox) { self.mailbox = mailbox }

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Connects, logs in, opens the folder and lists what has not been read.
    func open(after memory: MailboxMemory) throws {
        let talk = try IMAPTalk(mailbox)
        validity = try talk.examine(mailbox.server.folder)
        if let position = memory.position, position.validity == validity {
            listed = try talk.list(after: position.uid)[...]
        } else if let first = try first(since: memory.since, by: talk) {
            // Never read, or with another UIDVALIDITY, under which the numbers mean other mails: all
            // are looked at, and those that came before are known by what they say.
            listed = try talk.list(after: first - 1)[...]
        }
        count = listed.count
        self.talk = talk
    }

    /// The number from which on mails are read; nothing where none came so late.
    private func first(since date: Date?, by talk: IMAPTalk) throws -> UInt32? {
        guard let date else { return 1 }
        // SEARCH knows days only, by a clock of the server's own.
        return try talk.first(
            since: Day(daysSince1970: Int(date.timeIntervalSince1970 / 86_400) - 1))
    }

    func next() throws -> RawMail? {
        while fetched.isEmpty, !listed.isEmpty { try fetch() }
        return fetched.popFirst()
    }

    /// Fetches the next mails together: many small ones, or one large one.
    private func fetch() throws {
        var batch: [IMAPTalk.Listed] = []
        var size = 0
        while let mail = listed.first, batch.count < Self.mostMails,
            batch.isEmpty || size + mail.size <= Self.mostOctets
        {
            batch.append(mail)
            size += mail.size
            listed.removeFirst()
        }
        let bodies = try talk?.bodies(of: batch.map(\.uid)) ?? [:]
        // A mail that was deleted meanwhile is not among them.
        fetched =
            batch.compactMap { mail in
                bodies[mail.uid].map {
                    RawMail(
                        place: "\(mail.uid)", position: .init(validity: validity, uid: mail.uid),
                        bytes: $0, size: max(mail.size, $0.count))
                }
            }[...]
    }

    private static let mostMails = 50
    private static let mostOctets = 4 << 20
}

/// Runs an actor on a queue of its own, where it may wait without keeping others waiting.
private final class QueueExecutor: SerialExecutor {
    private let queue: DispatchQueue

    init(label: String) { queue = DispatchQueue(label: label) }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
}
