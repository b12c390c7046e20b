import Convene
import Foundation
import Testing

@testable import ConveneLetters

@Suite struct SealedMailTests {
    @Test func `the header has each field once and in its order (MSG-1)`() throws {
        let byHand = try Sample.stationery().mail(Sample.occasion())
        let byRule = try Sample.stationery().mail(Sample.occasion(), automatic: true)

        let order = [
            "From", "Reply-To", "To", "Subject", "Date", "Message-ID", "MIME-Version",
            "Auto-Submitted", "X-Auto-Response-Suppress", "Content-Language", "Content-Type",
            "Content-Transfer-Encoding",
        ]
        #expect(byRule.fields.map(\.name) == order)
        #expect(byRule.values("Auto-Submitted") == ["auto-generated"], "MSG-15")
        #expect(
            byHand.fields.map(\.name)
                == order.filter { $0 != "Auto-Submitted" && !$0.hasPrefix("X-") })
        #expect(byHand.values("Date") == ["Thu, 1 Sep 2011 09:00:00 +0000"], "MSG-2")
        #expect(byHand.values("From") == ["Regional Office for Culture <office@example.org>"])
        #expect(byHand.values("Reply-To") == ["answers@example.org"], "MSG-17")
        #expect(byHand.values("Message-ID") == ["<0b1c6a0e-5f0a@example.org>"], "MSG-3")
        #expect(byHand.values("Content-Language") == ["en"], "MSG-14")
    }

    @Test func `a contact signs by way of the office, and gets the replies (MSG-17)`() throws {
        var occasion = try Sample.occasion()
        occasion.event.contact = try Contact("Olena Example <olena@example.net>")
        occasion.answers = try EmailAddress("answers+a1@example.org")

        let mail = try Sample.stationery().mail(occasion)

        #expect(
            mail.values("From")
                == ["\"Olena Example (via Regional Office for Culture)\" <office@example.org>"])
        #expect(mail.values("Reply-To") == ["Olena Example <olena@example.net>"])
        let letter = try Sample.stationery().compose(occasion)
        #expect(letter.plain.contains("write to olena@example.net."))
        let calendar = try #require(letter.calendar?.text)
        #expect(calendar.contains("ORGANIZER;CN=Regional Office for Culture:mailto:answers+a1@"))
    }

    @Test func `the same message is the same bytes (BOX-5)`() throws {
        let stationery = try Sample.stationery()
        let letter = try stationery.compose(Sample.occasion())
        let message = try Sample.message(for: letter)

        let mails = try (0..<2).map { _ in
            try Sample.stationery().seal(
                letter, as: message, link: Sample.link, automatic: true, at: Sample.now)
        }

        #expect(mails[0] == mails[1])
    }

    @Test func `the calendar is the last alternative in the first child (ICS-1, ICS-2)`() throws {
        let mail = try Sample.stationery().mail(Sample.occasion())

        let types = mail.text.components(separatedBy: "\r\nContent-Type: ").dropFirst().map {
            $0.components(separatedBy: "\r\n")[0]
        }

        #expect(types.count == 6)
        #expect(types[0].hasPrefix("multipart/mixed;"))
        #expect(types[1].hasPrefix("multipart/alternative;"))
        #expect(
            types[2...] == [
                "text/plain; charset=utf-8", "text/html; charset=utf-8",
                "text/calendar; charset=utf-8; method=REQUEST",
                "application/ics; name=\"invite.ics\"",
            ])
        #expect(mail.text.components(separatedBy: "Content-Disposition").count == 2)
    }

    @Test func `without a calendar the two texts are the whole mail`() throws {
        let mail = try Sample.stationery().mail(Sample.occasion(.thanks))

        #expect(mail.values("Content-Type")[0].hasPrefix("multipart/alternative;"))
        #expect(!mail.text.contains("text/calendar") && !mail.text.contains("invite.ics"))
    }

    @Test func `the link stands in every part and its place in none`() throws {
        let stationery = try Sample.stationery()
        let letter = try stationery.compose(Sample.occasion())

        for text in [letter.plain, letter.html, try #require(letter.calendar).text] {
            let sealed = String(
                decoding: try MailText.bytes(Array(text.utf8), link: Sample.link), as: UTF8.self)

            #expect(text.contains(Letter.linkMark) && !text.contains(Sample.link))
            #expect(sealed.contains(Sample.link) && !sealed.contains(Letter.linkMark))
        }
    }

    @Test(
        arguments: [
            (nil, .linkMissing), ("javascript:alert(1)", .linkUnusable),
            ("https://example.org/\r\nBcc: x", .linkUnusable),
            ("https://example.org/\"><b>", .linkUnusable),
            ("https://example.org/" + String(repeating: "a", count: 2000), .linkUnusable),
        ] as [(String?, LetterFault)])
    func `a letter does not leave without a fit link (LNK-3)`(
        link: String?, fault: LetterFault
    ) throws {
        let stationery = try Sample.stationery()
        let letter = try stationery.compose(Sample.occasion())
        let message = try Sample.message(for: letter)

        #expect(throws: fault) {
            try stationery.seal(letter, as: message, link: link, automatic: false, at: Sample.now)
        }
    }

    @Test(arguments: ["", "a@b>\r\nBcc: x@example.org", "a b@example.org", "no-at", "@x", "ы@x"])
    func `a Message-ID that is none does not leave (MSG-5)`(headerID: String) throws {
        let stationery = try Sample.stationery()
        let letter = try stationery.compose(Sample.occasion(.thanks))
        let message = try Sample.message(for: letter, headerID: headerID)

        #expect(throws: LetterFault.headerUnusable("Message-ID")) {
            try stationery.seal(letter, as: message, link: nil, automatic: false, at: Sample.now)
        }
    }

    @Test(arguments: [
        ("Office", "Office <office@example.org>"),
        ("O'Neill & Sons", "O'Neill & Sons <office@example.org>"),
        ("Seitova, Aigul", "\"Seitova, Aigul\" <office@example.org>"),
        ("evil@example.net", "\"evil@example.net\" <office@example.org>"),
        ("a \"b\" \\c", "\"a \\\"b\\\" \\\\c\" <office@example.org>"),
        ("=?utf-8?Q?x?=", "=?utf-8?B?PT91dGYtOD9RP3g/PQ==?= <office@example.org>"),
        ("", "office@example.org"), ("\r\n", "office@example.org"),
    ])
    func `display names are atoms, quoted or encoded (MSG-6, MSG-7)`(
        name: String, value: String
    ) throws {
        let field = try HeaderField(
            "From", display: name, address: try EmailAddress("office@example.org"))

        #expect(field.text == "From: \(value)\r\n")
    }

    @Test(arguments: [
        ("a=b", "a=3Db"), ("é", "=C3=A9"), ("x \r\ny\t\r\n", "x=20\r\ny=09\r\n"),
        (String(repeating: "a", count: 80), String(repeating: "a", count: 75) + "=\r\naaaaa"),
        (
            String(repeating: "a", count: 74) + "é",
            String(repeating: "a", count: 74) + "=\r\n=C3=A9"
        ),
        ("\rx", "=0Dx"),
    ])
    func `quoted-printable is as RFC 2045 wants it (MSG-10)`(text: String, encoded: String) throws {
        let bytes = QuotedPrintable.encoded(Array(text.utf8))

        #expect(String(decoding: bytes, as: UTF8.self) == encoded)
    }

    @Test(arguments: [
        ("Hello", "quoted-printable"), ("Здравствуйте", "base64"), ("", "quoted-printable"),
    ])
    func `the shorter encoding is taken (MSG-10)`(text: String, encoding: String) throws {
        let part = try MIMEPart.text(["plain"], EncodedText([EncodedLines(Array(text.utf8))]))

        #expect(part.fields.map(\.words).last == [encoding])
    }

    @Test(arguments: 0..<200)
    func `the length of base64 is known before it is made`(count: Int) {
        let bytes = [UInt8](repeating: 65, count: count)

        #expect(Base64Lines.encoded(bytes).count == Base64Lines.length(of: count))
    }
}
