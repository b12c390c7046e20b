import Convene
import ConveneLetters
import ConveneTestSupport
import Testing

@Suite struct InTrayTests {
    @Test func `the same mail is followed once, from whatever mailbox it is read`() async throws {
        let (world, _) = try await World.withSentInvitations()
        let reply = try await world.reply(from: .guest(1))
        let traced = "Received: from elsewhere\nX-Mailbox: other\n" + reply + "\n\n"
        let report = { (mailbox: HandedMails) in
            try await world.inTray.fetch(from: mailbox, reading: MailReader.read)
        }

        let reports = [
            try await report(HandedMails(reply, name: "one")),
            try await report(HandedMails(reply, name: "one")),
            try await report(HandedMails(traced, name: "other")),
            // It stands there, and is not read again.
            try await report(HandedMails(traced, name: "other")),
        ]

        #expect(reports.map(\.lines.count) == [1, 0, 0, 0])
        #expect(reports.map(\.known) == [0, 0, 1, 0])
        #expect(try await world.inTray.list().count == 1)
        #expect(try await world.invitations.file(.guest(1), to: .kyiv).answers.count == 1)
    }

    @Test func `a trial says what would follow, and writes nothing`() async throws {
        let (world, _) = try await World.withSentInvitations()
        let reply = try await world.reply(from: .guest(1))
        let audit = try await world.audit.verify()

        let incoming = try await world.fetch(HandedMails(reply), isTrial: true)

        #expect(incoming.map(\.outcome) == ["Answered accepted to kyiv-2011: now confirmed."])
        #expect(try await world.standing(of: .guest(1)) == .invited)
        #expect(try await world.inTray.list().isEmpty)
        #expect(try await world.audit.verify() == audit)
        #expect(try await world.fetch(HandedMails(reply)).count == 1)
    }

