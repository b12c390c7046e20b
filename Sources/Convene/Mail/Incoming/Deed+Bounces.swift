import struct FoundationEssentials.Date

extension Deed {
    /// Does what follows from a delivery report: only a failure changes anything (BNC-3).
    func follow(
        _ notice: DeliveryNotice, _ arrival: Arrival, _ incoming: inout Incoming
    ) throws {
        let failed = notice.recipients.first { $0.action == .failed }
        guard let recipient = failed ?? notice.recipients.first else {
            return try followWords(arrival, &incoming)
        }
        incoming.status = recipient.status?.text
        incoming.words = recipient.words
        guard let message = arrival.message else {
            incoming.kind = recipient.action.kind
            return ignore(&incoming)
        }
        guard failed != nil else {
            incoming.kind = recipient.action.kind
            incoming.outcome =
                recipient.action == .delayed
                ? "\(message.id.text) is still being tried." : "\(message.id.text) arrived."
            return
        }
        try fail(message, recipient.status, words: recipient.words, &incoming)
    }

    /// Does what follows from a bounce that is no delivery report: what its words say (BNC-7).
    func followWords(_ arrival: Arrival, _ incoming: inout Incoming) throws {
        incoming.kind = .bounce
        guard let message = arrival.message else { return ignore(&incoming) }
        let said = BounceWords(arrival.mail.text)
        guard
            said.status != nil || said.code != nil || said.isUnknownUser || said.isFull
                || said.isDisabled
        else {
            incoming.kind = .unclassified
            incoming.words = arrival.mail.text
            incoming.isOpen = true
            incoming.outcome =
                "\(message.id.text) came back, and it is not understood why: read it."
            return
        }
        let words = said.excerpt(of: arrival.mail.text)
        // A warning that a mail is late is no failure, whichever code it quotes.
        guard !said.isWarning else {
            incoming.kind = .delay
            incoming.outcome = "\(message.id.text) is still being tried."
            incoming.words = words
            return
        }
        incoming.status = said.status?.text ?? said.code.map(String.init)
        incoming.words = words
        try fail(message, said.status, words: words, &incoming)
    }

    /// Somebody told their provider that a mail of ours is spam: its stream ends for them (BNC-8).
    func follow(complaint arrival: Arrival, _ incoming: inout Incoming) throws {
        incoming.kind = .complaint
        guard let message = arrival.message else { return ignore(&incoming) }
        for stream in message.purpose.stream.map({ [$0] }) ?? MailStream.allCases {
            try optOut(of: message.person, stream, .complaint)
        }
        incoming.outcome =
            "\(message.id.text) was called spam: the person gets no more"
            + " \(message.purpose.stream?.rawValue ?? "invitations and letters")."
    }

    /// A provider reports something of a mail of ours that nobody complained of: a signature that is
    /// not good, a virus. That is for a person to read, and no fault of the address (BNC-8).
    func follow(feedback arrival: Arrival, _ incoming: inout Incoming) {
        guard let message = arrival.message else { return ignore(&incoming) }
        incoming.kind = .unclassified
        incoming.words = arrival.mail.text
        incoming.isOpen = true
        incoming.outcome = "A report on \(message.id.text) that is no complaint: read it."
    }

    /// Gives a mail that is to be sent again a link of its own where the old one is forgotten, as that
    /// of a mail that had left and came back is.
    func renewLink(of message: Message) throws {
        guard let content = try ledger.content(of: message.id), content.secret == nil,
            content.letter.plain.contains(Letter.linkMark),
            let registration = try message.registration.flatMap({ try ledger.registration($0) })
        else { return }
        let token: String?
        switch message.purpose {
        case .invitation, .reminder, .confirmation, .waitingList, .seatOffered, .change:
            token = try self.token(to: nil, or: try ledger.invitation(of: registration.id))
        case .thanks: token = try self.token(to: try certificate(of: registration), or: nil)
        case .cancellation, .letter: token = nil
        }
        if let token { try ledger.insert(secret: token, of: message.id) }
    }

    private func fail(
        _ message: Message, _ status: DeliveryStatus?, words: String,
        _ incoming: inout Incoming
    ) throws {
        incoming.kind = .bounce
        let bounce = BounceClass(status, words: words)
        let hasFailed = try fail(message, status, words)
        let holds =
            try hasFailed && bounce == .ours
            && hold(because: message, sentAt: message.endedAt ?? now, status)
        let suppression = try note(
            bounce, words: words, of: message, on: day(of: incoming, about: message))
        var sentences = [
            hasFailed ? "\(message.id.text) failed." : "\(message.id.text) came back."
        ]
        sentences.append(
            suppression != nil
                ? "Nothing more is sent to its address." : bounce.consequence(of: message.id))
        if holds { sentences.append("The outbox is held until “convene mail release”.") }
        incoming.outcome = sentences.joined(separator: " ")
        incoming.isOpen = bounce == .ours
    }

    /// A mail that was sent, or may have been, has failed after all.
    private func fail(_ message: Message, _ status: DeliveryStatus?, _ words: String) throws -> Bool
    {
        switch message.state {
        case .sent, .unknown, .retry: break
        case .queued, .sending, .failed, .held, .suppressed, .cancelled, .expired: return false
        }
        var message = message
        try message.become(.failed)
        message.endedAt = now
        let code = status.map { words.contains($0.text) ? "" : $0.text + " " } ?? ""
        message.reply = "came back: \(code)\(words.prefix(500))"
        try ledger.update(message, lease: nil)
        try log(.bounce, .message(message.id), ["status": status?.text])
        return true
    }

    /// The day of a bounce is the mail's own, as far as that can be: not before the mail that it is about, and
    /// not after today.
    private func day(of incoming: Incoming, about message: Message) -> Day {
        let written = incoming.sentAt ?? now
        return Zone.utc.day(at: min(max(written, message.madeAt), now))
    }

    /// A report whose token is not ours, or none (BNC-9).
    private func ignore(_ incoming: inout Incoming) {
        incoming.words = ""
        incoming.outcome = "Ignored: it names no mail of this register."
    }
}

extension DeliveryNotice.Action {
    fileprivate var kind: Incoming.Kind {
        switch self {
        case .failed: .bounce
        case .delayed: .delay
        case .delivered, .relayed, .expanded: .delivery
        }
    }
}

extension BounceClass {
    /// What follows for an address that is not suppressed by it.
    fileprivate func consequence(of message: Message.ID) -> String {
        switch self {
        case .dead, .disabled: "Nothing is sent to its address already."
        case .soft:
            "This may pass: later mails go to its address. This one is not sent again by itself;"
                + " “convene mail retry \(message.text)” sends it again."
        case .policy: "Its content or its sender was not wanted; the address stays good."
        case .ours:
            "The server does not trust our mail: have SPF, DKIM and DMARC of the sender's domain looked"
                + " at before more is sent."
        }
    }
}

extension BounceWords {
    /// The part of a text where the refusal stands, on one line.
    func excerpt(of text: String) -> String {
        let lines = text.split(whereSeparator: \.isNewline)
        let index = lines.firstIndex { line in
            let said = BounceWords(String(line))
            return said.status != nil || said.code != nil
        }
        let start =
            index ?? lines.firstIndex { line in
                let said = BounceWords(String(line))
                return said.isUnknownUser || said.isFull || said.isDisabled
            } ?? 0
        return lines.dropFirst(start).prefix(3)
            .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
            .joined(separator: " ")
    }
}
