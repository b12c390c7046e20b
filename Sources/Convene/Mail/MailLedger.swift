package import struct FoundationEssentials.Date

/// The outbox.
package protocol MailLedger {
    /// Adds a message with what it says. A sheet that other letters share is kept once; the digest
    /// tells whether two are the same.
    func insert(
        _ message: Message, content: MessageContent, digest: ([UInt8]) -> [UInt8]
    ) throws -> Message.ID
    func message(_ id: Message.ID) throws -> Message?
    func message(
        _ purpose: Message.Purpose, revision: Int, to person: Person.ID, for event: Event.ID
    )
        throws -> Message?
    func content(of message: Message.ID) throws -> MessageContent?
    /// How a message came about; nothing if its text was removed.
    func origin(of message: Message.ID) throws -> MessageOrigin?
    /// Has the files of one message go with another as well.
    func attachFiles(of message: Message.ID, to other: Message.ID) throws
    /// The highest revision of a purpose that was queued for somebody, or nothing.
    func lastRevision(_ purpose: Message.Purpose, to person: Person.ID, for event: Event.ID) throws
        -> Int?
    /// Messages, latest first, filtered by event and states (all if empty), at most so many.
    func messages(for event: Event.ID?, states: [Message.State], limit: Int) throws -> [Message]
    func countMessages(for event: Event.ID?) throws -> [Message.State: Int]
    /// The next messages to try, the longest due first, of one event or of all.
    func dueMessages(at now: Date, event: Event.ID?, limit: Int) throws -> [DueMessage]
    /// How many messages would be tried by this instant, of one event or of all.
    func countDueMessages(at now: Date, event: Event.ID?) throws -> Int
    /// The earliest instant at which a message that is not due yet will be.
    func nextDue(after now: Date, event: Event.ID?) throws -> Date?
    /// The messages that somebody is sending, with their lease and last attempt.
    func sendingMessages() throws -> [(message: Message, lease: Lease, attempt: MessageAttempt)]
    /// Whether a message is being sent, and this is its last attempt.
    func isSending(_ message: Message.ID, attempt: Int) throws -> Bool
    /// Writes the state, attempts, times and reply of a message; the lease goes with `sending`.
    func update(_ message: Message, lease: Lease?) throws
    /// Adds the token of a message's link, which it has none of.
    func insert(secret: String, of message: Message.ID) throws
    /// Removes the token of a message's link, once the mail has left or never will.
    func forgetSecret(of message: Message.ID) throws
    /// How many messages about an event in these states still say something.
    func countTexts(about event: Event.ID, in states: [Message.State]) throws -> Int
    /// Removes what these messages say, and what servers replied to them, and overwrites it in the
    /// file.
    ///
    /// - Returns: how many there were.
    func forgetTexts(about event: Event.ID, in states: [Message.State]) throws -> Int
    /// How many mails that came about an event, and need no look any more, still say something.
    func countReplies(about event: Event.ID) throws -> Int
    /// Removes what these say.
    ///
    /// - Returns: how many there were.
    func forgetReplies(about event: Event.ID) throws -> Int

    /// Keeps a file that goes with mails, once for all that have the same bytes.
    func keep(_ attachment: AttachedFile, digest: [UInt8], at: Date) throws -> AttachedFile.ID

    /// Begins an attempt: its message is being sent from now on, and until then by nobody else.
    func claim(_ attempt: MessageAttempt, until end: Date) throws
    /// Writes that the data of an attempt have started, if its message is still being sent by it.
    ///
    /// - Returns: whether it is.
    func startData(of attempt: MessageAttempt, at now: Date) throws -> Bool
    /// Ends the message of an attempt as sent, whoever is sending it by now.
    ///
    /// - Returns: whether it was not so before.
    func markSent(_ attempt: MessageAttempt, at now: Date, reply: String) throws -> Bool
    /// Writes how an attempt ended, and leaves as it is when its data started.
    func end(_ attempt: MessageAttempt) throws
    func insert(_ attempt: MessageAttempt) throws
    func update(_ attempt: MessageAttempt) throws
    /// The attempts of a message, oldest first.
    func attempts(of message: Message.ID) throws -> [MessageAttempt]

    /// How many messages are being sent whose data have not started and whose lease holds, or whose
    /// data started between the two instants.
    func countClaimed(at now: Date, orStartedAfter start: Date, by end: Date) throws -> Int
    /// When the data of the last attempt started, of the one before it (2), …
    func dataStart(back number: Int) throws -> Date?
    func countDataStarts(from start: Date, to end: Date) throws -> Int
    /// The last outcomes since then that were about one mail: sent, retry, failed.
    func verdicts(since: Date, limit: Int) throws -> [Delivery.Outcome]
}

