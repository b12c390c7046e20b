import struct FoundationEssentials.Date

/// A mail that came, on the desk: what it says, and what is known of the mail that it answers.
struct Arrival {
    let mail: IncomingMail
    /// The mail of ours that it is about, by a tag or a Message-ID of ours.
    var message: Message?
    /// The invitation that it was addressed to, by the tag in the address.
    var invitation: Invitation?
}

extension Deed {
    /// Takes a mail in: understands it, does what follows from it, and writes both down.
    ///
    /// - Throws: what the rules of answers refuse; nothing is written then.
    func receive(_ mail: IncomingMail, _ raw: RawMail, digest: [UInt8], from mailbox: String) throws
        -> Incoming
    {
        let arrival = try arrival(of: mail)
        var incoming = sheet(for: mail, raw, digest, mailbox)
        try understand(arrival, &incoming)
        return try file(incoming, raw)
    }

    /// Takes a mail in without doing what it asks for, which the rules refuse.
    func keep(
        _ mail: IncomingMail, _ raw: RawMail, digest: [UInt8], from mailbox: String,
        because problem: Problem
    ) throws -> Incoming {
        var incoming = sheet(for: mail, raw, digest, mailbox)
        let arrival = try arrival(of: mail)
        incoming.kind = mail.calendar.isEmpty ? .unclassified : .answer
        concern(&incoming, arrival.message)
        try concern(&incoming, arrival.invitation)
        incoming.outcome = "Not followed: \(problem.message)"
        incoming.words = mail.calendar.first?.words(in: mail) ?? ""
        incoming.isOpen = true
        return try file(incoming, raw)
    }

    private func sheet(
        for mail: IncomingMail, _ raw: RawMail, _ digest: [UInt8], _ mailbox: String
    ) -> Incoming {
        Incoming(
            mailbox: mailbox, place: raw.place, digest: digest, readAt: now, sentAt: mail.date,
            kind: .other, sender: mail.sender, senderKey: mail.senderKey, subject: mail.subject,
            header: mail.header)
    }

    private func file(_ incoming: Incoming, _ raw: RawMail) throws -> Incoming {
        var incoming = incoming
        try ledger.remember(raw.position, of: incoming.mailbox)
        incoming.id = try ledger.insert(incoming)
        try log(
            .receive, .incoming(incoming.id),
            ["kind": incoming.kind.rawValue, "message": incoming.message?.text])
        return incoming
    }

    /// Finds what a mail is about by what only we can have made: a tag in an address, or a
    /// Message-ID with 128 random bits in it.
    private func arrival(of mail: IncomingMail) throws -> Arrival {
        var arrival = Arrival(mail: mail)
        if let postmark = try inquiry.postmark(office) {
            let tags = postmark.tags(
                in: (mail.recipients + (mail.returned?.addresses ?? [])).joined(separator: " "))
            arrival.message = try tags.firstMessage.flatMap { try ledger.message($0) }
            // An answer is only what was sent to the address for answers: what is quoted does not
            // count.
            arrival.invitation = try postmark.tags(in: mail.recipients.joined(separator: " "))
                .firstInvitation.flatMap { try ledger.invitation($0) }
        }
        let identifiers = (mail.returned?.messageIDs ?? []) + mail.references
        for identifier in identifiers.prefix(50) where arrival.message == nil {
            arrival.message = try ledger.message(headerID: identifier)
        }
        return arrival
    }

    private func understand(_ arrival: Arrival, _ incoming: inout Incoming) throws {
        let mail = arrival.mail
        concern(&incoming, arrival.message)
        try concern(&incoming, arrival.invitation)
        if mail.traits.contains(.complaint) {
            try follow(complaint: arrival, &incoming)
        } else if mail.traits.contains(.feedback) {
            follow(feedback: arrival, &incoming)
        } else if let optOut = try optOut(in: mail) {
            try follow(optOut, &incoming)
        } else if let notice = mail.notice {
            try follow(notice, arrival, &incoming)
        } else if mail.traits.contains(.receipt) {
            incoming.kind = .receipt
            incoming.outcome = "A receipt: nothing follows from it."
        } else if !mail.calendar.isEmpty {
            try follow(calendar: arrival, &incoming)
        } else if mail.traits.contains(.fromServer) {
            try followWords(arrival, &incoming)
        } else if mail.traits.contains(.automatic) || mail.traits.contains(.outOfOffice) {
            incoming.kind = .autoReply
            incoming.outcome = "An automatic answer: nothing follows from it."
        } else if mail.traits.contains(.nullReturnPath), arrival.message != nil {
            try followWords(arrival, &incoming)
        } else if arrival.message != nil || arrival.invitation != nil {
            incoming.kind = .reply
            incoming.words = mail.text
            incoming.isOpen = true
            incoming.outcome = "An answer in somebody's own words, for you to read."
        } else {
            incoming.outcome = "Not about mail of this register."
        }
    }

    func concern(_ incoming: inout Incoming, _ message: Message?) {
        guard let message else { return }
        incoming.message = message.id
        incoming.registration = message.registration
        incoming.person = message.person
    }

    func concern(_ incoming: inout Incoming, _ invitation: Invitation?) throws {
        guard let invitation,
            let registration = try ledger.registration(invitation.registration)
        else { return }
        incoming.registration = registration.id
        incoming.person = registration.person
    }
}

extension [AddressTag] {
    fileprivate var firstMessage: Message.ID? {
        lazy.compactMap { if case .message(let id) = $0 { id } else { nil } }.first
    }

    fileprivate var firstInvitation: Invitation.ID? {
        lazy.compactMap { if case .invitation(let id) = $0 { id } else { nil } }.first
    }
}
