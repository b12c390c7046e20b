import Convene
import ConveneTestSupport
import Testing

/// Which mails say of themselves that a rule sent them (RFC 3834 §5).
@Suite struct AutomaticMailTests {
    /// Ada and Grace were invited by an officer's hand.
    private func world() async throws -> World {
        let world = try await World()
        try await world.event()
        try await world.nominate(.ada, .grace)
        try await world.invite()
        return world
    }

    /// The mails to somebody, each with whether it is automatic; oldest first.
    private func mails(to person: PersonMention, in world: World) async throws -> [String] {
        let id = try await world.people.person(person).id
        var mails: [String] = []
        for message in try await world.outbox() where message.person == id {
            let content = try #require(try await world.post.file(message.id).content)
            mails.append("\(message.purpose.rawValue) \(content.automatic)")
        }
        return mails
    }

    @Test(arguments: [Invitation.Channel.link, .mail, .calendar])
    func `an invitation by hand is not automatic, the news after an answer are (MSG-15)`(
        channel: Invitation.Channel
    ) async throws {
        let world = try await world()

        _ = try await world.invitations.answer(.accepted, from: .ada, to: .kyiv, by: channel)

        #expect(
            try await mails(to: .ada, in: world) == ["invitation false", "confirmation true"])
        #expect(try await mails(to: .grace, in: world) == ["invitation false"])
    }

    @Test func `what an officer has told, and a reminder by hand, are not automatic (MSG-15)`()
        async throws
    {
        let world = try await world()
        try await world.deliver()

        _ = try await world.invitations.answer(
            .accepted, from: [.ada], to: .kyiv, by: .telephone, telling: true)
        _ = try await world.invitations.remind(.kyiv)

        #expect(
            try await mails(to: .ada, in: world) == ["invitation false", "confirmation false"])
        #expect(try await mails(to: .grace, in: world) == ["invitation false", "reminder false"])
    }

    @Test func `the news of a changed event are automatic (MSG-15)`() async throws {
        let world = try await world()
        try await world.deliver()

        _ = try await world.events.move(.kyiv, to: .cancelled, reason: "no funds")

        let purposes = try await mails(to: .ada, in: world)
        #expect(purposes.last == "cancellation true")
    }

    @Test(arguments: [true, false])
    func `the mail says so in its header, and only then (MSG-15)`(isTidings: Bool) async throws {
        let world = try await world()
        let mailer = RecordingMailer.willing()
        if isTidings {
            try await world.deliver()
            _ = try await world.invitations.answer(.accepted, from: .ada, to: .kyiv, by: .link)
        }

        try await world.deliver(by: mailer)

        let isMarked = mailer.parcels.map {
            String(decoding: $0.bytes, as: UTF8.self).contains("Auto-Submitted: auto-generated")
        }
        #expect(isMarked == (isTidings ? [true] : [false, false]))
    }
}
