import Convene
import ConveneTestSupport
import Testing

/// What somebody is handed who asks for all that is held on them.
@Suite struct PersonRecordTests {
    @Test func `it tells of mail that came back, and of what is not sent any more`() async throws {
        let (world, mailer) = try await World.withSentInvitations()
        let bounce = try #require(BounceCase.all.first { $0.address == "dead" })
        _ = try await world.fetch(
            bounce.text(
                envelope: try #require(mailer.parcels.first).sender.text,
                message: try await world.mail(),
                answers: try await world.answerAddress(of: .guest(1))))
        _ = try await world.post.optOut(PersonDraft.guest(1).mention, of: .letters)

        let record = try await world.people.record(PersonDraft.guest(1).mention)

        #expect(record.incoming.map(\.kind) == [.bounce])
        #expect(record.suppressions.map(\.cause) == [.dead])
        #expect(record.optOuts.map(\.stream) == [.letters])
    }
}
