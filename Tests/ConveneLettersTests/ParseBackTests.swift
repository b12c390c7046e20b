import Convene
import ConveneLetters
import Foundation
import Testing

/// Every kind of mail, read back by Python's `email` and `icalendar` (MSG-18).
@Suite struct ParseBackTests {
    @Test func `parsers that are not ours read every mail as it was meant`() throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "mails-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for purpose in Message.Purpose.allCases {
            for language in Language.complete {
                let name = "\(purpose.rawValue)-\(language.code)"
                try write(try Sample.occasion(purpose, in: [language]), name, into: folder)
                try write(try hostile(purpose, in: language), name + "-hostile", into: folder)
            }
        }

        let (status, output) = try Python.run(["parse_back.py", folder.path], needing: "icalendar")

        #expect(status == 0, "\(output)")
        #expect(output.hasPrefix("54 mails read, 0 differences"), "\(output)")
    }

    /// Texts of many scripts and with all that has a meaning somewhere.
    private func hostile(_ purpose: Message.Purpose, in language: Language) throws -> Occasion {
        var occasion = try Sample.occasion(purpose, in: [language])
        occasion.event.title =
            "«Музей; Tourism, \\n» \"quoted\" <b>&amp;</b> متحف 博物館 😀 "
            + String(repeating: "long title ", count: 12)
        occasion.event.venue = "Hall “A”; 2nd floor, left\\right"
        occasion.event.dates = try Sample.days("2011-10-30", "2011-10-30")
        occasion.sessions = [try Sample.session(1, "2011-10-30", "09:30", "17:00")]
        occasion.person.name = try PersonName(given: "Ōno; \"A\"", family: "O‘rinova, B:C")
        occasion.person.otherName = nil
        occasion.person.gender = .undisclosed
        occasion.note = ".\n..\nFrom here =20 on\n<script>"
        occasion.address = try EmailAddress("o'rinova+x=1@example.org")
        return occasion
    }

    private func write(_ occasion: Occasion, _ name: String, into folder: URL) throws {
        let stationery = try MustacheStationery(
            letterhead: try Sample.letterhead(name: "Bureau régional, “Культура”"))
        var letter = try stationery.compose(occasion)
        if name.hasSuffix("hostile") {
            letter.attachments = try [
                "Программа; семинара, 100%.pdf", "a'b\u{1F600}.pdf",
                String(repeating: "long name ", count: 12) + "é.pdf", "plain.pdf",
            ].map { try AttachedFile(name: $0, bytes: Array(0...255)) }
        }
        letter.unsubscription = occasion.purpose.stream.map { stream in
            Unsubscription(
                stream: stream, page: "https://convene.example.org/unsubscribe/token",
                address: EmailAddress(stored: "answers+token@example.org"))
        }
        let message = try Sample.message(for: letter, to: occasion.address.text)
        let mail = try stationery.seal(
            letter, as: message, link: Sample.link, automatic: true, at: Sample.now)
        try Data(mail).write(to: folder.appending(path: name + ".eml"))
        let expected = ExpectedMail(letter, message, occasion)
        try JSONEncoder().encode(expected).write(to: folder.appending(path: name + ".json"))
    }
}
