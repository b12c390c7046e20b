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

    func letter(
        _ purpose: Message.Purpose, _ line: InvitationPlan.Line, _ invitation: Invitation?,
        note: String, answers: EmailAddress? = nil
    ) throws -> Letter {
        guard let address = line.person.address else { throw Problem.personNoAddress(line.person) }
        var letter = try stationery.compose(
            Occasion(
                purpose: purpose, person: line.person, address: address, event: event,
                sessions: sessions, organisers: organisers, programme: programme,
                invitation: invitation, role: line.registration?.role ?? .participant,
                languages: line.person.languages + event.languages, note: note,
                datesGone: datesGone, answers: answers, now: now))
        letter.replyTo = answers
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
        case .reminder, .seatOffered, .waitingList:
            end = event.zone.instant(event.dates == nil ? last : first, midnight)
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
        guard let revision = try ledger.lastRevision(purpose, to: person, for: event) else {
            return false
        }
        let last = try ledger.message(purpose, revision: revision, to: person, for: event)
        return last.map { [.queued, .sending, .retry, .held].contains($0.state) } ?? false
    }

    /// Queues one mail with a secret link of its own.
    func queue(
        _ purpose: Message.Purpose, _ line: InvitationPlan.Line, _ invitation: Invitation,
        by post: EventPost, note: String, automatic: Bool
    ) throws -> Message.ID {
        let letter = try post.letter(
            purpose, line, invitation, note: note, answers: try answerAddress(of: invitation))
        guard let address = line.person.address else { throw Problem.personNoAddress(line.person) }
        let last = try ledger.lastRevision(purpose, to: line.person.id, for: post.event.id)
        let token = Base64URL.text(office.chance.bytes(24))
        try ledger.insert(
            linkHash: office.digest(Array(token.utf8)), of: invitation.id, at: now)
        let message = Message(
            event: post.event.id, person: line.person.id, registration: line.registration?.id,
            purpose: purpose, revision: last.map { $0 + 1 } ?? 0, address: address,
            headerID: "\(office.chance.hex(16))@\(post.letterhead.from.domain)",
            language: letter.language, subject: letter.subject, madeAt: now, dueAt: now,
            expiresAt: post.expiry(of: purpose))
        return try ledger.insert(
            message, content: MessageContent(letter: letter, automatic: automatic, secret: token))
    }

    /// Deals with mails about the event that have not left when it changes.
    ///
    /// An invitation that nobody has got yet need not be followed by a change: it is replaced by
    /// one that says how things are now. A reminder or an earlier change is overtaken.
    ///
    /// - Returns: whether that has told the person all there is to tell.
    func overtake(
        _ line: InvitationPlan.Line, _ invitation: Invitation, _ purpose: Message.Purpose,
        by post: EventPost
    ) throws -> Bool {
        var replaced = false
        for earlier in [Message.Purpose.invitation, .reminder, .change] {
            guard
                let revision = try ledger.lastRevision(
                    earlier, to: line.person.id, for: post.event.id),
                var message = try ledger.message(
                    earlier, revision: revision, to: line.person.id, for: post.event.id),
                [.queued, .held, .retry, .unknown].contains(message.state)
            else { continue }
            let mayHaveArrived = try ledger.attempts(of: message.id)
                .contains { $0.delivery?.outcome == .unknown }
            message.state = .cancelled
            message.endedAt = now
            message.reply = "overtaken by a change of the event"
            try ledger.update(message, lease: nil)
            try ledger.forgetSecret(of: message.id)
            guard earlier == .invitation, !mayHaveArrived else { continue }
            replaced = true
            if purpose != .cancellation {
                _ = try queue(.invitation, line, invitation, by: post, note: "", automatic: false)
            }
        }
        return replaced
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
