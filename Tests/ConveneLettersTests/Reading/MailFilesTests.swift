import Convene
import ConveneTestSupport
import Foundation
import Testing

@testable import ConveneLetters

/// Mailboxes on disk.
@Suite struct MailFilesTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(
            path: "convene-\(UUID().uuidString)", directoryHint: .isDirectory)
        for name in ["new", "cur", "tmp"] {
            try FileManager.default.createDirectory(
                at: folder.appending(path: "Maildir/\(name)"), withIntermediateDirectories: true)
        }
    }

    private func write(_ text: String, to name: String) throws -> String {
        let file = folder.appending(path: name)
        try Data(text.utf8).write(to: file)
        return file.path
    }

    private func mails(_ path: String, places: Set<String> = []) async throws -> [RawMail] {
        let reading = try await MailFile.mailbox(at: path).open(
            after: MailboxMemory(places: places))
        var mails: [RawMail] = []
        while let mail = try await reading.next() { mails.append(mail) }
        return mails
    }

    private func texts(_ mails: [RawMail]) -> [String] {
        mails.map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    @Test func `a Maildir is read in its order, and stays as it is`() async throws {
        _ = try write("two", to: "Maildir/new/200.M1.host")
        _ = try write("one", to: "Maildir/cur/100.M1.host:2,S")
        _ = try write("three", to: "Maildir/new/300.M1.host")
        _ = try write("no", to: "Maildir/tmp/400.M1.host")
        _ = try write("no", to: "Maildir/new/.hidden")
        defer { try? FileManager.default.removeItem(at: folder) }
        let maildir = folder.appending(path: "Maildir").path

        let all = try await mails(maildir)
        let rest = try await mails(maildir, places: ["100.M1.host", "200.M1.host"])

        #expect(texts(all) == ["one", "two", "three"])
        #expect(all.map(\.place) == ["100.M1.host", "200.M1.host", "300.M1.host"])
        #expect(texts(rest) == ["three"])
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: maildir + "/cur")
                == ["100.M1.host:2,S"])
    }

    @Test func `an mbox is taken apart at its lines, and what was quoted is put right`()
        async throws
    {
        let path = try write(
            """
            From a@example.org Thu Sep  1 09:00:00 2011
            Subject: one

            >From here
            >>From there
            > From not

            From b@example.org Thu Sep  1 09:00:01 2011
            Subject: two

            end
            """, to: "mbox")
        defer { try? FileManager.default.removeItem(at: folder) }

        let mails = try await mails(path)

        #expect(
            texts(mails) == [
                "Subject: one\n\nFrom here\n>From there\n> From not\n\n", "Subject: two\n\nend",
            ])
    }

    @Test func `of an mbox of any size one mail at a time is held`() async throws {
        let mail = "From x Thu\nSubject: s\n\n" + String(repeating: "line of text\n", count: 3000)
        let path = try write(String(repeating: mail, count: 100), to: "mbox")
        defer { try? FileManager.default.removeItem(at: folder) }

        let mails = try await mails(path)

        #expect(mails.count == 100)
        #expect(Set(mails.map(\.bytes)).count == 1)
    }

    @Test func `a file that is no mbox is one mail`() async throws {
        let path = try write("Subject: one\n\nFrom here on\n", to: "mail.eml")
        defer { try? FileManager.default.removeItem(at: folder) }

        #expect(texts(try await mails(path)) == ["Subject: one\n\nFrom here on\n"])
    }

    @Test func `an empty file holds no mails (BNC-10)`() async throws {
        let mbox = try write("", to: "mbox")
        _ = try write("", to: "Maildir/new/100.M1.host")
        _ = try write("one", to: "Maildir/new/200.M1.host")
        defer { try? FileManager.default.removeItem(at: folder) }

        #expect(try await mails(mbox).isEmpty)
        #expect(try MailFile.mailbox(at: mbox).name.hasPrefix("mbox:"))
        #expect(texts(try await mails(folder.appending(path: "Maildir").path)) == ["one"])
    }

    @Test(arguments: ["missing", "Maildir/new"])
    func `what is no mailbox is refused in a sentence`(name: String) throws {
        defer { try? FileManager.default.removeItem(at: folder) }

        let problem = #expect(throws: Problem.self) {
            try MailFile.mailbox(at: folder.appending(path: name).path)
        }

        #expect(problem?.code == .mailboxUnreadable)
        #expect(problem?.message.hasSuffix(".") == true)
    }
}
