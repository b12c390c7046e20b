import Convene
import ConveneTestSupport
import Foundation
import Testing

/// Mails of the shapes in which servers and programs send them, each with what is to follow from it
/// (BNC-10). The people, places and servers in them do not exist.
@Suite struct BounceCorpusTests {
    @Test(arguments: BounceCase.all)
    func
        `a mail of a real shape is understood, and does what its class says (BNC-2, BNC-3, BNC-4, BNC-5, BNC-6, BNC-7, BNC-8)`(
            _ bounce: BounceCase
        ) async throws
    {
        let (world, mailer) = try await World.withSentInvitations()
        world.clock.move(hours: 2)
        let message = try await world.mail()

        let incoming = try await world.fetch(
            bounce.text(
                envelope: try #require(mailer.parcels.first).sender.text, message: message,
                answers: try await world.answerAddress(of: .guest(1))))

        #expect(incoming.kind.rawValue == bounce.kind)
        #expect(incoming.status ?? "" == bounce.status)
        #expect(incoming.message == message.id)
        #expect(incoming.isOpen == bounce.isOpen)
        #expect(try await world.mail().state.rawValue == bounce.state)
        let held = try await world.office.frontDoor(world.officer).card().mailHeld
        #expect((held != nil) == BounceCase.areOurs.contains(bounce.name))
        let suppression = try await world.post.suppressions().first
        let address = message.address
        let days = try await world.office.store.read { try $0.bounceDays(of: address) }
        switch bounce.address {
        case "dead", "disabled":
            #expect(suppression?.cause.rawValue == bounce.address)
            #expect(suppression?.address == message.address)
        case "counted":
            #expect(suppression == nil)
            #expect(days.map(\.text) == ["2011-09-01"])
        default:
            #expect(suppression == nil)
            #expect(days.isEmpty)
        }
    }

    @Test func `the corpus has at least 30 bounces, and names nobody`() throws {
        let bounces = BounceCase.all.filter {
            ["bounce", "delay", "unclassified"].contains($0.kind)
        }

        let addresses = try BounceCase.all.flatMap { try $0.addresses() }

        #expect(bounces.count >= 30)
        #expect(addresses.count > 100)
        for address in addresses {
            #expect(
                address.hasSuffix("example.org") || address.hasSuffix("example.net")
                    || address.hasSuffix("example.com"), "\(address)")
        }
    }

    @Test(arguments: BounceCase.all)
    func `a bounce about no mail of ours changes nothing (BNC-9)`(_ bounce: BounceCase)
        async throws
    {
        let (world, _) = try await World.withSentInvitations()
        var foreign = try await world.mail()
        foreign.headerID = "0123456789abcdef0123456789abcdef@example.org"

        let incoming = try await world.fetch(
            bounce.text(
                envelope: "bounces+bbaaaaaaaaaaaaaaaaaaaaaaaaaa@example.org", message: foreign,
                answers: "answers@example.org"))

        #expect(incoming.message == nil)
        #expect(incoming.person == nil)
        #expect(!incoming.isOpen)
        #expect(try await world.mail().state == .sent)
        #expect(try await world.post.suppressions().isEmpty)
        #expect(try await world.post.optOuts().isEmpty)
    }
}

/// One mail of the corpus, with what `corpus.tsv` says is to follow from it.
struct BounceCase: Sendable, CustomTestStringConvertible {
    let name: String
    let kind: String
    let status: String
    /// The state of the mail that it is about, afterwards.
    let state: String
    /// What becomes of the address: dead, disabled, counted or kept.
    let address: String
    let isOpen: Bool

    var testDescription: String { name }

    /// Those that every other mail of ours would meet, too: they hold the outbox.
    static let areOurs = ["gmail-dmarc", "outlook-com-authentication"]

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Bounces")

    static let all: [BounceCase] = {
        let table = try? String(
            contentsOf: folder.appending(path: "corpus.tsv"), encoding: .utf8)
        return (table ?? "").split(separator: "\n").dropFirst().map { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
                .map(String.init)
            return BounceCase(
                name: cells[0], kind: cells[1], status: cells[2], state: cells[3],
                address: cells[4], isOpen: cells[5] == "yes")
        }
    }()

    /// The mail, about this one of ours. One is not in UTF-8, so it is text letter by letter.
    func text(envelope: String, message: Message, answers: String) throws -> [UInt8] {
        var text = String(String.UnicodeScalarView(try bytes().map { Unicode.Scalar($0) }))
        for (mark, value) in [
            ("@ENVELOPE@", envelope), ("@MESSAGEID@", message.headerID), ("@REPLYTO@", answers),
            ("@RECIPIENT@", message.address.text), ("\n", "\r\n"),
        ] {
            text = text.replacing(mark, with: value)
        }
        return text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    }

    /// What looks like an address in it.
    func addresses() throws -> [String] {
        String(decoding: try bytes(), as: UTF8.self)
            .split { $0.isWhitespace || "<>,;:()\"".contains($0) }
            .filter {
                $0.contains("@") && !$0.contains("@RECIPIENT@") && !$0.contains("@ENVELOPE@")
            }
            .filter { !$0.contains("@MESSAGEID@") && !$0.contains("@REPLYTO@") }
            .map { String($0).trimmingCharacters(in: .punctuationCharacters) }
    }

    private func bytes() throws -> [UInt8] {
        [UInt8](try Data(contentsOf: Self.folder.appending(path: "\(name).eml")))
    }
}

extension World {
    @discardableResult
    func fetch(_ bytes: [UInt8]) async throws -> Incoming {
        let mails = try await fetch(HandedMails([bytes], name: "box \(UUID().uuidString)"))
        return try #require(mails.first)
    }
}
