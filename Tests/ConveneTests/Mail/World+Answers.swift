import Convene
import ConveneLetters
import ConveneTestSupport
import Foundation
import Testing

extension World {
    /// An office that reads its mailbox, and has sent invitations to so many guests.
    static func withSentInvitations(
        _ number: Int = 1, seats: Int? = nil, letterhead: Letterhead = .tagged
    ) async throws -> (World, RecordingMailer) {
        let world = try await World(letterhead: letterhead)
        try await world.event(capacity: seats)
        for guest in 1...number { try await world.nominate(.guest(guest)) }
        try await world.invite(.people((1...number).map(PersonMention.guest)))
        let mailer = RecordingMailer.willing()
        try await world.deliver(by: mailer)
        return (world, mailer)
    }

    /// Reads mails and does what follows from them.
    @discardableResult
    func fetch(_ mailbox: any Mailbox, isTrial: Bool = false) async throws -> [Incoming] {
        try await inTray.fetch(from: mailbox, reading: MailReader.read, isTrial: isTrial)
            .lines.map(\.incoming)
    }

    @discardableResult
    func fetch(_ text: String) async throws -> Incoming {
        let mails = try await fetch(HandedMails(text, name: "box \(UUID().uuidString)"))
        return try #require(mails.first)
    }

    func invitation(of person: PersonMention) async throws -> Invitation {
        try await invitations.file(person, to: .kyiv).line.invitation
    }

    /// Where the first mail to somebody wants answers.
    func answerAddress(of person: PersonMention) async throws -> String {
        let id = try await people.person(person).id
        let message = try #require(try await outbox().first { $0.person == id })
        let letter = try await post.file(message.id).content?.letter
        return letter?.replyTo?.text ?? "answers@example.org"
    }

    /// What a calendar program would send for somebody.
    func reply(
        from person: PersonMention, _ status: String = "ACCEPTED", method: String = "REPLY",
        to address: String? = nil, for attendee: String? = nil, uid: String? = nil,
        sequence: Int? = nil, stamp: String = "20110901T090500Z", more: String = "",
        header: String = ""
    ) async throws -> String {
        let invitation = try await invitation(of: person)
        let own = try await people.person(person).address?.text ?? ""
        let recipient: String
        if let address {
            recipient = address
        } else {
            recipient = try await answerAddress(of: person)
        }
        return """
            \(header)From: Somebody <somebody@example.com>
            To: \(recipient)
            Subject: \(status): Museums
            Date: Thu, 1 Sep 2011 09:05:00 +0000
            Message-ID: <\(stamp).\(status).\(attendee ?? own)>
            MIME-Version: 1.0
            Content-Type: text/calendar; method=\(method); charset=utf-8

            BEGIN:VCALENDAR
            PRODID:-//Example//Calendar//EN
            VERSION:2.0
            METHOD:\(method)
            BEGIN:VEVENT
            UID:\(uid ?? invitation.calendarUID)
            SEQUENCE:\(sequence ?? invitation.sequence)
            DTSTAMP:\(stamp)
            ATTENDEE;CN="Guest, the";PARTSTAT=\(status):
             mailto:\(attendee ?? own)
            \(more)END:VEVENT
            END:VCALENDAR

            """
    }
}
