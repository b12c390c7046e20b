import struct FoundationEssentials.Date

/// What every letter about one event has in common, looked up once for all of them.
struct EventPost {
    let event: Event
    let sessions: [Session]
    let organisers: [Participation]
    let programme: Programme?
    let stationery: any Stationery
    let letterhead: Letterhead
    let now: Date
    /// Whether the dates that people were invited to are no more.
    var datesGone = false
    /// What an officer wrote in place of the template.
    var text: LetterText?
    var attachments: [AttachedFile] = []

    func letter(
        _ purpose: Message.Purpose, _ line: InvitationPlan.Line, _ invitation: Invitation?,
        note: String, answers: EmailAddress? = nil, certificate: Certificate? = nil
    ) throws -> Letter {
        guard let address = line.person.address else { throw Problem.personNoAddress(line.person) }
        var letter = try stationery.compose(
            Occasion(
                purpose: purpose, person: line.person, address: address, event: event,
                sessions: sessions, organisers: organisers, programme: programme,
                invitation: invitation, role: line.registration?.role ?? .participant,
                languages: line.person.languages + event.languages, note: note,
                datesGone: datesGone, answers: answers, certificate: certificate, text: text,
                now: now))
        letter.replyTo = answers
        letter.attachments = attachments
        return letter
    }

    /// After this instant the mail is not sent any more (BOX-7): an invitation when the event is
    /// over, a reminder when it begins. What is entered for past events has no such end.
    func expiry(of purpose: Message.Purpose) -> Date? {
        guard let first = event.dates?.lowerBound ?? event.term?.first,
            let last = event.dates?.upperBound ?? event.term?.last
        else { return nil }
        let midnight = TimeOfDay.midnight
        let end: Date
        switch purpose {
        case .seatOffered, .waitingList:
            end = event.zone.instant(event.dates == nil ? last : first, midnight)
        case .reminder:
            let begins = event.zone.instant(event.dates == nil ? last : first, midnight)
            let due = event.answerBy.map { event.zone.instant($0.adding(days: 1), midnight) }
            end = due.map { $0 > now ? min($0, begins) : begins } ?? begins
        case .invitation, .confirmation, .change:
            end = event.zone.instant(last.adding(days: 1), midnight)
        case .cancellation, .thanks, .letter: return nil
        }
        return end > now ? end : nil
    }
}

extension Inquiry {
    /// - Throws: `mail.not-set`.
    func post(for event: Event, office: Office, now: Date) throws -> EventPost {
        guard let letterhead = office.letterhead else { throw Problem.mailNotSet }
        return EventPost(
            event: event, sessions: try ledger.sessions(of: event.id),
            organisers: try ledger.participations(in: event.id),
            programme: try event.programme.flatMap { try ledger.programme($0) },
            stationery: office.stationery, letterhead: letterhead, now: now)
    }
}

extension Deed {
    func post(for event: Event) throws -> EventPost {
        try inquiry.post(for: event, office: office, now: now)
    }

    /// Whether the last mail of this purpose to somebody has not left yet.
    func isWaiting(_ purpose: Message.Purpose, to person: Person.ID, for event: Event.ID) throws
        -> Bool
    {
        let last = try inquiry.lastMessage(purpose, to: person, for: event)
        return last.map { [.queued, .sending, .retry, .held].contains($0.state) } ?? false
    }

    /// The last mail of this purpose to somebody, as long as it can be taken out of the outbox.
    func waitingMessage(_ purpose: Message.Purpose, to person: Person.ID, for event: Event.ID)
        throws -> Message?
    {
        guard let last = try inquiry.lastMessage(purpose, to: person, for: event),
            [.queued, .held, .retry, .unknown].contains(last.state)
        else { return nil }
        return last
    }

    func takeOut(_ message: Message, because reason: String) throws {
        var message = message
        message.state = .cancelled
        message.endedAt = now
        message.reply = reason
        try ledger.update(message, lease: nil)
        try ledger.forgetSecret(of: message.id)
    }

