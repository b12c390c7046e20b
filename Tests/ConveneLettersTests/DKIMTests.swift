import Convene
import Foundation
import Testing

@testable import ConveneLetters

/// Signatures, verified by an implementation that is not ours (DKM-4).
@Suite struct DKIMTests {
    /// A key of its own for each run, made by OpenSSL.
    private final class Key {
        let path: String

        init(bits: Int = 2048) throws {
            path =
                FileManager.default.temporaryDirectory
                .appending(path: "dkim-\(UUID().uuidString).pem").path
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/env")
            process.arguments = ["openssl", "genrsa", "-out", path, "\(bits)"]
            process.standardError = FileHandle.nullDevice
            process.standardOutput = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        func seal(domain: String = "example.org") throws -> DKIMSeal {
            try DKIMSeal(
                domain: domain, selector: "test", keyFile: path,
                sender: try EmailAddress("office@example.org"))
        }
    }

    @Test
    func `every mail's signature is good, and breaks when anything that counts is changed (DKM-4)`()
        throws
    {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "signed-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let key = try Key()
        let seal = try key.seal()
        try Data(seal.record.utf8).write(to: folder.appending(path: "record.txt"))
        let mails = try self.mails()
        for (name, mail) in mails {
            try Data(seal.signed(mail, at: Sample.now)).write(
                to: folder.appending(path: name + ".eml"))
        }

        let (status, output) = try Python.run(["verify_dkim.py", folder.path], needing: "dkim")

        #expect(status == 0, "\(output)")
        #expect(output.hasPrefix("\(mails.count) signatures, 0 wrong"), "\(output)")
    }

    /// Each purpose as it is composed, and what is hard about the canonical forms (DKM-4).
    private func mails() throws -> [(String, [UInt8])] {
        let stationery = try Sample.stationery()
        var mails: [(String, [UInt8])] = []
        for purpose in Message.Purpose.allCases {
            var occasion = try Sample.occasion(purpose, in: [.russian])
            occasion.event.title = "Роль музеев " + String(repeating: "и ещё раз ", count: 30)
            var letter = try stationery.compose(occasion)
            letter.unsubscription = Unsubscription(
                stream: .letters, page: "https://convene.example.org/unsubscribe/abc",
                address: try EmailAddress("answers+abc@example.org"))
            letter.attachments = [
                try AttachedFile(name: "Программа семинара.pdf", bytes: Array(0...255))
            ]
            mails.append(
                (
                    purpose.rawValue,
                    try stationery.seal(
                        letter, as: try Sample.message(for: letter), link: Sample.link,
                        automatic: true, at: Sample.now)
                ))
        }
        let header = "From: office@example.org\r\nTo: a@example.org\r\nSubject: a  b\t c\r\n"
        let bodies = [
            "empty": "", "blank": "\r\n", "blanks": "\r\n\r\n\r\n", "spaces": "  \t \r\n \r\n",
            "trailing": "text \t \r\n\r\n\r\n", "inner": "a   b\t\tc\r\n  d\r\n\r\ne\r\n",
            "unended": "no line end", "dots": ".\r\n..\r\n.x\r\n",
        ]
        for (name, body) in bodies {
            mails.append((name, Array((header + "\r\n" + body).utf8)))
        }
        let folded =
            "From: Office\r\n <office@example.org>\r\nTO:a@example.org\r\nSubject: a\r\n\tb \r\n"
        mails.append(("folded", Array((folded + "\r\ntext\r\n").utf8)))
        return mails
    }

    @Test func `the same mail is always signed the same (BOX-5)`() throws {
        let key = try Key()
        let mail = Array("From: office@example.org\r\n\r\ntext\r\n".utf8)

        let signed = try [key.seal(), key.seal()].map { try $0.signed(mail, at: Sample.now) }

        #expect(signed[0] == signed[1])
        #expect(signed[0].suffix(mail.count) == mail[...])
        let lines = String(decoding: signed[0], as: UTF8.self).components(separatedBy: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 78 })
    }

