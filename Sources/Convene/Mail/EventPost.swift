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
        letter.sheet.note = note
        letter.replyTo = answers
        letter.attachments = attachments
        return letter
    }

    /// After this instant the mail is not sent any more (BOX-7): an invitation when the event is
    /// over, a reminder when it begins. What does not depend on the event to come, or is about one
    /// that is past or has no dates, waits for so many days.
    func expiry(of purpose: Message.Purpose) -> Date {
        let patience = purpose.patienceEnd(from: now) ?? now.addingTimeInterval(Self.usualPatience)
        guard let end = end(of: purpose), end > now else { return patience }
        return purpose.patience == nil ? end : max(end, patience)
    }

    /// The end that the event sets.
    private func end(of purpose: Message.Purpose) -> Date? {
        guard let first = event.dates?.lowerBound ?? event.term?.first,
            let last = event.dates?.upperBound ?? event.term?.last
        else { return nil }
        let midnight = TimeOfDay.midnight
        switch purpose {
        case .seatOffered, .waitingList:
            return event.zone.instant(event.dates == nil ? last : first, midnight)
        case .reminder:
            let begins = event.zone.instant(event.dates == nil ? last : first, midnight)
            let due = event.answerBy.map { event.zone.instant($0.adding(days: 1), midnight) }
            return due.map { $0 > now ? min($0, begins) : begins } ?? begins
        case .invitation, .confirmation, .change, .cancellation:
            return event.zone.instant(last.adding(days: 1), midnight)
        case .thanks, .letter: return nil
        }
    }

    /// In seconds: 30 days.
    private static let usualPatience: Double = 30 * 86_400
}

extension Inquiry {
    /// - Throws: `mail.not-set`.
    func post(for event: Event, office: Office, now: Date) throws -> EventPost {
        guard let letterhead = office.letterhead else { throw Problem.mailNotSet }
        return EventPost(
            event: event, sessions: try schedule(of: event),
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
        try inquiry.lastMessage(purpose, to: person, for: event)?.isWaiting == true
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
        try message.become(.cancelled)
        message.endedAt = now
        message.reply = reason
        try ledger.update(message, lease: nil)
        try ledger.forgetSecret(of: message.id)
    }

    /// Queues one mail; where it has a page of the person's own, with a secret link to it.
    ///
    /// - Parameter isHeld: whether it waits until it is released: it takes the place of one that does.
    func queue(
        _ purpose: Message.Purpose, _ line: InvitationPlan.Line, _ invitation: Invitation?,
        by post: EventPost, note: String, automatic: Bool, certificate: Certificate? = nil,
        isHeld: Bool = false
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
            language: letter.language, subject: letter.subject,
            state: isHeld ? .held : .queued, madeAt: now, dueAt: now,
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
}

extension Message {
    /// Whether it is to leave, or is leaving.
    var isWaiting: Bool { [.queued, .sending, .retry, .held].contains(state) }
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
    /// For how many seconds the mail is still of use, whatever the event does; nothing where the
    /// event decides.
    fileprivate var patience: Double? {
        switch self {
        case .cancellation: 14 * 86_400
        case .thanks, .letter: 30 * 86_400
        case .invitation, .reminder, .confirmation, .waitingList, .seatOffered, .change: nil
        }
    }

    func patienceEnd(from now: Date) -> Date? { patience.map { now.addingTimeInterval($0) } }

    /// Whether the mail leads to the page on which the person answers.
    package var isAnswered: Bool {
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
