import Convene
import Foundation
import Glibc
import Testing

@testable import ConveneCurl

@Suite final class DirectoryMailerTests {
    private let folder = FileManager.default.temporaryDirectory
        .appending(path: "convene-\(UUID().uuidString)")

    deinit { try? FileManager.default.removeItem(at: folder) }

    @Test func `a mail becomes a file with exactly its bytes`() async throws {
        let path = folder.appending(path: "out/mail").path
        let mailer = try DirectoryMailer("file:\(path)/")
        let parcel = try Parcel.sample(name: "12.3-a", bytes: .lines(count: 100_000))

        let delivery = await mailer.deliver(parcel)

        #expect(
            delivery
                == Delivery(outcome: .sent, code: 250, reply: "written to \(path)/12.3-a.eml"))
        #expect(try contents(of: "out/mail/12.3-a.eml") == parcel.bytes)
        #expect(try files(in: "out/mail") == ["12.3-a.eml"])
    }

    @Test func `a repeat is the same mail and replaces its file`() async throws {
        let mailer = try DirectoryMailer("file:\(folder.path)")
        _ = await mailer.deliver(try .sample(bytes: .lines(count: 5000))) {}

        let delivery = await mailer.deliver(try .sample(bytes: .lines(count: 50))) {}

        #expect(delivery.outcome == .sent)
        #expect(try contents(of: "7.1.eml") == .lines(count: 50))
        #expect(try files(in: "") == ["7.1.eml"])
    }

    @Test func `mails side by side do not disturb each other`() async throws {
        let mailer = try DirectoryMailer("file://\(folder.path)")
        let parcels = try (1...50).map { try Parcel.sample(name: "\($0)") }

        await withTaskGroup { group in
            for parcel in parcels { group.addTask { _ = await mailer.deliver(parcel) } }
        }

        #expect(try files(in: "").count == 50)
    }

    @Test func `a mail that the caller holds back is not written (BOX-4)`() async throws {
        let mailer = try DirectoryMailer("file:\(folder.path)")

        let delivery = await mailer.deliver(try .sample()) {
            throw Problem(.registerBusy, "The register is in use.")
        }

        #expect(delivery.outcome == .notStarted)
        #expect(!FileManager.default.fileExists(atPath: folder.path))
    }

    @Test func `a folder that can't be written to is said in a sentence`() async throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: "file").path
        try Data().write(to: URL(filePath: file))
        let mailer = try DirectoryMailer("file:\(file)/mail")

        let delivery = await mailer.deliver(try .sample()) {}

        #expect(delivery.outcome == .unreachable)
        #expect(
            delivery.reply
                == "Mail can't be written to the folder \(file)/mail: Not a directory.")
    }

    @Test func `a place that is taken leaves no unfinished file behind`() async throws {
        let taken = folder.appending(path: "7.1.eml")
        try FileManager.default.createDirectory(at: taken, withIntermediateDirectories: true)
        let mailer = try DirectoryMailer("file:\(folder.path)")

        let delivery = await mailer.deliver(try .sample()) {}

        #expect(delivery.outcome == .unreachable)
        #expect(try files(in: "") == ["7.1.eml"])
    }

    @Test func `a full disk is noticed`() throws {
        let full = open("/dev/full", O_WRONLY)
        try #require(full >= 0)
        defer { close(full) }

        let failure = #expect(throws: SpoolFile.Failure.self) {
            try SpoolFile.fill(full, with: Array("mail\r\n".utf8))
        }

        #expect(failure?.words == "No space left on device")
    }

    @Test(arguments: ["", ".", "..", ".hidden", "../out", "a/b", "a\0b", "a b", "é"])
    func `a name that is no file name is refused`(_ name: String) async throws {
        let mailer = try DirectoryMailer("file:\(folder.path)")

        let delivery = await mailer.deliver(try .sample(name: name)) {}

        #expect(delivery.outcome == .failed)
        #expect(!FileManager.default.fileExists(atPath: folder.path))
    }

    private func contents(of path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: path)))
    }

    private func files(in path: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: path).path)
    }
}