    @Test func `what nobody understands never holds up the rest`() async throws {
        let (world, _) = try await World.withSentInvitations()
        let reply = try await world.reply(from: .guest(1))
        let noise = (0..<2000).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ $0 / 7) }

        let incoming = try await world.fetch(
            HandedMails([[], noise, Array("\0\r\n\r\n\u{FFFD}".utf8), Array(reply.utf8)]))

        #expect(incoming.map(\.kind) == [.other, .other, .other, .answer])
        #expect(try await world.standing(of: .guest(1)) == .confirmed)
    }

    @Test func `somebody's own words are for an officer, and go when they are done with`()
        async throws
    {
        let (world, _) = try await World.withSentInvitations()
        let mail = try await world.mail()
        let incoming = try await world.fetch(
            """
            From: guest1@example.net
            To: workshops@example.org
            Subject: Re: Museums
            In-Reply-To: <\(mail.headerID)>

            Is lunch included?

            """)

        let open = try await world.inTray.list(open: true)
        let closed = try await world.inTray.close([incoming.id])
        let again = try await world.inTray.close([incoming.id])

        #expect(open.map(\.incoming.words) == ["Is lunch included?"])
        #expect(open.first?.person?.name.family == "N1")
        #expect(open.first?.event == .kyiv)
        #expect(closed == 1)
        #expect(again == 0)
        #expect(try await world.inTray.list(open: true).isEmpty)
        #expect(try await world.inTray.file(incoming.id).incoming.words == "")
    }

    @Test func `mail that is not about ours is listed, and its words are not kept`() async throws {
        let (world, _) = try await World.withSentInvitations()

        let incoming = try await world.fetch(
            "From: Shop <shop@example.com>\nSubject: Sale\n\nEverything must go.\n")

        #expect(incoming.kind == .other)
        #expect(incoming.words == "")
        #expect(incoming.subject == "Sale")
        #expect(!incoming.isOpen)
    }

    @Test func `a bounce touches no newer address of the person (BNC-9)`() async throws {
        let (world, mailer) = try await World.withSentInvitations()
        let newer = try EmailAddress("new@example.net")
        _ = try await world.people.edit(.guest(1)) { $0.addresses = [newer] }
        let parcel = try #require(mailer.parcels.first)

        try await world.fetch(.bounce(to: parcel.sender.text, status: "5.1.1"))

        #expect(
            try await world.post.suppressions().map(\.address.text) == ["guest1@example.net"])
        #expect(try await world.invitations.plan(.all, to: .kyiv).lines.map(\.verdict) == [.invite])
    }

    @Test func `five days of soft bounces within thirty close an address (BNC-5)`() async throws {
        let (world, mailer) = try await World.withSentInvitations()
        let sender = try #require(mailer.parcels.first).sender.text
        world.clock.move(days: 10)
        var suppressed: [Int] = []

        for (number, day) in [1, 1, 2, 3, 4, 5].enumerated() {
            try await world.fetch(
                .bounce(to: sender, status: "4.2.2", day: day, number: number))
            suppressed.append(try await world.post.suppressions().count)
        }

        #expect(suppressed == [0, 0, 0, 0, 0, 1])
        #expect(try await world.post.suppressions().map(\.cause) == [.failing])
    }

    @Test func `a mail that came back can be sent again, with a link of its own`() async throws {
        let (world, mailer) = try await World.withSentInvitations()
        let first = try #require(mailer.parcels.first)
        try await world.fetch(.bounce(to: first.sender.text, status: "5.4.4"))

        _ = try await world.post.retry(.these([Message.ID(1)]))
        try await world.deliver(by: mailer)

        #expect(mailer.parcels.count == 2)
        #expect(mailer.parcels.last?.bytes != first.bytes)
        #expect(try await world.mail().state == .sent)
    }

    @Test
    func `what came from somebody goes when they are forgotten, and what holds their mail back`()
        async throws
    {
        let (world, mailer) = try await World.withSentInvitations()
        let sender = try #require(mailer.parcels.first).sender.text
        try await world.fetch(.bounce(to: sender, status: "5.1.1"))
        let words = try await world.fetch(
            "From: Guest <guest1@example.net>\nSubject: private\n\nMy number is 5551234.\n")
        try await world.post.optOut(.guest(1), of: .letters)

        _ = try await world.people.erase(.guest(1))

        let kept = try await world.inTray.list().map(\.incoming)
        #expect(kept.count == 2)
        #expect(kept.allSatisfy { $0.sender + $0.senderKey + $0.subject + $0.words == "" })
        #expect(kept.allSatisfy { $0.header == "" && !$0.isOpen })
        #expect(kept.contains { $0.id == words.id })
        #expect(try await world.post.suppressions().isEmpty)
        #expect(try await world.office.store.read { try $0.optOuts() }.isEmpty)
    }

    @Test func `each mail that came, and what it did, stands in the audit`() async throws {
        let (world, mailer) = try await World.withSentInvitations()
        let sender = try #require(mailer.parcels.first).sender.text

        try await world.fetch(.bounce(to: sender, status: "5.1.1"))

        let acts = try await world.audit.latest(limit: 3)
        #expect(acts.map(\.act) == [.receive, .suppress, .bounce])
        #expect(acts.allSatisfy { !$0.details.contains("@") })
        _ = try await world.audit.verify()
    }

    @Test func `what is wrong in one mail of a folder of 500 costs no other`() async throws {
        let (world, mailer) = try await World.withSentInvitations(40)
        var mails: [[UInt8]] = []
        for (number, parcel) in mailer.parcels.enumerated() {
            mails.append(Array(String.bounce(to: parcel.sender.text, status: "5.1.1").utf8))
            mails.append([UInt8](repeating: UInt8(number), count: 3000))
        }

        let incoming = try await world.fetch(HandedMails(mails))

        #expect(incoming.count == 80)
        #expect(try await world.post.suppressions().count == 40)
    }
}

extension String {
    /// A delivery report in its plainest form.
    static func bounce(to sender: String, status: String, day: Int = 1, number: Int = 0)
        -> String
    {
        """
        Return-Path: <>
        From: MAILER-DAEMON@mx.example.com
        To: \(sender)
        Subject: Undelivered
        Date: Thu, \(day) Sep 2011 12:00:00 +0000
        Message-ID: <\(number).\(status).\(sender)>
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary=b

        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.com

        Final-Recipient: rfc822; someone@example.net
        Action: failed
        Status: \(status)

        --b--

        """
    }
}
