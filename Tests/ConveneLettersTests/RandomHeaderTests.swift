import Convene
import Foundation
import Testing

@testable import ConveneLetters

/// Names and subjects of everything that headers are spoilt by.
@Suite struct RandomHeaderTests {
    /// One header, and what a reader is to find in it.
    private struct Sealed: Encodable {
        let header: String
        let names: [String]
        let name: String
        let subject: String
    }

    @Test func `whatever names and subjects hold, the header stays the same (MSG-5, MSG-18)`()
        throws
    {
        var chance = Chance(seed: 18)
        let letter = Letter(language: .english, subject: "", plain: "text", html: "<p>text</p>")
        let message = try Sample.message(for: letter)
        var all: [Sealed] = []
        for _ in 0..<10_000 {
            let (subject, name) = (chance.text(), chance.text())
            let stationery = try MustacheStationery(letterhead: try Sample.letterhead(name: name))
            var letter = letter
            letter.subject = subject

            let mail = try StrictMail(
                stationery.seal(letter, as: message, link: nil, automatic: true, at: Sample.now))

            #expect(mail.fields.map(\.name) == Self.names)
            #expect(
                mail.values("From")[0].hasSuffix("<office@example.org>")
                    || mail.values("From")[0] == "office@example.org")
            #expect(mail.values("Subject").map(\.decodedWords) == [subject.onOneLine])
            #expect(mail.text.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 78 })
            all.append(
                Sealed(
                    header: mail.text.components(separatedBy: "\r\n\r\n")[0] + "\r\n\r\n",
                    names: Self.names, name: name.onOneLine, subject: subject.onOneLine))
        }
        try expectThatPythonReads(all)
    }

    private static let names = [
        "From", "Reply-To", "To", "Subject", "Date", "Message-ID", "MIME-Version",
        "Auto-Submitted", "X-Auto-Response-Suppress", "Content-Language", "Content-Type",
        "Content-Transfer-Encoding",
    ]

    /// All of them in one process: to start one takes longer than to read a hundred headers.
    private func expectThatPythonReads(_ all: [Sealed]) throws {
        let file = FileManager.default.temporaryDirectory
            .appending(path: "headers-\(UUID().uuidString).json")
        try JSONEncoder().encode(all).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }

        let (status, output) = try Python.run(["parse_back.py", file.path], needing: "icalendar")

        #expect(status == 0, "\(output.prefix(2000))")
        #expect(output.hasPrefix("\(all.count) headers read, 0 differences"))
    }

    @Test func `no encoded-word cuts a character or is longer than 75 (MSG-6)`() {
        var chance = Chance(seed: 6)
        for _ in 0..<1_000 {
            let text = chance.text()

            let words = EncodedWord.words(text, first: 67)

            #expect(words.allSatisfy { $0.utf8.count <= 75 })
            #expect((words.first?.utf8.count ?? 0) <= 67)
            #expect(words.joined(separator: " ").decodedWords == text)
        }
    }
}

extension Chance {
    /// Up to 200 characters that names and subjects are spoilt by.
    fileprivate mutating func text() -> String {
        let palette: [Unicode.Scalar] = [
            "a", "B", " ", " ", "é", "Ж", "中", "😀", "\r", "\n", "\t", "\0", "\u{7F}", "\u{85}",
            "\u{2028}", "\"", "\\", "<", ">", "@", ",", ";", ":", "(", ")", "=", "?", "_",
            "\u{301}",
            "\u{202E}", "ש", "\u{A0}",
        ]
        let length = Int.random(in: 0...200, using: &self)
        // Now and then all ASCII, which takes the other way through the encoder.
        let choice = Bool.random(using: &self) ? palette : palette.filter(\.isASCII)
        var text = String.UnicodeScalarView()
        for _ in 0..<length {
            text.append(choice[Int.random(in: 0..<choice.count, using: &self)])
        }
        return String(text)
    }
}

extension String {
    /// A header's value with its encoded-words of base64 decoded, as RFC 2047 §6.2 says.
    fileprivate var decodedWords: String {
        var bytes: [UInt8] = []
        var afterWord = true
        for word in split(separator: " ", omittingEmptySubsequences: true) {
            let isWord = word.hasPrefix("=?utf-8?B?") && word.hasSuffix("?=")
            if !bytes.isEmpty, !(afterWord && isWord) { bytes.append(32) }
            bytes +=
                isWord
                ? Data(base64Encoded: String(word.dropFirst(10).dropLast(2))).map(Array.init) ?? []
                : Array(word.utf8)
            afterWord = isWord
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
