package import struct FoundationEssentials.Date

/// What a message says, composed and ready to be stored: the outbox keeps it until it is sent, so
/// that a repeat is the same mail (BOX-5).
///
/// Where the answer link belongs, the texts hold ``linkMark``; the link is put in when the mail
/// leaves, and its token forgotten afterwards.
package struct Letter: Sendable, Equatable {
    package var language: Language
    package var subject: String
    /// The texts, which all letters of the same matter share.
    package var sheet: Sheet
    /// What this letter alone says, in the order of the sheet's marks, each on one line; none where
    /// the sheet is this letter's alone.
    package let fields: [String]
    /// Where answers go, if not to the letterhead's address: the same with the invitation's tag.
    package var replyTo: EmailAddress?
    /// The files that go with it.
    package var attachments: [AttachedFile]
    /// How to get no more like it. It is not stored, but derived when the mail leaves.
    package var unsubscription: Unsubscription?

    package init(
        language: Language, subject: String, sheet: Sheet, fields: [String],
        replyTo: EmailAddress? = nil, attachments: [AttachedFile] = []
    ) {
        self.language = language
        self.subject = subject
        self.sheet = sheet
        self.fields = fields
        self.replyTo = replyTo
        self.attachments = attachments
    }

    /// A letter that shares nothing with others.
    package init(
        language: Language, subject: String, plain: String, html: String,
        calendar: Calendar? = nil, contact: Contact? = nil
    ) {
        self.init(
            language: language, subject: subject,
            sheet: Sheet(
                plain: SheetText(plain), html: SheetText(html),
                calendar: calendar.map { .init(method: $0.method, text: SheetText($0.text)) },
                contact: contact),
            fields: [])
    }

    package var plain: String { sheet.plain.filled(with: fields) }
    package var html: String { sheet.html.filled(with: fields) }
    /// The iCalendar object of an invitation, its change or its cancellation.
    package var calendar: Calendar? {
        sheet.calendar.map { Calendar(method: $0.method, text: $0.text.filled(with: fields)) }
    }

    /// Stands in the texts where the person's own link will be.
    package static let linkMark = "https://link.invalid/convene"

    package struct Calendar: Sendable, Equatable {
        package var method: Method
        /// The content lines of RFC 5545, each ended by CRLF. Not folded: that is done when the
        /// letter is sealed, after the link has taken the place of ``linkMark``.
        package var text: String

        package init(method: Method, text: String) {
            self.method = method
            self.text = text
        }

        package enum Method: String, Sendable, CaseIterable {
            case request = "REQUEST"
            case cancel = "CANCEL"
            case publish = "PUBLISH"
        }
    }

    /// The letter for somebody to read whose it is not: in the place of the person's own link stands
    /// where it leads, without the token that opens it.
    func shown(_ purpose: Message.Purpose, under letterhead: Letterhead?) -> Letter {
        guard let link = letterhead?.link(in: purpose, token: "…") else { return self }
        func shown(_ text: String) -> String { text.replacing(Self.linkMark, with: link) }
        var letter = Letter(
            language: language, subject: subject, plain: shown(plain), html: shown(html),
            calendar: calendar.map { Calendar(method: $0.method, text: shown($0.text)) },
            contact: sheet.contact)
        letter.replyTo = replyTo
        letter.attachments = attachments
        letter.unsubscription = unsubscription
        return letter
    }
}

/// All that a template may speak of: who is written to, about which event, and why.
package struct Occasion: Sendable {
    package var purpose: Message.Purpose
    package var person: Person
    package var address: EmailAddress
    package var event: Event
    package var sessions: [Session]
    package var organisers: [Participation]
    package var programme: Programme?
    package var invitation: Invitation?
    package var role: Role
    /// The language to write in; the composer falls back to English where it has no template.
    package var languages: [Language]
    /// A word of the organiser's own, put into the mail as a paragraph.
    package var note: String
    /// Whether the dates that people were invited to are no more, so that the entry in their
    /// calendars is to be taken out.
    package var datesGone = false
    /// The address for answers with the invitation's tag, where it has one: the organiser of the
    /// calendar entry (ICS-6).
    package var answers: EmailAddress?
    /// The certificate that thanks lead to.
    package var certificate: Certificate?
    /// What an officer wrote in place of the template.
    package var text: LetterText?
    package var now: Date

    package init(
        purpose: Message.Purpose, person: Person, address: EmailAddress, event: Event,
        sessions: [Session], organisers: [Participation], programme: Programme?,
        invitation: Invitation?, role: Role, languages: [Language], note: String,
        datesGone: Bool = false, answers: EmailAddress? = nil, certificate: Certificate? = nil,
        text: LetterText? = nil, now: Date
    ) {
        self.purpose = purpose
        self.person = person
        self.address = address
        self.event = event
        self.sessions = sessions
        self.organisers = organisers
        self.programme = programme
        self.invitation = invitation
        self.role = role
        self.languages = languages
        self.note = note
        self.datesGone = datesGone
        self.answers = answers
        self.certificate = certificate
        self.text = text
        self.now = now
    }
}

/// Who the office is in its mail: the sender, the address for answers, the public address in links.
package struct Letterhead: Sendable, Equatable {
    /// The sender's address and the name shown with it.
    package var from: EmailAddress
    package var name: String
    /// The address that the office reads: Reply-To, and the calendar entry's ORGANIZER (ICS-6).
    package var replyTo: EmailAddress
    /// The public address that links begin with, without a slash at its end.
    package var publicURL: String
    /// The addresses that get tags, so that what comes back is known; nothing where the office reads
    /// no mailbox, or its server knows no tags.
    package var tags: Tags?

    package init(
        from: EmailAddress, name: String, replyTo: EmailAddress, publicURL: String,
        tags: Tags? = nil
    ) {
        self.from = from
        self.name = name
        self.replyTo = replyTo
        self.publicURL = publicURL
        self.tags = tags
    }

    /// Addresses whose server delivers what stands behind a delimiter to the same mailbox (RFC 5233).
    package struct Tags: Sendable, Equatable {
        /// Where delivery reports come back to.
        package var bounces: EmailAddress
        /// Where calendar programs send their answers.
        package var answers: EmailAddress
        package var delimiter: Character

        package init(bounces: EmailAddress, answers: EmailAddress, delimiter: Character = "+") {
            self.bounces = bounces
            self.answers = answers
            self.delimiter = delimiter
        }
    }
}

/// The port to the texts: writes a letter for an occasion, and seals it into the bytes of a mail.
package protocol Stationery: Sendable {
    /// Writes the letter in the first of the person's languages that there are templates for.
    ///
    /// - Throws: `template.faulty` with the template's name and line.
    func compose(_ occasion: Occasion) throws -> Letter

    /// The bytes of the mail, the same for the same message and letter (BOX-5).
    ///
    /// - Parameter link: the person's answer link, put in where ``Letter/linkMark`` stands.
    func seal(_ letter: Letter, as message: Message, link: String?, automatic: Bool, at date: Date)
        throws -> [UInt8]
}
