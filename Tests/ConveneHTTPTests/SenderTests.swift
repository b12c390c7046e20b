import Convene
import ConveneBootstrap
import Foundation
import Testing

/// Where a process believes the register to be that it sends (BOX-7).
@Suite struct SenderTests {
    @Test func `a file keeps its home under another name, and a copy has one of its own`()
        async throws
    {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "convene-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let paths = ["register.db", "copy.db", "renamed.db"].map { folder.appending(path: $0).path }
        let home = { (path: String, url: String) in
            try await Premises.open(Self.settings(path, url)).sender.home
        }
        _ = try await Premises.found(try await Self.settings(paths[0], Self.relay))
        try FileManager.default.copyItem(atPath: paths[0], toPath: paths[1])

        let first = try await home(paths[0], Self.relay)
        let copy = try await home(paths[1], Self.relay)
        let toFiles = try await home(paths[0], "file:mail/")
        try FileManager.default.moveItem(atPath: paths[0], toPath: paths[2])
        let renamed = try await home(paths[2], Self.relay)

        #expect(first != nil)
        #expect(renamed == first)
        #expect(copy != first)
        #expect(toFiles == nil)
    }

    private static let relay = "smtp://127.0.0.1:1"

    private static func settings(_ path: String, _ url: String) async throws -> Settings {
        try await Settings(environment: ["CONVENE_DATABASE": path, "CONVENE_MAIL_URL": url])
    }
}