/// Who is sending a message, and until when nobody else may.
package struct Lease: Sendable, Equatable {
    package var owner: String
    package var until: Date

    package init(owner: String, until: Date) {
        self.owner = owner
        self.until = until
    }
}

/// A message that may be tried, with what decides whether it is.
package struct DueMessage: Sendable, Equatable {
    package var message: Message
    /// Nothing if its text was removed.
    package var content: MessageContent?
    package var bearings: MessageBearings
    /// Whether an opt-out of the person may be known; if not, there is certainly none.
    package var mayHaveOptedOut: Bool

    package init(
        message: Message, content: MessageContent?, bearings: MessageBearings,
        mayHaveOptedOut: Bool
    ) {
        self.message = message
        self.content = content
        self.bearings = bearings
        self.mayHaveOptedOut = mayHaveOptedOut
    }
}

/// How things stand that a queued message is about.
package struct MessageBearings: Sendable, Equatable {
    package var event: Event.Status
    /// Nothing for a message without a registration.
    package var standing: Standing?
    /// Whether the invitation that it is about has been answered.
    package var hasAnswered: Bool

    package init(event: Event.Status, standing: Standing?, hasAnswered: Bool = false) {
        self.event = event
        self.standing = standing
        self.hasAnswered = hasAnswered
    }
}

/// What a message says, and the token of its link as long as it is needed.
package struct MessageContent: Sendable, Equatable {
    package var letter: Letter
    /// Whether a rule rather than a person had it sent (MSG-15).
    package var automatic: Bool
    package var secret: String?

    package init(letter: Letter, automatic: Bool, secret: String?) {
        self.letter = letter
        self.automatic = automatic
        self.secret = secret
    }

    func shown(_ purpose: Message.Purpose, under letterhead: Letterhead?) -> MessageContent {
        MessageContent(
            letter: letter.shown(purpose, under: letterhead), automatic: automatic, secret: secret)
    }
}

/// What a message takes over from the one whose place it takes.
package struct MessageOrigin: Sendable, Equatable {
    /// The organiser's own word.
    package var note: String
    /// Whether a rule rather than a person had it sent (MSG-15).
    package var automatic: Bool

    package init(note: String, automatic: Bool) {
        self.note = note
        self.automatic = automatic
    }
}

/// One attempt to hand a message over (BOX-2).
package struct MessageAttempt: Sendable, Equatable {
    package var message: Message.ID
    package var number: Int
    /// The lease's owner.
    package var sender: String
    package var startedAt: Date
    /// When the server had agreed to take the data: from then on the mail may have arrived.
    package var dataStartedAt: Date?
    package var endedAt: Date?
    package var delivery: Delivery?

    package init(
        message: Message.ID, number: Int, sender: String, startedAt: Date,
        dataStartedAt: Date? = nil, endedAt: Date? = nil, delivery: Delivery? = nil
    ) {
        self.message = message
        self.number = number
        self.sender = sender
        self.startedAt = startedAt
        self.dataStartedAt = dataStartedAt
        self.endedAt = endedAt
        self.delivery = delivery
    }
}
