import Convene
import ConveneTestSupport
import Foundation
import Testing

@testable import ConveneLetters

/// Mail that means harm, or that somebody's program has spoilt: it is bounded, and read as far as it
/// goes.
@Suite struct HostileMailTests {
    private func read(_ bytes: some Sequence<UInt8>, size: Int? = nil) -> IncomingMail {
        MailReader.read(RawMail(place: "1", bytes: Array(bytes), size: size))
    }

    @Test func `parts that are nested 10,000 deep are read 20 deep`() {
        var text = ""
        for depth in 0..<10_000 {
            text += "Content-Type: multipart/mixed; boundary=b\(depth)\r\n\r\n--b\(depth)\r\n"
        }

        let mail = read(text.utf8)

        #expect(mail.faults == ["Its parts are nested more than 20 deep."])
    }

    @Test func `mails within mails 10,000 deep are read 20 deep`() {
        let text = String(repeating: "Content-Type: message/rfc822\r\n\r\n", count: 10_000)

        #expect(read(text.utf8).faults == ["Its parts are nested more than 20 deep."])
    }

    @Test func `100,000 parts are read as far as 500`() {
        let text =
            "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
            + String(repeating: "--b\r\n\r\nx\r\n", count: 100_000) + "--b--\r\n"

        #expect(read(text.utf8).text == "x")
    }

    @Test func `a header of 20 MB, in one line or in many, costs no more than half a megabyte`() {
        let long = "X-Long: " + String(repeating: "a", count: 10 << 20) + "\r\n"
        let many = String(repeating: "X-Many: a\r\n", count: 1 << 20)
        let folded = "Subject: s\r\n" + String(repeating: " b\r\n", count: 1 << 18)

        for header in [long, many, folded] {
            let mail = read((header + "\r\nHello\r\n").utf8)
            #expect(mail.text.hasPrefix("Hello"))
            #expect(mail.header.utf8.count <= 8192)
            #expect(mail.subject.utf8.count <= 500)
        }
    }

    @Test func `of 50 MB of one part a quarter of a megabyte is looked at`() {
        var bytes = Array(
            "Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n".utf8)
        let line = Array((String(repeating: "QUJD", count: 19) + "\r\n").utf8)
        bytes.reserveCapacity(RawMail.limit)
        while bytes.count + line.count < RawMail.limit { bytes += line }
        let clock = ContinuousClock()

        var mail: IncomingMail?
        let time = clock.measure { mail = read(bytes, size: 80 << 20) }

        #expect(mail?.text.utf8.count == 20_000)
        #expect(mail?.faults == ["It has 80 MB, of which the first were read."])
        #expect(time < .seconds(30))
    }

    @Test(arguments: [
        "no-such-charset", "", "\"", "utf-8*'", "iso-8859-1", "utf-16", "koi8-r", "\u{0}",
    ])
    func `a wrong charset spoils no more than the letters`(charset: String) {
        let head = "Content-Type: text/plain; charset=\(charset)\r\n\r\n"

        let mail = read(Array(head.utf8) + [0x48, 0x69, 0xFF, 0xFE, 0xE9, 0xC3, 0x28, 0x80])

        #expect(!mail.text.isEmpty)
    }

    @Test(arguments: [
        ("base64", "SGVsbG8", "Hello"), ("base64", "S G V\r\ns!b*G8=", "Hello"),
        ("base64", "SGVs====bG8=", "Hello"), ("base64", "=", ""),
        ("quoted-printable", "H=65llo=", "Hello"), ("quoted-printable", "Hello=2", "Hello=2"),
        ("quoted-printable", "Hel=  \r\nlo", "Hello"), ("quoted-printable", "=GG=", "=GG"),
        ("x-uuencode", "Hello", "Hello"), ("BASE64 ", "SGVsbG8=", "Hello"),
    ])
    func `broken encodings are read as far as they go`(
        encoding: String, body: String, text: String
    ) {
        let mail = read("Content-Transfer-Encoding: \(encoding)\r\n\r\n\(body)".utf8)

        #expect(mail.text == text)
    }

