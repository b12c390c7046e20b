/// How whoever gets a mail of a stream says that they want no more of it: RFC 2369 and RFC 8058.
package struct Unsubscription: Sendable, Equatable {
    package var stream: MailStream
    /// The page that unsubscribes in one click; nothing where the office has no https address, which
    /// RFC 8058 §3.1 asks for.
    package var page: String?
    /// The address that unsubscribes whoever writes to it.
    package var address: EmailAddress
    /// The subject to write there, where the address itself does not say who writes.
    package var subject: String?

    package init(
        stream: MailStream, page: String? = nil, address: EmailAddress, subject: String? = nil
    ) {
        self.stream = stream
        self.page = page
        self.address = address
        self.subject = subject
    }
}

extension Letterhead {
    /// The page that a mail leads the person to.
    func link(in purpose: Message.Purpose, token: String) -> String {
        "\(publicURL)/\(purpose == .thanks ? "certificate" : "answer")/\(token)"
    }

    /// What the headers of a mail of this stream offer, under a token of the person's own.
    func unsubscription(
        from stream: MailStream, token: String, address: EmailAddress?
    ) -> Unsubscription {
        Unsubscription(
            stream: stream,
            page: publicURL.hasPrefix("https://") ? "\(publicURL)/unsubscribe/\(token)" : nil,
            address: address ?? replyTo, subject: address == nil ? "unsubscribe \(token)" : nil)
    }
}

extension Office {
    /// How whoever gets a mail says that they want no more like it: nothing for mail about a place
    /// that they have (UNS-7). It is derived, so a repeat of the mail says the same (BOX-5).
    func unsubscription(of message: Message, by postmark: Postmark) -> Unsubscription? {
        guard let stream = message.purpose.stream, let letterhead else { return nil }
        let token = postmark.text(.optOut(message.person, stream))
        return letterhead.unsubscription(
            from: stream, token: token,
            address: letterhead.tags.map { $0.answers.tagged(token, delimiter: $0.delimiter) })
    }
}

extension Deed {
    /// Who asks by mail for no more of what: the token stands in the address that it was sent to, or
    /// in its subject.
    func optOut(in mail: IncomingMail) throws -> (Person, MailStream)? {
        let places = (mail.recipients + [mail.subject]).joined(separator: " ")
        guard let postmark = try inquiry.postmark(office) else { return nil }
        for case .optOut(let id, let stream) in postmark.tags(in: places) {
            if let person = try ledger.person(id) { return (person, stream) }
        }
        return nil
    }

    func follow(_ optOut: (Person, MailStream), _ incoming: inout Incoming) throws {
        let (person, stream) = optOut
        try self.optOut(of: person.id, stream, .request)
        incoming.kind = .reply
        incoming.person = person.id
        incoming.outcome = "Unsubscribed: the person gets no more \(stream.rawValue)."
    }
}

extension PostRoom {
    /// Whom a link to unsubscribe is for, and from what. Looking changes nothing (LNK-1).
    ///
    /// - Throws: `link.unknown`.
    package func unsubscription(token: String) async throws -> OptOutLine? {
        try await office.read { [office] inquiry in
            let (person, stream) = try inquiry.unsubscription(token: token, office)
            return try inquiry.ledger.optOuts(of: person.id).first { $0.stream == stream }
                .map { OptOutLine(optOut: $0, person: person) }
        }
    }

    /// Unsubscribes whoever the link was sent to; doing so twice is no different from once (UNS-2).
    ///
    /// - Throws: `link.unknown`.
    package func optOut(token: String) async throws -> MailStream {
        try await office.write(as: actor) { deed in
            let (person, stream) = try deed.inquiry.unsubscription(token: token, deed.office)
            try deed.optOut(of: person.id, stream, .request)
            return stream
        }
    }
}

extension Inquiry {
    fileprivate func unsubscription(token: String, _ office: Office) throws
        -> (Person, MailStream)
    {
        for case .optOut(let id, let stream)? in [try postmark(office)?.tags(in: token).first] {
            if let person = try ledger.person(id) { return (person, stream) }
        }
        throw Problem(
            .linkUnknown,
            "This link unsubscribes nobody: copy the whole link from the mail, or write to the office."
        )
    }
}
