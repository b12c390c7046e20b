import Convene
import ConveneTestSupport
import Testing

/// A failed mail that is tried again after the event has changed.
@Suite struct RenewedRetrialTests {
    /// Ada's invitation, with a note and a file, has failed.
    private func world(_ step: RecordingMailer.Step = .unwanted) async throws -> World {
        let world = try await World.withInvitationAndFile()
        try await world.deliver(by: RecordingMailer([step]))
        return world
    }

    @Test func `it says how things are now, in another mail with its note and files (BOX-8)`()
        async throws
    {
        let world = try await world()
        _ = try await world.events.edit(.kyiv) { $0.dates = .octoberWeekend }

        let retrial = try await world.post.retry(.these([Message.ID(1)]))

        #expect(retrial.count == 1)
        #expect(retrial.renewals.map(\.old) == [Message.ID(1)])
        #expect(retrial.renewals.map(\.new) == [Message.ID(2)])
        #expect(try await world.mail(to: .ada) == ["invitation cancelled", "invitation queued"])
        let letter = try await world.lastLetter(to: .ada)
        #expect(letter?.plain.contains("2011-10-01/2011-10-02\nBring a coat.") == true)
        #expect(letter?.calendar?.text.contains("SEQUENCE:1\r\n") == true)
        #expect(letter?.attachments.map(\.name) == ["programme.pdf"])
        #expect(try await world.deliver().sent == 1)
        #expect(try await world.registration(of: .ada).invited)
    }

    @Test func `what would say the same is the same mail`() async throws {
        let world = try await world()
        world.clock.move(days: 1)
        _ = try await world.events.edit(.kyiv) { $0.capacity = 12 }

        let retrial = try await world.post.retry(.all(.failed, .kyiv))

        #expect(retrial.count == 1)
        #expect(retrial.renewals.isEmpty)
        #expect(try await world.mail(to: .ada) == ["invitation queued"])
        #expect(try await world.deliver().sent == 1)
    }

    @Test func `what may have arrived remains the same mail (ENV-2, BOX-4)`() async throws {
        let world = try await world(.unknown)
        world.clock.move(minutes: 2)
        try await world.deliver(by: RecordingMailer([.unwanted]))
        let headerID = try await world.mail().headerID
        try await world.office.store.write { ledger in
            var event = try #require(try ledger.event(code: .kyiv))
            event.venue = "Hall 1"
            event.title = "Museums of today"
            try ledger.update(event)
        }

        let retrial = try await world.post.retry(.these([Message.ID(1)]))

        #expect(retrial.renewals.isEmpty)
        #expect(try await world.mail().headerID == headerID)
        #expect(try await world.states() == [.queued])
    }
}
