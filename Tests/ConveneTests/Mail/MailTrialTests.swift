import Convene
import ConveneTestSupport
import Testing

/// A mail that an officer has sent to themselves before it leaves (BOX-11).
@Suite struct MailTrialTests {
    private static let officer = EmailAddress(stored: "officer@example.org")

    @Test func `it is the letter that somebody would get, to another address and marked (BOX-11)`()
        async throws
    {
        let world = try await World.withInvitations(2)

        let parcel = try await world.post.trial(
            of: .invitation, about: .kyiv, for: .guest(2), to: Self.officer)

        let text = String(decoding: parcel.bytes, as: UTF8.self)
        #expect(parcel.recipient == Self.officer)
        #expect(text.contains("Subject: [Test] invitation: Event kyiv-2011"))
        #expect(text.contains("To Guest N2"))
    }

    @Test func `its link is nobody's, and nothing is written (LNK-2)`() async throws {
        let world = try await World.withInvitations(1)
        let (outbox, audit) = try await (world.outbox(), world.audit.verify())
        let secret = try #require(try await world.post.file(Message.ID(1)).content?.secret)

        let parcel = try await world.post.trial(
            of: .invitation, about: .kyiv, to: Self.officer)

        let text = String(decoding: parcel.bytes, as: UTF8.self)
        #expect(text.contains("/answer/preview"))
        #expect(!text.contains(secret))
        #expect(try await world.outbox() == outbox)
        #expect(try await world.audit.verify() == audit)
    }

    @Test func `where nobody can be written to there is none`() async throws {
        let world = try await World()
        try await world.event()
        try await world.nominate(.jean)

        await expect(refusal: .personNoAddress) {
            try await world.post.trial(of: .invitation, about: .kyiv, to: Self.officer)
        }
    }
}
