import Convene
import Foundation
import Testing

@testable import ConveneLetters

/// Files that go with a mail, and the headers of a stream.
@Suite struct AttachedFileTests {
    private func mail(
        _ purpose: Message.Purpose, _ files: [AttachedFile], _ offer: Unsubscription? = nil
    ) throws -> StrictMail {
        let stationery = try Sample.stationery()
        var letter = try stationery.compose(try Sample.occasion(purpose))
        letter.attachments = files
        letter.unsubscription = offer
        return try StrictMail(
            stationery.seal(
                letter, as: try Sample.message(for: letter), link: Sample.link, automatic: false,
                at: Sample.now))
    }

    @Test func `a file stands after the calendar, which stays among the alternatives (ICS-3)`()
        throws
    {
        let file = try AttachedFile(name: "programme.pdf", bytes: Array("%PDF-1.7".utf8))

        let invitation = try self.mail(.invitation, [file])
        let letter = try self.mail(.letter, [file])

        let types = invitation.body.components(separatedBy: "\r\n")
            .filter { $0.hasPrefix("Content-Type: ") }
            .map { $0.dropFirst(14).prefix { $0 != ";" } }
        #expect(
            types == [
                "multipart/alternative", "text/plain", "text/html", "text/calendar",
                "application/ics", "application/pdf",
            ])
        #expect(letter.values("Content-Type")[0].hasPrefix("multipart/mixed"))
        #expect(letter.body.contains("Content-Disposition: attachment; filename=\"programme.pdf\""))
    }

    @Test(arguments: [
        ("programme.pdf", ["filename=\"programme.pdf\""]),
        ("a \"b\".pdf", ["filename*=UTF-8''a%20%22b%22.pdf", "filename=\"a _b_.pdf\""]),
        ("план.pdf", ["filename*=UTF-8''%D0%BF%D0%BB%D0%B0%D0%BD.pdf", "filename=\"____.pdf\""]),
        ("100%.pdf", ["filename*=UTF-8''100%25.pdf", "filename=\"100_.pdf\""]),
    ])
    func `a name is written by RFC 2231, with an ASCII name beside it (MSG-8)`(
        name: String, parameters: [String]
    ) {
        #expect(FileName.parameters("filename", name) == parameters)
    }

    @Test func `a long name is parted, and no line is longer than it may be (MSG-4)`() throws {
        let name = String(repeating: "программа ", count: 9) + ".pdf"
        let file = try AttachedFile(name: name, bytes: [1])

        let mail = try self.mail(.invitation, [file])

        let lines = mail.text.components(separatedBy: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 78 })
        #expect(mail.text.contains("filename*0*=UTF-8''"))
        #expect(mail.text.contains("filename*1*="))
    }

    @Test func `random names gain no header and no part (MSG-5)`() throws {
        var chance = SystemRandomNumberGenerator()
        let plain = try self.mail(.letter, [try AttachedFile(name: "a.pdf", bytes: [1])])
        for _ in 1...300 {
            let scalars = (0..<Int.random(in: 1...60, using: &chance)).compactMap { _ in
                Unicode.Scalar(UInt32.random(in: 1...0x2FFF, using: &chance))
            }
            let name = "x" + String(String.UnicodeScalarView(scalars))
            guard let file = try? AttachedFile(name: name, bytes: [1]) else { continue }

            let mail = try self.mail(.letter, [file])

            #expect(mail.fields.count == plain.fields.count)
            let parts = mail.body.ranges(of: "\r\nContent-Type: ").count
            #expect(parts == plain.body.ranges(of: "\r\nContent-Type: ").count)
        }
    }

    @Test
    func `a stream's mail says how to leave it, in one click and by mail (UNS-1, UNS-5, UNS-8)`()
        throws
    {
        let address = try EmailAddress("answers+itoken@example.org")
        let page = "https://convene.example.org/unsubscribe/itoken"

        let mail = try self.mail(
            .invitation, [], Unsubscription(stream: .invitations, page: page, address: address))
        let letter = try self.mail(
            .letter, [], Unsubscription(stream: .letters, page: page, address: address))

        #expect(
            mail.values("List-Unsubscribe") == [
                "<\(page)>, <mailto:answers+itoken@example.org>"
            ])
        #expect(mail.values("List-Unsubscribe-Post") == ["List-Unsubscribe=One-Click"])
        #expect(mail.values("List-Id") == ["<invitations.example.org>"])
        #expect(letter.values("List-Id") == ["<letters.example.org>"])
    }

    @Test func `without a page of https there is no one click (UNS-1)`() throws {
        let mail = try self.mail(
            .letter, [],
            Unsubscription(
                stream: .letters, address: try EmailAddress("answers@example.org"),
                subject: "unsubscribe ltoken"))

        #expect(
            mail.values("List-Unsubscribe") == [
                "<mailto:answers@example.org?subject=unsubscribe%20ltoken>"
            ])
        #expect(mail.values("List-Unsubscribe-Post").isEmpty)
    }

    @Test func `what is of no stream has no list header (UNS-7)`() throws {
        let mail = try self.mail(.confirmation, [])

        #expect(!mail.fields.contains { $0.name.hasPrefix("List-") })
        #expect(!mail.fields.contains { $0.name == "Precedence" })
    }

    @Test func `each part has its type and encoding, and the boundary stands in none (MSG-9)`()
        throws
    {
        let file = try AttachedFile(name: "a.bin", bytes: Array("--=_convene_1_".utf8))

        let mail = try self.mail(.invitation, [file])

        for level in 1...2 {
            let boundary = try #require(
                mail.text.firstMatch(
                    of: try Regex(
                        "boundary=\"(=_convene_\(level)_[0-9a-f]+)\"",
                        as: (Substring, Substring).self))
            )
            .output.1
            #expect(boundary.utf8.count <= 70)
            let parts = mail.text.components(separatedBy: "\r\n--\(boundary)")
            #expect(parts.count == (5))
            for part in parts.dropFirst().dropLast() {
                #expect(part.hasPrefix("\r\nContent-Type: "))
                #expect(part.contains("\r\nContent-Transfer-Encoding: "))
            }
        }
    }

    @Test(arguments: Message.Purpose.allCases)
    func `nobody is watched: no pixel, no foreign link, no Precedence (MSG-16, ICS-17)`(
        purpose: Message.Purpose
    ) throws {
        var occasion = try Sample.occasion(purpose)
        occasion.certificate = Certificate(
            registration: Registration.ID(1), number: "0000-0000-0000-0000", madeAt: Sample.now)
        let letter = try Sample.stationery().compose(occasion)

        #expect(!letter.html.contains("<img") && !letter.html.contains("url("))
        for link in letter.html.ranges(of: "href=\"") {
            #expect(letter.html[link.upperBound...].hasPrefix(Letter.linkMark))
        }
        if purpose == .invitation {
            // Date, place and our own link stand in the mail itself: Google shows no buttons to
            // whoever does not know the sender.
            #expect(letter.plain.contains("Kyiv") && letter.plain.contains("October 2011"))
            #expect(letter.plain.contains(Letter.linkMark))
        }
        #expect(try self.mail(purpose, []).values("Precedence").isEmpty)
    }
}