    /// Queues one mail; where it has a page of the person's own, with a secret link to it.
    func queue(
        _ purpose: Message.Purpose, _ line: InvitationPlan.Line, _ invitation: Invitation?,
        by post: EventPost, note: String, automatic: Bool, certificate: Certificate? = nil
    ) throws -> Message.ID {
        let letter = try post.letter(
            purpose, line, invitation, note: note,
            answers: try invitation.flatMap(answerAddress), certificate: certificate)
        guard let address = line.person.address else { throw Problem.personNoAddress(line.person) }
        let last = try ledger.lastRevision(purpose, to: line.person.id, for: post.event.id)
        let message = Message(
            event: post.event.id, person: line.person.id, registration: line.registration?.id,
            purpose: purpose, revision: last.map { $0 + 1 } ?? 0, address: address,
            headerID: "\(office.chance.hex(16))@\(post.letterhead.from.domain)",
            language: letter.language, subject: letter.subject, madeAt: now, dueAt: now,
            expiresAt: post.expiry(of: purpose))
        return try ledger.insert(
            message,
            content: MessageContent(
                letter: letter, automatic: automatic,
                secret: try token(to: certificate, or: purpose.isAnswered ? invitation : nil)),
            digest: office.digest)
    }

    /// A token for a link of the person's own: to their certificate, or to answer; only its hash
    /// stays (LNK-2).
    func token(to certificate: Certificate?, or invitation: Invitation?) throws -> String? {
        guard certificate != nil || invitation != nil else { return nil }
        let token = Base64URL.text(office.chance.bytes(24))
        let hash = office.digest(Array(token.utf8))
        if let certificate {
            try ledger.insert(linkHash: hash, of: certificate.id, at: now)
        } else if let invitation {
            try ledger.insert(linkHash: hash, of: invitation.id, at: now)
        }
        return token
    }

    /// Deals with mails about the event that have not left when it changes.
    ///
    /// What nobody has got yet need not be followed by a change: it is replaced by one that says
    /// how things are now. A reminder or an earlier change is overtaken.
    ///
    /// - Returns: whether that has told the person all there is to tell.
    func overtake(
        _ line: InvitationPlan.Line, _ invitation: Invitation, _ purpose: Message.Purpose,
        by post: EventPost
    ) throws -> Bool {
        var replaced = false
        for earlier in [.invitation, .reminder, .change] + Message.Purpose.tidings {
            guard
                let message = try waitingMessage(
                    earlier, to: line.person.id, for: post.event.id)
            else { continue }
            let mayHaveArrived = try ledger.attempts(of: message.id)
                .contains { $0.delivery?.outcome == .unknown }
            try takeOut(message, because: "overtaken by a change of the event")
            guard !mayHaveArrived, ![.reminder, .change].contains(earlier) else { continue }
            if purpose != .cancellation {
                _ = try queue(
                    earlier, line, invitation, by: post, note: "", automatic: earlier != .invitation
                )
                replaced = true
            } else if earlier == .invitation {
                replaced = true
            }
        }
        return replaced
    }
}

extension Inquiry {
    /// The last mail of a purpose that was queued for somebody about an event.
    func lastMessage(_ purpose: Message.Purpose, to person: Person.ID, for event: Event.ID) throws
        -> Message?
    {
        try ledger.lastRevision(purpose, to: person, for: event).flatMap { revision in
            try ledger.message(purpose, revision: revision, to: person, for: event)
        }
    }
}

extension Message.Purpose {
    /// Whether the mail leads to the page on which the person answers.
    var isAnswered: Bool {
        switch self {
        case .invitation, .reminder, .confirmation, .waitingList, .seatOffered, .change: true
        case .cancellation, .thanks, .letter: false
        }
    }
}

/// Base64 for URLs without padding, RFC 4648 §5.
enum Base64URL {
    private static let digits = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    static func text(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        var bits = 0
        var value = 0
        for byte in bytes {
            value = (value << 8 | Int(byte)) & 0xFFFF
            bits += 8
            while bits >= 6 {
                bits -= 6
                text.append(digits[value >> bits & 63])
            }
        }
        if bits > 0 { text.append(digits[value << (6 - bits) & 63]) }
        return String(decoding: text, as: UTF8.self)
    }
}

extension EmailAddress {
    /// What stands after the @.
    package var domain: String { text.split(separator: "@").last.map(String.init) ?? "" }
}

extension Problem {
    static func personNoAddress(_ person: Person) -> Problem {
        Problem(
            .personNoAddress,
            "\(person.name.full) (\(person.id.text)) has no e-mail address: add one with “convene"
                + " person edit \(person.id.text) --email …”.")
    }
}
