import Convene
import ConveneTestSupport
import Foundation
import Testing

@testable import ConveneLetters

@Suite struct MailReaderTests {
    private func read(_ text: String) -> IncomingMail {
        MailReader.read(
            RawMail(place: "1", bytes: Array(text.replacing("\n", with: "\r\n").utf8)))
    }

    @Test func `sender, subject, date and words are read, whatever their encoding`() {
        let mail = read(
            """
            From: =?koi8-r?Q?=E1=CA=C7=D5=CC=D8?= <Aigul@Example.ORG>
            Subject: =?utf-8?B?0JTQsA==?= =?utf-8?Q?,_=D1=8F?=
             =?windows-1251?Q?_=EF=F0=E8=E4=F3?=
            Date: Thu, 1 Sep 2011 12:00:00 +0300 (EEST)
            Content-Type: text/plain; charset="windows-1251"
            Content-Transfer-Encoding: quoted-printable

            =C4=EE=E1=F0=FB=E9 =
            =E4=E5=ED=FC

            """)

        #expect(mail.sender == "Айгуль <Aigul@Example.ORG>")
        #expect(mail.senderKey == "aigul@example.org")
        #expect(mail.subject == "Да, я приду")
        #expect(mail.date == Date(timeIntervalSince1970: 1_314_867_600))
        #expect(mail.text == "Добрый день")
    }

    @Test(arguments: [
        ("1 Sep 2011 09:00 GMT", 1_314_867_600), ("Thu, 01 Sep 11 05:00:00 EDT", 1_314_867_600),
        ("Thu,1 Sep 2011 09:00:00 -0000", 1_314_867_600),
        ("Thu, 1 September 2011 14:30:00 +0530", 1_314_867_600),
    ])
    func `dates are read as they are written, old forms too`(text: String, seconds: Double) {
        #expect(MailDate.reading(text)?.timeIntervalSince1970 == seconds)
    }

    @Test(arguments: [
        "", "yesterday", "31 Feb 2011 09:00", "1 Sep 2011", "1 Sep 2011 25:00:00",
        "99999999999999999999 Sep 2011 09:00", "1 Sep 2011 :::", "Sep Sep Sep Sep Sep",
    ])
    func `what is no date is none`(text: String) {
        #expect(MailDate.reading(text) == nil)
    }

    @Test(arguments: [
        ("=?utf-8?B?broken", "=?utf-8?B?broken"), ("=?utf-8?X?aa?=", "=?utf-8?X?aa?="),
        ("=?nonsense?Q?=E9t=E9?=", "été"), ("=?utf-8?Q?=?=", ""), ("=?=?=?=", "=?=?=?="),
        ("a =?utf-8?Q?b?= c", "a b c"), ("=?us-ascii*en?Q?x_y?=", "x y"),
        ("=?utf-8?B?4pi6", "=?utf-8?B?4pi6"), ("=?gb2312?B?xOO6ww==?=", "你好"),
    ])
    func `encoded words are undone, and what is broken stays (RFC 2047)`(
        text: String, plain: String
    ) {
        #expect(EncodedWord.decoded(text) == plain)
    }

    @Test(arguments: ["Delivered-To", "X-Original-To", "Envelope-To", "Cc", "X-Forwarded-To"])
    func `a recipient is found in whatever field a server writes it`(field: String) {
        let mail = read("\(field): <bounces+tag@example.org>\n\nx\n")

        #expect(mail.recipients == ["<bounces+tag@example.org>"])
    }

    @Test func `the recipient in a trace of the way is found as well`() {
        let mail = read(
            """
            Received: from a by b with ESMTP id 1
            \tfor <bounces+tag@example.org>; Thu, 1 Sep 2011 09:00:00 +0000

            x
            """)

        #expect(mail.recipients == ["<bounces+tag@example.org>"])
    }

    @Test(arguments: [
        ("Auto-Submitted: auto-replied", true), ("Auto-Submitted: auto-generated (rejected)", true),
        ("Auto-Submitted: no", false), ("Auto-Submitted: No", false), ("Precedence: bulk", true),
        ("X-Autoreply: yes", true), ("List-Id: <a.example.org>", true),
        ("Precedence: normal", false),
        ("X-Mailer: auto", false),
    ])
    func `what a program has sent is told by its header (MSG-15, BNC-8)`(
        field: String, isAutomatic: Bool
    ) {
        #expect(
            read("From: a@example.org\n\(field)\n\nx\n").traits.contains(.automatic) == isAutomatic)
    }

    @Test func `a calendar's answer is read with its folds, quotes and escapes`() {
        let mail = read(
            """
            Content-Type: multipart/mixed; boundary="b 1"

            --b 1
            Content-Type: text/plain

            Yes.
            --b 1
            Content-Type: text/calendar; method=REPLY; charset="utf-8"; name=reply.ics
            Content-Transfer-Encoding: base64

            \(Data(Self.reply.utf8).base64EncodedString())
            --b 1
            Content-Type: application/ics; name="reply.ics"

            \(Self.reply)
            --b 1--

            """)

        #expect(
            mail.calendar == [
                CalendarReply(
                    method: "REPLY", uid: "u1", sequence: 2,
                    stamp: Date(timeIntervalSince1970: 1_314_867_600),
                    attendees: [.init(address: "ada+x@example.org", status: "ACCEPTED")],
                    comment: "Yes; and\nthanks, all")
            ])
    }

    private static let reply = [
        "BEGIN:VCALENDAR", "METHOD:REPLY", "BEGIN:VTIMEZONE", "TZID:X", "UID:not-this",
        "END:VTIMEZONE", "BEGIN:VEVENT", "UID:u1", "SEQUENCE:2", "DTSTAMP:20110901T090000Z",
        "ATTENDEE;PARTSTAT=ACCEPTED;CN=\"A: B; C\";X-Y=1:MAIL", " TO:Ada%2Bx@Example.org",
        "COMMENT:Yes\\; and\\nthanks\\, all", "BEGIN:VALARM", "UID:nor-this", "END:VALARM",
        "END:VEVENT", "END:VCALENDAR", "",
    ].joined(separator: "\r\n")

    @Test func `a calendar entry in a mail that came back is no answer`() {
        let mail = read(
            """
            Content-Type: message/rfc822

            Content-Type: text/calendar

            \(Self.reply.replacing("\r", with: ""))
            """)

        #expect(mail.calendar.isEmpty)
    }

    @Test func `the same mail has the same identity whatever its way`() {
        let mail = "From: a@example.org\nMessage-ID: <1@example.org>\n\nHello\nthere\n"

        let identities = [
            mail, "Received: by b\n" + mail, mail + "\n\n", "X-Status: RO\n" + mail,
            "From - Thu Sep  1 09:00:00 2011\n" + mail,
        ].map { read($0).identity }

        #expect(Set(identities).count == 1)
        #expect(read(mail + "!").identity != identities[0])
        #expect(
            MailReader.read(RawMail(place: "1", bytes: Array(mail.utf8))).identity
                == identities[0])
    }
}
