import struct FoundationEssentials.Date

extension PostRoom {
    /// A mail of the outbox exactly as it would go, but for its secret link.
    ///
    /// - Throws: `message.unknown`, `message.state` where its text was removed.
    package func draft(of id: Message.ID) async throws -> MailDraft {
        let (message, content) = try await office.read(as: actor) { inquiry in
            (try inquiry.message(id), try inquiry.ledger.content(of: id))
        }
        guard let content else {
            throw Problem(.messageState, "The text of \(id.text) has been removed.")
        }
        return try draft(message, content.letter, automatic: content.automatic)
    }

    /// The mail of a purpose that somebody would get about an event as things are now, without
    /// queuing one, whether or not the purpose is due.
    ///
    /// - Throws: `event.unknown`, `event.no-term` of an invitation, `person.unknown`,
    ///   `person.no-address`, `mail.not-set`, `template.faulty`.
    package func draft(
        of purpose: Message.Purpose = .invitation, about event: Code, for mention: PersonMention
    ) async throws -> MailDraft {
        let (message, letter) = try await sample(purpose, about: event, for: mention)
        return try draft(message, letter, automatic: false)
    }

    /// - Parameter entry: the number of a calendar entry that is nobody's; nothing means the person's.
    private func sample(
        _ purpose: Message.Purpose, about event: Code, for mention: PersonMention?,
        entry: String? = nil
    ) async throws -> (Message, Letter) {
        let now = office.clock()
        return try await office.read(as: actor) { [office] inquiry in
            let event = try inquiry.event(event)
            if purpose == .invitation { try event.checkOpenForInvitations() }
            let person =
                try mention.map { try inquiry.person($0, at: event) }
                ?? inquiry.firstToWriteTo(at: event)
            guard let address = person.address else { throw Problem.personNoAddress(person) }
            let line = InvitationPlan.Line(
                person: person,
                registration: try inquiry.ledger.registration(of: person.id, at: event.id),
                verdict: .invite)
            let post = try inquiry.post(for: event, office: office, now: now)
            let letter = try inquiry.sample(purpose, to: line, by: post, entry: entry)
            let message = Message(
                event: event.id, person: person.id, registration: line.registration?.id,
                purpose: purpose, revision: 0, address: address,
                headerID: "preview@\(post.letterhead.from.domain)", language: letter.language,
                subject: letter.subject, madeAt: now, dueAt: now)
            return (message, letter)
        }
    }

    /// A plain mail to see whether mail leaves at all; it is no part of the register.
    ///
    /// - Throws: `mail.not-set`.
    package func trial(to address: EmailAddress) throws -> Parcel {
        guard let letterhead = office.letterhead else { throw Problem.mailNotSet }
        let now = office.clock()
        let text = "This mail was sent by “convene mail test”. Mail leaves the register."
        let letter = Letter(
            language: .english, subject: "Convene: a test", plain: text + "\n",
            html: "<!DOCTYPE html><html lang=\"en\"><body><p>\(text)</p></body></html>\n")
        let message = Message(
            event: Event.ID(0), person: Person.ID(0), registration: nil, purpose: .letter,
            revision: 0, address: address,
            headerID: "\(office.chance.hex(16))@\(letterhead.from.domain)",
            language: .english, subject: letter.subject, madeAt: now, dueAt: now)
        return Parcel(
            name: "test", sender: letterhead.from, recipient: address,
            bytes: try office.stationery.seal(
                letter, as: message, link: nil, automatic: false, at: now))
    }

    /// The mail of a purpose that somebody would get, for an officer to see it in a mail program of
    /// their own before it leaves (BOX-11): to this address alone, and marked. Neither its links nor
    /// an answer by calendar lead to anything of that person's, and nothing of it is written down.
    ///
    /// - Parameter mention: whose mail it is; nothing means the first on the event's list.
    /// - Throws: as ``draft(of:about:for:)``; `person.no-address` where nobody on the list has one.
    package func trial(
        of purpose: Message.Purpose, about event: Code, for mention: PersonMention? = nil,
        to address: EmailAddress
    ) async throws -> Parcel {
        guard let letterhead = office.letterhead else { throw Problem.mailNotSet }
        var (message, letter) = try await sample(
            purpose, about: event, for: mention, entry: office.chance.hex(16))
        letter.subject = "[Test] \(letter.subject)"
        message.subject = letter.subject
        message.address = address
        message.headerID = "\(office.chance.hex(16))@\(letterhead.from.domain)"
        return Parcel(
            name: "test-\(purpose.rawValue)", sender: letterhead.from, recipient: address,
            bytes: try draft(message, letter, automatic: false).bytes)
    }

    /// Whether the mail server would take our mail: the talk with it up to the point at which a mail
    /// begins, and no further. Nothing is sent.
    ///
    /// - Returns: `notStarted` where it would; else the server's word.
    /// - Throws: `mail.not-set`.
    package func soundOut(_ mailer: any Mailer) async throws -> Delivery {
        guard let letterhead = office.letterhead else { throw Problem.mailNotSet }
        let refused = Clearance(
            check: { throw CancellationError() }, wait: { throw CancellationError() })
        return await mailer.deliver(try trial(to: letterhead.from), clearance: refused)
    }

    private func draft(_ message: Message, _ letter: Letter, automatic: Bool) throws -> MailDraft {
        let purpose = message.purpose
        var letter = letter
        letter.unsubscription = purpose.stream.flatMap { stream in
            office.letterhead?.unsubscription(from: stream, token: "preview", address: nil)
        }
        return MailDraft(
            address: message.address, letter: letter.shown(purpose, under: office.letterhead),
            bytes: try office.stationery.seal(
                letter, as: message,
                link: office.letterhead?.link(in: purpose, token: "preview") ?? Letter.linkMark,
                automatic: automatic, at: office.clock()))
    }
}

extension Inquiry {
    /// The first on an event's list who can be written to.
    ///
    /// - Throws: `person.no-address`.
    fileprivate func firstToWriteTo(at event: Event) throws -> Person {
        let registrations = try ledger.registrations(at: event.id, standings: [])
        let people = try lines(of: registrations).lazy.map(\.person)
        guard let person = people.first(where: { $0.address != nil }) else {
            throw Problem(
                .personNoAddress,
                "Nobody on the list of \(event.code) has an e-mail address yet: name somebody whose mail"
                    + " you want to see.")
        }
        return person
    }
}

/// A mail as it would go, for somebody to look at.
package struct MailDraft: Sendable {
    package var address: EmailAddress
    package var letter: Letter
    package var bytes: [UInt8]
}