    @Test(arguments: [
        "Content-Type: multipart/mixed\r\n\r\n--\r\n\r\nx\r\n----\r\n",
        "Content-Type: multipart/mixed; boundary=\"\"\r\n\r\n--\r\n\r\nx\r\n",
        "Content-Type: ;;;=;=\"\r\n\r\nx",
        "Content-Type: multipart/report; boundary=b; =;\r\n\r\n--b",
        ":\r\n:\r\n\r\nx", "\r\n", "\n\n\n", " folded\r\n first\r\n\r\nx", "From ", "From \n",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n"
            + "Content-Type: message/delivery-status\r\n\r\n\r\n\r\nAction\r\n: failed\r\nStatus: 9.9.9",
        "Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:\r\nEND:VEVENT",
        "Content-Type: text/calendar\r\n\r\nEND:VEVENT\r\nEND:VEVENT\r\nEND:X\r\nATTENDEE:\r\n;:;",
        "Date: Thu, 99 Zzz 99999999999 99:99:99 +99999999999\r\n\r\nx",
    ])
    func `what is no mail is read for what it is`(text: String) {
        let mail = read(text.utf8)

        #expect(mail.calendar.isEmpty)
        #expect(mail.notice?.recipients.contains { $0.status != nil } != true)
    }

    @Test func `10,000 mutated mails are all read, and what comes of them stays bounded`() throws {
        let chance = Convene.Chance.seeded(5322)
        let seeds = try Self.seeds()

        for round in 0..<10_000 {
            var bytes = seeds[round % seeds.count]
            Self.mutate(&bytes, chance, seeds)
            let mail = read(bytes)
            let sizes = [
                mail.sender.utf8.count <= 320, mail.senderKey.utf8.count <= 254,
                mail.subject.utf8.count <= 500, mail.header.utf8.count <= 8192,
                mail.text.utf8.count <= 20_000, mail.calendar.count <= 20,
                (mail.notice?.recipients.count ?? 0) <= 100,
                mail.identity.count <= bytes.count + 2000,
                mail.recipients.allSatisfy { $0.utf8.count <= 4000 },
            ]
            #expect(!sizes.contains(false), "round \(round)")
        }
    }

    /// The corpus of bounces, and an answer from a calendar.
    private static func seeds() throws -> [[UInt8]] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "ConveneTests/Mail/Bounces")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        let mails = try names.filter { $0.hasSuffix(".eml") }.map {
            [UInt8](try Data(contentsOf: folder.appending(path: $0)))
        }
        let answer = """
            From: a@example.org
            Content-Type: multipart/alternative; boundary=b

            --b
            Content-Type: text/calendar; method=REPLY

            BEGIN:VCALENDAR
            METHOD:REPLY
            BEGIN:VEVENT
            UID:u
            SEQUENCE:1
            DTSTAMP:20110901T090000Z
            ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@example.org
            END:VEVENT
            END:VCALENDAR
            --b--
            """
        return mails + [Array(answer.utf8)]
    }

    /// Some octets changed, taken out, doubled, or put in from another mail.
    private static func mutate(_ bytes: inout [UInt8], _ chance: Convene.Chance, _ seeds: [[UInt8]])
    {
        func below(_ limit: Int) -> Int { Int(chance.fraction() * Double(max(limit, 1))) }
        for _ in 0...below(8) where !bytes.isEmpty {
            let start = below(bytes.count)
            let end = min(bytes.count, start + below(60))
            switch below(7) {
            case 0: bytes[start] = chance.bytes(1)[0]
            case 1: bytes.removeSubrange(start..<end)
            case 2: bytes.insert(contentsOf: bytes[start..<end], at: start)
            case 3: bytes.insert(contentsOf: chance.bytes(below(30)), at: start)
            case 4:
                let other = seeds[below(seeds.count)]
                let from = below(other.count)
                bytes.insert(
                    contentsOf: other[from..<min(other.count, from + below(400))], at: start)
            case 5: bytes.removeSubrange(start...)
            default: bytes.insert(contentsOf: Array("\r\n--b\r\n".utf8), at: start)
            }
        }
    }
}