    @Test func `the fields that matter are signed, From once more than it stands there (DKM-2)`()
        throws
    {
        let mail = Array(
            try Sample.stationery().mail(try Sample.occasion(), automatic: true).text.utf8)
        let signed = try Key().seal().signed(mail, at: Sample.now)

        let text = String(decoding: signed.dropLast(mail.count), as: UTF8.self)
            .replacing("\r\n", with: "")
        let tags = Dictionary(
            text.dropFirst("DKIM-Signature:".count).split(separator: ";").map { tag in
                let parts = tag.split(separator: "=", maxSplits: 1)
                return (
                    parts[0].trimmingCharacters(in: .whitespaces),
                    String(parts[1]).replacing(" ", with: "")
                )
            }, uniquingKeysWith: { $1 })
        let names = tags["h"]?.split(separator: ":").map(String.init) ?? []
        #expect(tags["a"] == "rsa-sha256")
        #expect(tags["c"] == "relaxed/relaxed")
        #expect(tags["l"] == nil)
        #expect(names.count { $0 == "from" } == 2)
        #expect(
            Set(names).isSuperset(of: [
                "to", "subject", "date", "message-id", "reply-to", "mime-version", "content-type",
                "auto-submitted",
            ]))
        #expect(!names.contains("return-path") && !names.contains("received"))
    }

    @Test func `what unsubscribes is signed (UNS-4, DKM-2)`() throws {
        let mail =
            "From: office@example.org\r\nList-Unsubscribe: <https://example.org/u>\r\n"
            + "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\nList-Id: <a.example.org>\r\n"

        let signed = try Key().seal().signed(Array((mail + "\r\n").utf8), at: Sample.now)

        let text = String(decoding: signed, as: UTF8.self).replacing("\r\n  ", with: "")
        #expect(
            text.contains("h=from:list-id:list-unsubscribe:list-unsubscribe-post:from;"))
    }

    @Test func `a key that is missing, broken or too short is refused (DKM-5)`() async throws {
        let missing = "no-such-key.pem"
        let broken = FileManager.default.temporaryDirectory
            .appending(path: "broken-\(UUID().uuidString).pem").path
        try Data("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n".utf8)
            .write(to: URL(filePath: broken))
        defer { try? FileManager.default.removeItem(atPath: broken) }
        let short = try Key(bits: 768)

        for path in [missing, broken, short.path] {
            #expect(throws: Problem.self) {
                try DKIMSeal(
                    domain: "example.org", selector: "test", keyFile: path,
                    sender: try EmailAddress("office@example.org"))
            }
        }
    }

    @Test(arguments: [1024, 2047])
    func `a key of less than 2048 bits is refused, and the sentence says how to make one (DKM-1)`(
        bits: Int
    ) throws {
        let key = try Key(bits: bits)

        let problem = #expect(throws: Problem.self) { try key.seal() }

        #expect(problem?.code == .settingInvalid)
        #expect(problem?.message.contains("has \(bits) bits, and 2048 are needed") == true)
        #expect(problem?.message.contains("openssl genrsa -out") == true)
    }

    @Test func `the domain is the sender's, or the one above it (DKM-3)`() throws {
        let key = try Key()

        for (domain, from) in [
            ("example.org", "a@example.org"), ("example.org", "a@mail.example.org"),
        ] {
            _ = try DKIMSeal(
                domain: domain, selector: "test", keyFile: key.path,
                sender: try EmailAddress(from))
        }

        for (domain, from) in [("example.net", "a@example.org"), ("ample.org", "a@example.org")] {
            #expect(throws: Problem.self) {
                try DKIMSeal(
                    domain: domain, selector: "test", keyFile: key.path,
                    sender: try EmailAddress(from))
            }
        }
    }
}
