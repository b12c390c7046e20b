extension Inquiry {
    /// Why nothing of this stream may be sent to this person at this address, or nothing (BOX-10).
    ///
    /// - Parameter stream: nothing for what concerns a place that they have.
    func restraint(on address: EmailAddress, of person: Person.ID, stream: MailStream?) throws
        -> String?
    {
        try ledger.suppression(of: address)?.reason ?? optOut(of: person, stream)
    }

    fileprivate func optOut(of person: Person.ID, _ stream: MailStream?) throws -> String? {
        let optOuts = try ledger.optOuts(of: person)
        let isOut = optOuts.contains {
            $0.stream == nil || (stream != nil && $0.stream == stream)
        }
        return isOut ? "the person wants no \(stream?.rawValue ?? "mail")" : nil
    }
}

extension Deed {
    /// Why a mail may not be sent to whom it is to, or nothing; looked up when it is claimed
    /// (BOX-10).
    func restraint(on due: DueMessage) throws -> String? {
        let (message, stream) = (due.message, due.message.purpose.stream)
        guard due.mayHaveOptedOut else {
            return try ledger.suppression(of: message.address)?.reason
        }
        return try inquiry.restraint(on: message.address, of: message.person, stream: stream)
    }

    /// Takes down what a server's refusal means for the address: it is the same whether it came in
    /// the SMTP reply or in a report afterwards (BNC-6).
    ///
    /// - Parameter day: on which the mail was refused.
    /// - Returns: the suppression that follows from it, if any.
    func note(_ bounce: BounceClass, words: String, of message: Message, on day: Day) throws
        -> Suppression?
    {
        guard !message.address.text.isEmpty else { return nil }
        switch bounce {
        case .dead: return try suppress(message.address, .dead, words, message.id)
        case .disabled: return try suppress(message.address, .disabled, words, message.id)
        case .policy, .ours: return nil
        case .soft:
            try ledger.insert(bounceDay: day, of: message.address)
            let days = try ledger.bounceDays(of: message.address)
            guard BounceScore.isEnough(days) else { return nil }
            return try suppress(message.address, .failing, words, message.id)
        }
    }

    /// The same of a refusal that came in the SMTP reply, at once or after all tries (BNC-5, BNC-6).
    func noteRefusal(_ delivery: Delivery, of message: Message) throws {
        guard delivery.code != nil else { return }
        let bounce = BounceClass(
            delivery.enhanced.flatMap { DeliveryStatus($0) }, words: delivery.reply)
        _ = try note(bounce, words: delivery.reply, of: message, on: Zone.utc.day(at: now))
    }

    /// Puts an address among those that nothing is sent to; one that is there already stays as it
    /// is.
    @discardableResult
    func suppress(
        _ address: EmailAddress, _ cause: Suppression.Cause, _ words: String,
        _ message: Message.ID?
    ) throws -> Suppression? {
        guard try ledger.suppression(of: address) == nil else { return nil }
        var suppression = Suppression(
            address: address, cause: cause, words: String(words.prefix(500)), at: now,
            actor: actor, message: message)
        suppression.id = try ledger.insert(suppression)
        try log(
            .suppress, .suppression(suppression.id),
            ["cause": cause.rawValue, "message": message?.text])
        return suppression
    }

    /// Takes down that somebody wants no more of a stream.
    func optOut(of person: Person.ID, _ stream: MailStream?, _ cause: OptOut.Cause) throws {
        guard try !ledger.optOuts(of: person).contains(where: { $0.stream == stream }) else {
            return
        }
        try ledger.insert(
            OptOut(person: person, stream: stream, cause: cause, at: now, actor: actor))
        try log(
            .optOut, .person(person),
            ["stream": stream?.rawValue ?? "all", "cause": cause.rawValue])
    }
}
